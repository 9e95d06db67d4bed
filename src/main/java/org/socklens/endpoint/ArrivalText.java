package org.socklens.endpoint;

import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.socklens.socket.Arrival;
import org.socklens.socket.PassedDescriptor;
import org.socklens.traffic.Kind;

/// What came beside the bytes of a receive, as a transcript tells it.
final class ArrivalText {
    private ArrivalText() {}

    /// Tells what was lost and what was passed.
    ///
    /// @param taken how many bytes the receive took
    static void tell(Arrival arrival, int taken, BiConsumer<Kind, String> transcript) {
        if (arrival.lost() > 0) {
            transcript.accept(
                    Kind.TRUNCATED,
                    "MSG_TRUNC: the message has %,d bytes, the receive took %,d; the other %,d are lost"
                            .formatted(taken + arrival.lost(), taken, arrival.lost()));
        }
        if (!arrival.descriptors().isEmpty()) {
            transcript.accept(
                    Kind.DESCRIPTORS,
                    arrival.descriptors().stream()
                            .map(PassedDescriptor::text)
                            .collect(Collectors.joining("; ", "received ", "")));
        }
        if (arrival.ancillaryLost()) {
            transcript.accept(
                    Kind.TRUNCATED,
                    "MSG_CTRUNC: descriptors that were passed are lost; this process has as many open as it may");
        }
    }
}
