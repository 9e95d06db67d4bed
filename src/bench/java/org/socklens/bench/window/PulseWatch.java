package org.socklens.bench.window;

import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.socklens.bench.process.CpuTime;
import org.socklens.bench.report.Samples;

/// Counts the pulses of a window, times its FX thread, and types a key once a second. FX thread only, but for [#end].
final class PulseWatch extends AnimationTimer {
    private static final int PULSES_BETWEEN_KEYS = 60;
    private static final double MILLI = 1e6;

    private final TextInputControl field;
    private final Robot robot;
    private final Samples gaps = new Samples();
    private final Samples reactions = new Samples();
    private long begun;
    private long busyAtBegin;
    private long latest;
    private long pressed;

    PulseWatch(Stage stage) {
        CompletableFuture<Robot> made = new CompletableFuture<>();
        field = (TextInputControl) stage.getScene().lookup("#clientMessage");
        Platform.runLater(() -> {
            stage.requestFocus();
            field.requestFocus();
            made.complete(new Robot());
        });
        robot = made.join();
    }

    void begin() {
        field.textProperty().subscribe(() -> {
            if (pressed != 0) {
                // Seen with the frame that is drawn next.
                Platform.runLater(this::reacted);
            }
        });
        begun = System.nanoTime();
        latest = begun;
        busyAtBegin = CpuTime.ofThisThread();
        start();
    }

    private void reacted() {
        reactions.add((System.nanoTime() - pressed) / MILLI);
        pressed = 0;
    }

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        gaps.add((time - latest) / MILLI);
        latest = time;
        if (gaps.count() % PULSES_BETWEEN_KEYS == 0 && pressed == 0) {
            pressed = time;
            robot.keyType(KeyCode.A);
        }
    }

    /// Frames a second, p99 between them in ms, busy percent of the FX thread, slowest reaction to a key in ms.
    String end() {
        CompletableFuture<String> told = new CompletableFuture<>();
        Platform.runLater(() -> {
            stop();
            double nanos = System.nanoTime() - begun;
            double busy = (CpuTime.ofThisThread() - busyAtBegin) / nanos * 100;
            told.complete(gaps.count() / (nanos / 1e9) + " " + gaps.percentile(99) + " " + busy + " "
                    + reactions.percentile(100));
        });
        return told.join();
    }
}
