package org.socklens.ui.app;

import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.HashSet;
import java.util.Set;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What happens with an exception that nobody caught, on whatever thread: it is logged and shown, and the program goes
/// on. One fault is shown at a time; those that come meanwhile are counted, and logged once each.
///
/// While open it is the program's default handler.
final class UncaughtErrors implements UncaughtExceptionHandler, AutoCloseable {
    private final ErrorShower shower;
    private final PrintStream log;
    private final @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Set<String> logged = new HashSet<>();
    private boolean showing;
    private boolean tellingFurther;
    private int further;

    UncaughtErrors(ErrorShower shower, PrintStream log) {
        this.shower = shower;
        this.log = log;
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        take(ErrorReport.of(thread, failure));
    }

    private synchronized void take(ErrorReport report) {
        if (logged.add(report.code())) {
            log.println(report.details());
        }
        if (!showing) {
            showing = true;
            Platform.runLater(() -> shower.show(report, this::seen));
            return;
        }
        further++;
        // A fault that repeats must not fill the queue of the FX thread: one messenger at a time.
        if (!tellingFurther) {
            tellingFurther = true;
            Platform.runLater(() -> shower.tellFurther(furtherToTell()));
        }
    }

    private synchronized int furtherToTell() {
        tellingFurther = false;
        return further;
    }

    private synchronized void seen() {
        showing = false;
        further = 0;
        logged.clear();
    }

    @Override
    public void close() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        shower.hide();
    }
}
