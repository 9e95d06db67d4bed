package org.socklens.socket;

/// An open descriptor that a peer passed (SCM_RIGHTS, `man 7 unix`).
///
/// @param number its number in this process
/// @param kind what it is: `regular file`, `pipe, read end`, `socket` …
/// @param target what it refers to, as `/proc/self/fd` tells it; bytes that are not UTF-8 are escaped
public record PassedDescriptor(int number, String kind, String target) {
    /// Number, kind and target as a transcript tells them.
    public String text() {
        return number + ": " + kind + " " + target;
    }
}
