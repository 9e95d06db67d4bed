package org.socklens.ui.app;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The few threads for work that may block, which the FX thread never does.
///
/// They are platform threads: a virtual one that is inside a system call through `java.lang.foreign` holds its carrier.
/// What a task throws goes to the thread's handler of uncaught exceptions. After closing, tasks are dropped.
final class Background implements Executor, AutoCloseable {
    private static final int THREADS = 4;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    Background() {
        pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("background-", 1).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /// Interrupts what runs, drops what waits, and does not wait itself.
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
