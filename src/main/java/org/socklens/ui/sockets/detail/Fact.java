package org.socklens.ui.sockets.detail;

import org.socklens.ui.control.Tone;

/// One line of details.
///
/// @param name what it tells; empty when it goes on from the line before
public record Fact(String name, String value, Tone tone) {
    static Fact of(String name, String value) {
        return new Fact(name, value, Tone.MUTED);
    }
}
