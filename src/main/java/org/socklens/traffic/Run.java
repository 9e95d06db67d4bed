package org.socklens.traffic;

/// A piece of a row's text as it is drawn. Received text cannot disguise itself: whatever has no visible shape, or
/// would reorder its neighbours, is a [Control].
public sealed interface Run {
    /// Text that shows itself.
    record Plain(String text) implements Run {}

    /// One invisible character by name: `LF`, `NUL`, `ESC`, else as `U+200B`.
    record Control(String name) implements Run {}

    /// Bytes that are no character, or the first bytes of one that a later chunk completes: two lower-case hex digits
    /// each, one space between.
    record Bytes(String hex) implements Run {}
}
