package org.socklens.ui.tour;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Transcript;
import org.socklens.ui.app.PairTool;
import org.socklens.ui.app.Wiring;
import org.socklens.ui.pair.PairModel;

/// The lesson of two processes and one socket pair, step by step, through the models of the page.
final class PairSteps {
    private static final int MOST_BYTES = 64;

    private final Wiring wiring;
    private final PairTool tool;
    private final PairModel pair;

    PairSteps(Wiring wiring) {
        this.wiring = wiring;
        tool = wiring.pair();
        pair = tool.model();
    }

    List<TourStep> steps() {
        return List.of(
                new TourStep(
                        "pair",
                        "A socket pair and a child process: the parent sends ping, the child answers pong.",
                        () -> {
                            wiring.window().show(tool.page());
                            pair.run();
                        },
                        "ping at the child, pong at the parent, and both processes hold both ends",
                        () -> firstReceived(pair.child().transcript()).equals("ping")
                                && firstReceived(pair.parent().transcript()).equals("pong")
                                && pair.child().copyProperty().get().open()),
                new TourStep(
                        "last-copy",
                        "The parent closes its end, but the child still holds a copy of it: no end of stream comes.",
                        () -> pair.parent().closeOwn(),
                        "the page says who holds the last copy",
                        () -> pair.lessonProperty().get().contains("the child itself still holds a copy")),
                new TourStep(
                        "pair-ended",
                        "The child closes its copy too: now it reads end of stream.",
                        () -> pair.child().closeUnusedProperty().set(true),
                        "the page says that it was the last copy",
                        () -> pair.lessonProperty().get().contains("that was the last copy")));
    }

    private static String firstReceived(Transcript transcript) {
        return LongStream.range(0, Math.min(1, transcript.count(RowFilter.RECEIVED)))
                .map(position -> transcript.rowAt(RowFilter.RECEIVED, position))
                .mapToObj(row -> new String(transcript.bytes(row, 0, MOST_BYTES), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
