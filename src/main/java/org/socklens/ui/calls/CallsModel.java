package org.socklens.ui.calls;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.CallTrace;
import org.socklens.posix.SystemCall;
import org.socklens.posix.TracedCall;

/// State of the system calls panel: which positions of the trace pass the filter. FX thread only; needs no toolkit.
public final class CallsModel {
    private final CallTrace trace;
    private final ObjectProperty<CallKind> kind = new SimpleObjectProperty<>(this, "kind", CallKind.SOCKETS);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final long[] passing = new long[CallTrace.CAPACITY];
    private long begin;
    private long end;
    private long looked;

    /// Lists the calls of `trace`.
    public CallsModel(CallTrace trace) {
        this.trace = trace;
        kind.subscribe(_ -> restart());
        text.subscribe(_ -> restart());
        paused.subscribe(now -> {
            if (now) {
                trace.pause();
            } else {
                trace.resume();
            }
        });
    }

    /// Which calls are listed.
    public ObjectProperty<CallKind> kindProperty() {
        return kind;
    }

    /// Only calls with this in their text are listed.
    public StringProperty textProperty() {
        return text;
    }

    /// Whether new calls are left out.
    public BooleanProperty pausedProperty() {
        return paused;
    }

    private void restart() {
        begin = 0;
        end = 0;
        looked = trace.first();
    }

    /// Takes in the calls that are new; once a pulse.
    public void refresh() {
        long until = trace.end();
        for (long at = Math.max(looked, trace.first()); at < until; at++) {
            if (passes(at)) {
                passing[(int) (end++ % passing.length)] = at;
            }
        }
        looked = until;
        long first = trace.first();
        while (begin < end && passing[(int) (begin % passing.length)] < first) {
            begin++;
        }
    }

    private boolean passes(long at) {
        SystemCall.Family family = trace.familyAt(at);
        if (family == null || !kind.get().accepts(family)) {
            return false;
        }
        if (text.get().isEmpty()) {
            return true;
        }
        TracedCall call = trace.at(at);
        String wanted = text.get().toLowerCase(Locale.ROOT);
        return call != null
                && (call.text().toLowerCase(Locale.ROOT).contains(wanted) || call.actor().contains(wanted));
    }

    /// How many calls are listed.
    public long count() {
        return end - begin;
    }

    /// The trace's position of the n-th listed call, or -1.
    public long positionAt(long n) {
        return n < 0 || n >= count() ? -1 : passing[(int) ((begin + n) % passing.length)];
    }

    /// How many listed calls stand before a position of the trace.
    public long before(long position) {
        long low = 0;
        long high = count();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (positionAt(middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The call at a position of the trace, or null when it is no longer held.
    public @Nullable TracedCall call(long position) {
        return trace.at(position);
    }

    /// Lists everything and tells the position of the call with a number; -1 when it is not held.
    public long reveal(long number) {
        long position = trace.find(number);
        if (position >= 0 && !passes(position)) {
            text.set("");
            kind.set(CallKind.ALL);
        }
        refresh();
        return position;
    }
}
