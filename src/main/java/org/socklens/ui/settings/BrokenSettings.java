package org.socklens.ui.settings;

/// A settings file that makes no sense.
final class BrokenSettings extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    BrokenSettings(String why) {
        super(why);
        this.why = why;
    }

    /// Where it makes no sense, in a few words.
    String why() {
        return why;
    }
}
