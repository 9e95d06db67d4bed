package org.socklens.ui.client;

/// A typed message that cannot be turned into bytes. Its text says where and why.
public final class BadMessage extends Exception {
    private static final long serialVersionUID = 1L;

    BadMessage(String words) {
        super(words);
    }

    /// The sentence for the person.
    public String words() {
        return String.valueOf(getMessage());
    }
}
