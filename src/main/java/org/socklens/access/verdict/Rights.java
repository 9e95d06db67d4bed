package org.socklens.access.verdict;

import java.util.StringJoiner;

/// What mode bits and access control entries give, as bits.
public final class Rights {
    /// On a directory: reach the names in it.
    public static final int SEARCH = 1;

    /// On a socket file: connect. On a directory: make and remove names.
    public static final int WRITE = 2;

    private Rights() {}

    /// In words as messages use them: `write`, `search (x)`, `write and search (x)`.
    public static String words(int rights) {
        StringJoiner words = new StringJoiner(" and ");
        if ((rights & WRITE) != 0) {
            words.add("write");
        }
        if ((rights & SEARCH) != 0) {
            words.add("search (x)");
        }
        return words.toString();
    }

    /// As letters of a mode: `w`, `x`, `wx`.
    static String letters(int rights) {
        return ((rights & WRITE) != 0 ? "w" : "") + ((rights & SEARCH) != 0 ? "x" : "");
    }
}
