package org.socklens.ui.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.TracedCall;
import org.socklens.ui.control.grid.Cell;
import org.socklens.ui.control.grid.PieceStyle;
import org.socklens.ui.control.grid.RowContent;
import org.socklens.ui.control.grid.RowSource;
import org.socklens.ui.control.grid.RowTone;

/// The listed calls as a grid draws them. A row's key is its position in the trace.
final class CallRows implements RowSource {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final CallsModel model;

    CallRows(CallsModel model) {
        this.model = model;
    }

    @Override
    public long count() {
        return model.count();
    }

    @Override
    public long keyAt(long position) {
        return model.positionAt(position);
    }

    @Override
    public long positionOf(long key) {
        return model.before(key);
    }

    @Override
    public @Nullable RowContent content(long key) {
        TracedCall call = model.call(key);
        return call == null
                ? null
                : new RowContent(
                        call.failed() ? RowTone.FAILED : RowTone.PLAIN,
                        List.of(
                                Cell.of(time(call), PieceStyle.MUTED),
                                Cell.of(call.actor(), PieceStyle.MUTED),
                                Cell.of(call.text())));
    }

    /// A call as it is copied.
    static String line(TracedCall call) {
        return call.number() + "\t" + time(call) + "\t" + call.actor() + "\t" + call.text();
    }

    private static String time(TracedCall call) {
        return TIME.format(Instant.ofEpochSecond(0, call.nanos()).atZone(ZoneId.systemDefault()));
    }
}
