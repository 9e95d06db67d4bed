package org.socklens.ui.sockets;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.system.MachineSocket;
import org.socklens.system.filter.SocketFilter;
import org.socklens.system.report.SocketColumn;
import org.socklens.ui.sockets.look.Direction;
import org.socklens.ui.sockets.look.Scope;
import org.socklens.ui.sockets.look.SocketRow;
import org.socklens.ui.sockets.look.SocketsLook;
import org.socklens.ui.sockets.look.SocketsReport;
import org.socklens.ui.sockets.look.SocketsRequest;

/// State of the page of sockets: looks at the machine again and again while the page shows. FX thread only; needs no
/// toolkit.
public final class SocketsModel {
    private final SocketsLook look;
    private final Executor background;
    private final Executor fx;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
    private final ObjectProperty<Interval> interval =
            new SimpleObjectProperty<>(this, "interval", Interval.A_SECOND);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<SocketColumn> order =
            new SimpleObjectProperty<>(this, "order", SocketColumn.PROCESS);
    private final ObjectProperty<Direction> direction =
            new SimpleObjectProperty<>(this, "direction", Direction.UP);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.NEIGHBOURS);
    private final LongProperty selected = new SimpleLongProperty(this, "selected");
    private final ReadOnlyObjectWrapper<SocketsReport> report =
            new ReadOnlyObjectWrapper<>(this, "report", SocketsReport.NONE);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "looking …");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private @Nullable Address wanted;
    private boolean looking;
    private boolean asked;
    private boolean looked;
    private long lookedAt;

    /// @param background runs what may block
    /// @param fx runs what touches properties
    public SocketsModel(SocketsLook look, Executor background, Executor fx) {
        this.look = look;
        this.background = background;
        this.fx = fx;
        filter.subscribe(this::ask);
        order.subscribe(this::ask);
        direction.subscribe(this::ask);
        scope.subscribe(this::ask);
        selected.subscribe(this::ask);
    }

    /// Whether the page shows: only then is the machine looked at.
    public BooleanProperty shownProperty() {
        return shown;
    }

    /// Whether it is looked at again and again.
    public BooleanProperty liveProperty() {
        return live;
    }

    /// How often.
    public ObjectProperty<Interval> intervalProperty() {
        return interval;
    }

    /// Which sockets are wanted, as typed: see [SocketFilter].
    public StringProperty filterProperty() {
        return filter;
    }

    /// By which column rows are sorted.
    public ObjectProperty<SocketColumn> orderProperty() {
        return order;
    }

    /// Which way.
    public ObjectProperty<Direction> directionProperty() {
        return direction;
    }

    /// How much the picture shows.
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// The number of the selected socket; 0 when none is.
    public LongProperty selectedProperty() {
        return selected;
    }

    /// What the latest look saw.
    public ReadOnlyObjectProperty<SocketsReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// How many sockets there are, in a few words.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// What is wrong with the filter, or what could not be seen and which right would show it; empty for nothing.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What became of the latest action; empty before the first.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Tells what became of an action.
    public void tell(String words) {
        message.set(words);
    }

    /// Sorts by a column, or the other way round when it is sorted by it already.
    public void sortBy(SocketColumn column) {
        if (order.get() == column) {
            direction.set(direction.get().other());
        } else {
            direction.set(Direction.UP);
            order.set(column);
        }
    }

    /// Selects a socket, whatever the filter says.
    public void reveal(long inode) {
        selected.set(inode);
        if (report.get().rows().stream().noneMatch(row -> row.inode() == inode)) {
            filter.set("");
        }
    }

    /// Selects the socket behind which a client finds somebody under an address, as soon as a look sees it.
    public void reveal(Address address) {
        wanted = address;
    }

    /// The selected socket, if it is still there.
    public @Nullable MachineSocket selectedSocket() {
        return report.get().snapshot().socket(selected.get());
    }

    /// Looks now, also while not live.
    public void lookNow() {
        looked = false;
    }

    /// Looks again when it is time, in the background; once a pulse.
    public void refresh() {
        if (!shown.get() || looking) {
            return;
        }
        boolean due = live.get() && System.nanoTime() - lookedAt >= interval.get().length().toNanos();
        SocketsRequest request = request();
        if (due || !looked) {
            lookedAt = System.nanoTime();
            looked = true;
            run(() -> look.look(request));
        } else if (asked) {
            run(() -> look.arrange(request));
        }
    }

    private void ask() {
        asked = true;
    }

    private SocketsRequest request() {
        return new SocketsRequest(filter.get(), order.get(), direction.get(), selected.get(), scope.get());
    }

    private void run(Supplier<SocketsReport> task) {
        looking = true;
        asked = false;
        background.execute(() -> {
            try {
                SocketsReport seen = task.get();
                fx.execute(() -> show(seen));
            } catch (RuntimeException fault) {
                fx.execute(() -> looking = false);
                throw fault;
            }
        });
    }

    private void show(SocketsReport seen) {
        looking = false;
        report.set(seen);
        seen.snapshot().sockets().stream()
                .filter(socket -> socket.isReachable() && socket.address().equals(wanted))
                .findFirst()
                .ifPresent(found -> {
                    wanted = null;
                    reveal(found.inode());
                });
        summary.set(summary(seen));
        String problem = SocketFilter.parse(filter.get()).problem();
        notice.set(problem.isEmpty() ? seen.snapshot().visibility().words() : problem);
    }

    private static String summary(SocketsReport seen) {
        int all = seen.snapshot().sockets().size();
        long listed = seen.rows().stream()
                .filter(row -> row.mark() != SocketRow.Mark.GONE)
                .count();
        String count = listed == all ? "%,d sockets".formatted(all) : "%,d of %,d sockets".formatted(listed, all);
        long millis = seen.snapshot().tookNanos() / 1_000_000;
        return "%s · %,d processes · looked in %d ms".formatted(count, seen.processes(), millis);
    }
}
