package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PulseTest {
    @Test
    void aRefreshThatFailsIsToldAndTheOthersStillRun() {
        List<Throwable> failures = new ArrayList<>();
        List<String> order = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("on purpose");
        try (Pulse pulse = new Pulse((_, thrown) -> failures.add(thrown))) {
            pulse.add(() -> order.add("first"));
            pulse.add(() -> {
                throw failure;
            });
            pulse.add(() -> order.add("last"));
            pulse.beat();
            pulse.beat();
        }
        assertThat(order).containsExactly("first", "last", "first", "last");
        assertThat(failures).containsExactly(failure, failure);
    }

    @Test
    void itBeatsFromStartToClose(FxRobot person) {
        AtomicInteger beats = new AtomicInteger();
        Pulse pulse = new Pulse((_, _) -> {});
        pulse.add(beats::incrementAndGet);
        person.interact(pulse::start);
        await().until(() -> beats.get() > 2);
        person.interact(pulse::close);
        int last = beats.get();
        // Two frames of the toolkit pass without a beat.
        AtomicInteger frames = new AtomicInteger();
        Pulse other = new Pulse((_, _) -> {});
        other.add(frames::incrementAndGet);
        person.interact(other::start);
        await().until(() -> frames.get() >= 2);
        person.interact(other::close);
        assertThat(beats).hasValue(last);
    }
}
