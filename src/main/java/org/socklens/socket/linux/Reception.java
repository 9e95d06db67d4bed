package org.socklens.socket.linux;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Ancillary;
import org.socklens.socket.Arrival;
import org.socklens.socket.Credentials;
import org.socklens.socket.OpenSocket.Outcome;
import org.socklens.socket.PassedDescriptor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// The receives of one socket and what the latest of them brought.
///
/// Descriptors that come are held by `held` before anybody is told of them.
final class Reception {
    private final Kernel kernel;
    private final int fd;
    private final SocketType type;
    private final HeldDescriptors held;
    private int received;
    private Arrival arrival = Arrival.PLAIN;
    private Credentials latestSender = Credentials.UNKNOWN;

    Reception(Kernel kernel, int fd, SocketType type, HeldDescriptors held) {
        this.kernel = kernel;
        this.fd = fd;
        this.type = type;
        this.held = held;
    }

    Outcome receive(MemorySegment into, int length) throws SocketFailure {
        long result = type == SocketType.STREAM
                ? kernel.messages.receive(fd, into, length)
                : kernel.messages.receiveMessage(fd, into, length);
        if (Kernel.isLater(result)) {
            return Outcome.NOTHING_YET;
        }
        if (result < 0) {
            throw kernel.failure("recvmsg", result);
        }
        Ancillary ancillary = kernel.messages.hasAncillary() ? kernel.messages.ancillary() : Ancillary.NONE;
        if (result == 0 && isEnd(ancillary)) {
            return Outcome.END_OF_STREAM;
        }
        received = (int) Math.min(result, length);
        arrival = isPlain() ? Arrival.PLAIN : arrival(result - received, ancillary);
        return Outcome.DATA;
    }

    /// Whether nothing came but bytes of a stream: most receives are so, and make no garbage.
    private boolean isPlain() {
        return type == SocketType.STREAM
                && !kernel.messages.hasAncillary()
                && !kernel.messages.ancillaryTruncated();
    }

    /// An empty message looks like an end of stream but for the time that comes with every message.
    private boolean isEnd(Ancillary ancillary) {
        return switch (type) {
            case STREAM -> true;
            case DGRAM -> false;
            case SEQPACKET -> !ancillary.stamped();
        };
    }

    private Arrival arrival(long lost, Ancillary ancillary) {
        List<PassedDescriptor> passed = held.take(ancillary.descriptors());
        return new Arrival(
                lost,
                SunPath.address(kernel.messages.sender()),
                credentials(ancillary.sender()),
                passed,
                kernel.messages.ancillaryTruncated());
    }

    /// The program's name is asked for once, not for each message of the same process.
    private @Nullable Credentials credentials(Ancillary.@Nullable Sender sender) {
        if (sender == null) {
            return null;
        }
        Credentials known = latestSender;
        if (known.pid() != sender.pid() || known.uid() != sender.uid() || known.gid() != sender.gid()) {
            latestSender = new Credentials(sender.pid(), sender.uid(), sender.gid(), ProgramName.of(sender.pid()));
        }
        return latestSender;
    }

    int received() {
        return received;
    }

    Arrival arrival() {
        return arrival;
    }
}
