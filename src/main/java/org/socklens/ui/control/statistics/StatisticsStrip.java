package org.socklens.ui.control.statistics;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.socklens.traffic.ChunkSizes;
import org.socklens.traffic.Transcript;

/// Chunks and bytes a second now, the total, the last minute as a small picture, and how large the chunks were. The
/// owner calls [#refresh] once a pulse; what is shown changes four times a second at most. FX thread only.
public final class StatisticsStrip extends HBox {
    private static final long LOOK_NANOS = 250_000_000;
    private static final double ROOM_FOR_ALL = 62;
    private static final double ROOM_FOR_SOME = 40;

    private final Label chunks = label("statisticsChunks", "Chunks received and sent in the last second");
    private final Label bytes = label("statisticsBytes", "Bytes received and sent in the last second");
    private final Label total = label("statisticsTotal", "Bytes received ▼ and sent ▲ since the last clear");
    private final Bars minute = new Bars("statisticsMinute", "Chunks a second over the last minute, now on the right");
    private final Bars sizes = new Bars(
            "statisticsSizes", "How large the chunks were: each bar reaches twice as far, from 1 byte to 64 KiB");
    private Rates rates = new Rates();
    private long lookedAt;
    private boolean looked;

    /// A strip of nothing, until [#refresh].
    public StatisticsStrip() {
        getStyleClass().add("statistics-strip");
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(chunks, bytes, minute, space, total, sizes);
    }

    /// Forgets what was seen: another transcript follows.
    public void forget() {
        rates = new Rates();
        looked = false;
    }

    /// Leaves out what does not fit into a width in characters; all of it where there is no height to spare.
    public void fit(double characters, boolean isHigh) {
        show(this, isHigh && characters >= ROOM_FOR_SOME);
        show(total, characters >= ROOM_FOR_ALL);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Takes in how a transcript is at a time of [System#nanoTime].
    public void refresh(Transcript transcript, long nanos) {
        if (looked && nanos - lookedAt < LOOK_NANOS) {
            return;
        }
        looked = true;
        lookedAt = nanos;
        long[] counts = transcript.chunkSizes();
        long moved = transcript.bytesReceived() + transcript.bytesSent();
        rates.look(nanos, Arrays.stream(counts).sum(), moved);
        chunks.setText(Quantity.count(rates.chunksPerSecond()) + " chunks/s");
        bytes.setText(Quantity.bytes(rates.bytesPerSecond()) + "/s");
        total.setText("▼ %s  ▲ %s"
                .formatted(Quantity.bytes((double) transcript.bytesReceived()), Quantity.bytes((double) transcript.bytesSent())));
        showMinute();
        showSizes(counts);
    }

    private void showMinute() {
        long[] seconds = rates.minute();
        double most = Math.max(1, Arrays.stream(seconds).max().orElse(1));
        minute.show(seconds.length, i -> seconds[i] / most);
    }

    /// Heights grow with the logarithm: one large chunk is seen beside a million small ones.
    private void showSizes(long[] counts) {
        double most = Math.log1p((double) Arrays.stream(counts).max().orElse(0));
        sizes.show(ChunkSizes.CLASSES, i -> most == 0 ? 0 : Math.log1p((double) counts[i]) / most);
    }

    private static Label label(String id, String meaning) {
        Label label = new Label();
        label.setId(id);
        label.setTooltip(new Tooltip(meaning));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
