package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A fault that nobody expected, from the exception to what the person reads.
@ExtendWith(ApplicationExtension.class)
class UncaughtErrorsTest {
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Remembering shower = new Remembering();
    private Stage stage;
    private Look look;
    private UncaughtErrors errors;

    /// Shows nothing, and remembers.
    private static final class Remembering implements ErrorShower {
        private final List<ErrorReport> reports = new ArrayList<>();
        private int further;
        private @Nullable Runnable seen;

        @Override
        public void show(ErrorReport report, Runnable whenSeen) {
            reports.add(report);
            seen = whenSeen;
        }

        @Override
        public void tellFurther(int count) {
            further = count;
        }

        @Override
        public void hide() {
            seen = null;
        }

        void putAway() {
            if (seen != null) {
                seen.run();
            }
        }
    }

    @Start
    void open(Stage window) {
        stage = window;
        look = new Look(new ThemeChoice(Platform.getPreferences().colorSchemeProperty()), new Zoom());
        window.setScene(new Scene(new Group()));
        window.setX(0);
        window.setY(0);
        window.show();
    }

    @BeforeEach
    void listen() {
        errors = new UncaughtErrors(shower, new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening(FxRobot person) {
        person.interact(errors::close);
    }

    @Test
    void aFaultOnAnyThreadIsShownAndLogged() throws Exception {
        Thread worker = Thread.ofPlatform().name("worker").start(UncaughtErrorsTest::fail);
        worker.join();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shower.reports).hasSize(1);
        assertThat(log()).contains("in thread worker", "ArithmeticException: on purpose", shower.reports.getFirst()
                .code());
    }

    @Test
    void aFaultOnTheFxThreadIsShownAndTheNextTaskRuns(FxRobot person) {
        List<String> ran = new ArrayList<>();
        Platform.runLater(UncaughtErrorsTest::fail);
        person.interact(() -> ran.add("next"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(ran).containsExactly("next");
        assertThat(shower.reports).hasSize(1);
        WaitForAsyncUtils.clearExceptions();
    }

    @Test
    void faultsThatFollowAreCountedUntilTheFirstIsPutAway(FxRobot person) {
        for (int i = 0; i < 1000; i++) {
            report(new ArithmeticException("on purpose"));
        }
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shower.reports).hasSize(1);
        assertThat(shower.further).isEqualTo(999);
        assertThat(log().split("on purpose", -1)).as("logged once").hasSize(2);

        person.interact(shower::putAway);
        report(new IllegalStateException("another"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shower.reports).hasSize(2);
        assertThat(log()).contains("IllegalStateException: another");
    }

    @Test
    void theCodeTellsTheKindOfFaultAndItsPlaceButNotItsMessage() {
        String code = ErrorReport.of(Thread.currentThread(), failure("one")).code();
        assertThat(code).matches("S-[0-9A-F]{6}");
        assertThat(ErrorReport.of(Thread.currentThread(), failure("two")).code()).isEqualTo(code);
        assertThat(ErrorReport.of(Thread.currentThread(), new ArithmeticException()).code())
                .isNotEqualTo(code);
    }

    @Test
    void theErrorWindowTellsCopiesAndGoesOn(FxRobot person) {
        ErrorWindow window = new ErrorWindow(stage, look);
        ErrorReport report = ErrorReport.of(Thread.currentThread(), failure("on purpose"));
        List<String> seen = new ArrayList<>();
        person.interact(() -> {
            window.show(report, () -> seen.add("seen"));
            window.tellFurther(3);
        });
        assertThat(text(person, "#errorCode")).isEqualTo("Code " + report.code());
        assertThat(text(person, "#errorSentence")).contains("goes on").doesNotContain("Exception");
        assertThat(text(person, "#errorFurther")).isEqualTo("3 more faults have happened since.");
        person.clickOn("#errorCopy");
        person.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .contains(report.code(), "IllegalArgumentException: on purpose"));
        person.clickOn("#errorClose");
        assertThat(seen).containsExactly("seen");
        assertThat(stage.isShowing()).isTrue();
    }

    private static void fail() {
        throw new ArithmeticException("on purpose");
    }

    private static IllegalArgumentException failure(String message) {
        return new IllegalArgumentException(message);
    }

    private void report(RuntimeException failure) {
        errors.uncaughtException(Thread.currentThread(), failure);
    }

    private String log() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    private static String text(FxRobot person, String id) {
        return person.lookup(id).queryAs(Label.class).getText();
    }
}
