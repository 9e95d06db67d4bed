package org.socklens.ui.settings;

import java.io.IOException;

/// Where settings last. For any thread; may block.
public interface SettingsStore {
    /// What was found.
    ///
    /// @param notice what a person should know about it, in whole sentences, or empty
    record Loaded(Settings settings, String notice) {}

    /// What lasted. Never fails: what cannot be used is replaced by [Settings#USUAL], and told.
    Loaded load();

    /// Makes `settings` last.
    void save(Settings settings) throws IOException;

    /// A store that begins with the usual settings and forgets what it is given.
    static SettingsStore forgetful() {
        return new SettingsStore() {
            @Override
            public Loaded load() {
                return new Loaded(Settings.USUAL, "");
            }

            @Override
            public void save(Settings settings) {
                // forgotten, as the name says
            }
        };
    }
}
