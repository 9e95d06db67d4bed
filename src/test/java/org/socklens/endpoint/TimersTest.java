package org.socklens.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest {
    private final Timers timers = new Timers();
    private final List<String> done = new ArrayList<>();

    @Test
    void tasksAreDoneInTheOrderOfTheirTimesAndNotBefore() {
        timers.after(60_000, () -> done.add("much later"));
        timers.after(20, () -> done.add("later"));
        timers.after(0, () -> done.add("first"));
        timers.after(0, () -> done.add("second"));
        timers.run();
        assertThat(done).containsExactly("first", "second");
        await().until(() -> {
            timers.run();
            return done.contains("later");
        });
        assertThat(done).containsExactly("first", "second", "later");
    }

    @Test
    void theWaitEndsWithTheNextTimer() {
        assertThat(timers.wait(-1)).isEqualTo(-1);
        assertThat(timers.wait(250)).isEqualTo(250);
        timers.after(100, () -> {});
        assertThat(timers.wait(-1)).isBetween(1, 100);
        assertThat(timers.wait(250)).isBetween(1, 100);
        assertThat(timers.wait(0)).isZero();
    }

    @Test
    void aCancelledTaskIsNeverDone() {
        Timers.Timer timer = timers.after(0, () -> done.add("cancelled"));
        timer.cancel();
        timer.cancel();
        timers.run();
        assertThat(done).isEmpty();
        assertThat(timers.wait(-1)).isEqualTo(-1);
    }
}
