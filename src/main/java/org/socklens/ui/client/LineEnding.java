package org.socklens.ui.client;

import java.nio.charset.StandardCharsets;

/// What is added after each message.
public enum LineEnding {
    NONE("none", "", "Nothing is added"),
    LF("LF", "\n", "A line feed, as in Unix text"),
    CR("CR", "\r", "A carriage return"),
    CRLF("CR LF", "\r\n", "Carriage return and line feed, as in HTTP"),
    NUL("NUL", "\0", "A zero byte");

    private final String label;
    private final String text;
    private final String hint;

    LineEnding(String label, String text, String hint) {
        this.label = label;
        this.text = text;
        this.hint = hint;
    }

    /// What its segment says.
    public String label() {
        return label;
    }

    /// What it means.
    public String hint() {
        return hint;
    }

    /// A message with this ending.
    public byte[] after(byte[] message) {
        byte[] ending = text.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[message.length + ending.length];
        System.arraycopy(message, 0, whole, 0, message.length);
        System.arraycopy(ending, 0, whole, message.length, ending.length);
        return whole;
    }
}
