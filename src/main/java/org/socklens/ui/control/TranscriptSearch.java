package org.socklens.ui.control;

import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Match;
import org.socklens.traffic.Needle;
import org.socklens.traffic.Progress;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Search;
import org.socklens.traffic.Transcript;

/// One search from the selected row on, around the end, until a match or back where it began. [#cancel] is for any
/// thread.
final class TranscriptSearch implements Progress {
    /// Where the search goes.
    enum Way {
        ON,
        BACK
    }

    private final Transcript transcript;
    private final Search search;
    private final long selected;
    private final Way way;
    private volatile boolean cancelled;

    /// @param selected the row that the search starts beside; negative when none is selected
    TranscriptSearch(Transcript transcript, Needle needle, RowFilter filter, long selected, Way way) {
        this.transcript = transcript;
        this.search = new Search(transcript, needle, filter);
        this.selected = selected;
        this.way = way;
    }

    @Nullable Match run() {
        return switch (way) {
            case ON -> {
                Match next = search.forwardFrom(selected + 1, this);
                yield next != null || selected < 0 ? next : search.forwardFrom(transcript.first(), this);
            }
            case BACK -> {
                long end = transcript.end();
                Match last = selected > 0 ? search.backwardFrom(selected - 1, this) : null;
                yield last != null ? last : search.backwardFrom(end - 1, this);
            }
        };
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void reached(long rows) {
        // The status says that a search runs; how far it came is not shown.
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
