package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void workRunsOnADaemonThread() {
        try (Background background = new Background()) {
            CompletableFuture<Thread> worker = new CompletableFuture<>();
            background.execute(() -> worker.complete(Thread.currentThread()));
            assertThat(worker.join().isDaemon()).isTrue();
            assertThat(worker.join().getName()).startsWith("background-");
        }
    }

    @Test
    void closingInterruptsWhatRunsAndDropsWhatComesLater() {
        Background background = new Background();
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        List<String> told = new CopyOnWriteArrayList<>();
        background.execute(() -> {
            worker.complete(Thread.currentThread());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                told.add("interrupted");
            }
        });
        Thread thread = worker.join();
        background.close();
        background.close();
        background.execute(() -> told.add("late"));
        await().until(() -> !thread.isAlive());
        assertThat(told).containsExactly("interrupted");
    }
}
