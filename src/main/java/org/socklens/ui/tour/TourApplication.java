package org.socklens.ui.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.socklens.ui.app.SocklensApplication;
import org.socklens.ui.app.Wiring;
import org.socklens.ui.control.Png;
import org.socklens.ui.settings.SettingsStore;

/// Plays the tour in the real window and closes it. Its argument is the directory for the pictures; [#stop] throws
/// [TourFailed] when a step did not show what it should.
public final class TourApplication extends SocklensApplication {
    private static final long PACE_NANOS = 1_200_000_000L;
    private static final long PATIENCE_NANOS = 15_000_000_000L;

    private @Nullable String failure = "the tour was not played to its end";

    /// Called by JavaFX.
    public TourApplication() {}

    /// The tour is the same for everyone, and changes nobody's settings.
    @Override
    protected SettingsStore settings() {
        return SettingsStore.forgetful();
    }

    @Override
    protected @Nullable String clientPath() {
        return null;
    }

    @Override
    protected void opened(Wiring wiring) {
        new Player(wiring, Path.of(getParameters().getRaw().getFirst()), System.out).start();
    }

    @Override
    public void stop() throws Exception {
        super.stop();
        if (failure != null) {
            throw new TourFailed(failure);
        }
    }

    /// Plays one step after the other, each at a pace one can follow, and takes a picture of each.
    private final class Player extends AnimationTimer {
        private final Wiring wiring;
        private final Path directory;
        private final PrintStream out;
        private final List<TourStep> steps;
        private int at = -1;
        private long began;

        Player(Wiring wiring, Path directory, PrintStream out) {
            this.wiring = wiring;
            this.directory = directory;
            this.out = out;
            steps = Stream.concat(
                            new TourScript(wiring).steps().stream(), new PairSteps(wiring).steps().stream())
                    .toList();
        }

        @Override
        public void handle(long now) {
            if (at < 0) {
                next(now);
                return;
            }
            TourStep step = steps.get(at);
            long taken = now - began;
            if (taken < PACE_NANOS) {
                return;
            }
            if (step.shows().getAsBoolean()) {
                finish(step, now);
            } else if (taken > PATIENCE_NANOS) {
                end("step “" + step.name() + "”: expected " + step.expected());
            }
        }

        private void finish(TourStep step, long now) {
            try {
                Files.createDirectories(directory);
                Path picture = directory.resolve("%02d-%s.png".formatted(at + 1, step.name()));
                WritableImage image = wiring.stage().getScene().snapshot(null);
                Png.write(image, picture);
                out.println("   ok: " + step.expected() + " (" + picture + ")");
                next(now);
            } catch (IOException refused) {
                end("the picture of step “" + step.name() + "” cannot be written: " + refused.getMessage());
            }
        }

        private void next(long now) {
            at++;
            if (at == steps.size()) {
                out.println("The tour showed everything it should.");
                end(null);
                return;
            }
            TourStep step = steps.get(at);
            began = now;
            out.println((at + 1) + ". " + step.tells());
            step.action().run();
        }

        private void end(@Nullable String why) {
            failure = why;
            stop();
            Platform.exit();
        }
    }
}
