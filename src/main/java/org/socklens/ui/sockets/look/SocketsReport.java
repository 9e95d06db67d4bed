package org.socklens.ui.sockets.look;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.system.Snapshot;
import org.socklens.system.picture.Picture;
import org.socklens.ui.sockets.detail.SocketDetail;

/// What the page shows.
///
/// @param rows those that pass the filter, in order
/// @param processes how many processes hold sockets
/// @param detail of the selected socket; null when none is selected or it has gone
/// @param arrangement which rows there are and how they are sorted, as of [SocketsRequest#arrangement]
/// @param subject what the picture is about: the same while only its details change
public record SocketsReport(
        Snapshot snapshot,
        List<SocketRow> rows,
        int processes,
        @Nullable SocketDetail detail,
        Picture picture,
        String subject,
        String arrangement) {
    /// Before the first look.
    public static final SocketsReport NONE =
            new SocketsReport(Snapshot.EMPTY, List.of(), 0, null, Picture.EMPTY, "", "");

    /// Copies the list.
    public SocketsReport {
        rows = List.copyOf(rows);
    }
}
