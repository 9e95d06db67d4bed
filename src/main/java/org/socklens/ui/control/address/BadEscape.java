package org.socklens.ui.control.address;

/// A typed escape that means no byte. Its text says where and why.
public final class BadEscape extends Exception {
    private static final long serialVersionUID = 1L;

    BadEscape(String words) {
        super(words);
    }

    /// The sentence for the person.
    public String words() {
        return String.valueOf(getMessage());
    }
}
