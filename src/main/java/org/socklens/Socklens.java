package org.socklens;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.application.Application;
import org.socklens.endpoint.pair.ChildArguments;
import org.socklens.endpoint.pair.PairChild;
import org.socklens.posix.CallTrace;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.ui.app.SocklensApplication;
import org.socklens.ui.tour.TourApplication;
import org.socklens.ui.tour.TourFailed;

/// The way in: reads the arguments, and prints or opens what they ask for.
public final class Socklens {
    /// Everything went well.
    public static final int DONE = 0;

    /// There is no display to open a window on.
    public static final int NO_DISPLAY = 1;

    /// The tour did not show what it should.
    public static final int TOUR_FAILED = 1;

    /// The arguments make no sense.
    public static final int WRONG_USE = 2;

    private static final String NO_DISPLAY_LINE =
            "socklens: no display to open a window on; play the tour with --tour, or start under xvfb-run";

    private Socklens() {}

    /// Runs the program. Exits with 0 when done, 1 when there is no display, 2 when the arguments make no sense.
    public static void main(String[] arguments) {
        int status = run(Launch.of(arguments), System.out, System.err);
        if (status != DONE) {
            System.exit(status);
        }
    }

    private static int run(Launch launch, PrintStream out, PrintStream err) {
        return switch (launch) {
            case Launch.Help _ -> print(out, Launch.USAGE);
            case Launch.Version _ -> print(out, "socklens " + version() + "\n");
            case Launch.Refused(String reason) -> {
                err.println("socklens: " + reason + " (see --help)");
                yield WRONG_USE;
            }
            case Launch.PairChild(ChildArguments inherited) -> child(inherited, err);
            case Launch.Window(String path) ->
                open(SocklensApplication.class, err, path == null ? new String[0] : new String[] {path});
            case Launch.Tour(var directory) -> {
                if (Display.isMissing()) {
                    Display.useNone();
                }
                yield open(TourApplication.class, err, directory.toString());
            }
        };
    }

    /// Nothing of JavaFX is loaded here.
    private static int child(ChildArguments inherited, PrintStream err) {
        try {
            PairChild.run(new LinuxSocketDoor(CallTrace.discarding()), inherited);
            return DONE;
        } catch (SocketFailure notInherited) {
            err.println("socklens: " + notInherited.getMessage());
            return WRONG_USE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return DONE;
        }
    }

    private static int print(PrintStream out, String text) {
        out.print(text);
        out.flush();
        return DONE;
    }

    /// Opens the window and returns when it has been closed.
    private static int open(Class<? extends Application> application, PrintStream err, String... arguments) {
        try {
            Application.launch(application, arguments);
            return DONE;
        } catch (UnsupportedOperationException noDisplay) {
            // JavaFX's own word for it; whatever fails later, inside the application, arrives as another type.
            err.println(NO_DISPLAY_LINE);
            return NO_DISPLAY;
        } catch (RuntimeException ended) {
            if (ended.getCause() instanceof TourFailed failed) {
                err.println("socklens: " + failed.getMessage());
                return TOUR_FAILED;
            }
            throw ended;
        }
    }

    private static String version() {
        try (InputStream text = Objects.requireNonNull(Socklens.class.getResourceAsStream("version.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
