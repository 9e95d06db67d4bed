package org.socklens.endpoint;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;

/// One thread that waits on one poller, runs what others ask of it, and cleans up when it ends.
public final class EventLoop {
    /// What runs in a loop. All methods are called on its thread.
    public interface Body {
        /// Opens what the loop serves.
        void open(Poller poller) throws SocketFailure;

        /// Is called after each round; returns the longest wait of the next in milliseconds, -1 for ever.
        int afterRound();

        /// Closes what was opened, and tells why the loop ended.
        void close(End end);
    }

    /// Why a loop ended.
    public sealed interface End {
        /// It was asked to.
        record Asked() implements End {}

        /// A call was refused that the loop cannot go on without.
        record Refused(SocketFailure failure) implements End {}

        /// A fault of the program itself.
        record Broken(RuntimeException cause) implements End {}
    }

    private final SocketDoor door;
    private final String name;
    private final Body body;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Timers timers;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Runnable waker = () -> {};
    private volatile boolean stopping;

    /// @param name of the thread and of the caller in the trace
    public EventLoop(SocketDoor door, String name, Body body) {
        this(door, name, new Timers(), body);
    }

    /// @param timers what `body` does later
    EventLoop(SocketDoor door, String name, Timers timers, Body body) {
        this.door = door;
        this.name = name;
        this.timers = timers;
        this.body = body;
    }

    /// Starts the thread. Once only.
    public void start() {
        Thread.ofPlatform().daemon().name("socklens-" + name).start(this::run);
    }

    /// Runs a task on the loop's thread, or never when the loop has ended. Any thread.
    public void execute(Runnable task) {
        tasks.add(task);
        waker.run();
    }

    /// Asks the loop to end. Any thread; does not wait; twice is fine.
    public void stop() {
        stopping = true;
        waker.run();
    }

    /// Waits until the loop has ended and everything is closed.
    public void join() throws InterruptedException {
        ended.await();
    }

    private void run() {
        End end = new End.Asked();
        try (Poller poller = door.open(name)) {
            waker = poller::wakeUp;
            try {
                body.open(poller);
                serve(poller);
            } catch (SocketFailure failure) {
                end = new End.Refused(failure);
            } catch (RuntimeException fault) {
                end = new End.Broken(fault);
            }
            body.close(end);
        } catch (SocketFailure failure) {
            body.close(new End.Refused(failure));
        } finally {
            ended.countDown();
        }
        if (end instanceof End.Broken(RuntimeException cause)) {
            throw cause;
        }
    }

    private void serve(Poller poller) throws SocketFailure {
        while (!stopping) {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            int wait = body.afterRound();
            // What came meanwhile has woken the poller, so it does not wait.
            poller.poll(stopping ? 0 : timers.wait(wait));
            timers.run();
        }
    }
}
