package org.socklens.ui.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.socklens.ui.settings.Settings;
import org.socklens.ui.settings.SettingsStore;

/// The settings in memory: what lasted from the last run, and what changes in this one. Changes are stored when none has
/// come for a second, and when this is closed.
public final class Remembered implements AutoCloseable {
    private static final long QUIET_NANOS = 1_000_000_000;

    private final SettingsStore store;
    private final PrintStream err;
    private final StringProperty notice = new SimpleStringProperty(this, "notice", "");
    private volatile Settings now;
    private volatile Settings stored;
    private volatile boolean refused;
    private long changedAt;

    /// Reads what lasted. For any thread; may block.
    ///
    /// @param err is told what cannot be kept when no window shows any more
    public Remembered(SettingsStore store, PrintStream err) {
        this.store = store;
        this.err = err;
        SettingsStore.Loaded loaded = store.load();
        now = loaded.settings();
        stored = now;
        notice.set(loaded.notice());
    }

    /// What is remembered now. For any thread.
    Settings settings() {
        return now;
    }

    /// What a person should know about the settings, in whole sentences, or empty. FX thread.
    StringProperty noticeProperty() {
        return notice;
    }

    /// Remembers a change. FX thread.
    void change(UnaryOperator<Settings> change) {
        now = change.apply(now);
        changedAt = System.nanoTime();
    }

    /// Stores what has changed, in the `background`, once it is quiet; once a pulse, on the `fx` thread.
    void refresh(Executor background, Executor fx) {
        boolean due = !refused && !now.equals(stored) && System.nanoTime() - changedAt >= QUIET_NANOS;
        if (due) {
            Settings settings = now;
            stored = settings;
            background.execute(() -> {
                try {
                    store.save(settings);
                } catch (IOException failure) {
                    // Said once: the next change would fail like this one.
                    refused = true;
                    fx.execute(() -> notice.set(sentence(failure)));
                }
            });
        }
    }

    /// Stores what has changed. For any thread; may block. Closing again does nothing.
    @Override
    public void close() {
        Settings settings = now;
        if (!refused && !settings.equals(stored)) {
            stored = settings;
            try {
                store.save(settings);
            } catch (IOException failure) {
                err.println("socklens: " + sentence(failure));
            }
        }
    }

    private static String sentence(IOException failure) {
        return "Changed settings are not kept: " + failure.getMessage() + ".";
    }
}
