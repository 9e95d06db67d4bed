package org.socklens.traffic;

import java.util.ArrayList;
import java.util.List;

/// Joins decoded characters and bytes into runs.
final class RunCollector implements Utf8Decoder.Sink {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder hex = new StringBuilder();

    @Override
    public void character(int codePoint) {
        endBytes();
        if (Characters.isVisible(codePoint)) {
            plain.appendCodePoint(codePoint);
        } else {
            endPlain();
            runs.add(new Run.Control(Characters.name(codePoint)));
        }
    }

    @Override
    public void stray(byte value) {
        endPlain();
        if (!hex.isEmpty()) {
            hex.append(' ');
        }
        Hex.digits(hex, value);
    }

    List<Run> runs() {
        endPlain();
        endBytes();
        return List.copyOf(runs);
    }

    private void endPlain() {
        if (!plain.isEmpty()) {
            runs.add(new Run.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private void endBytes() {
        if (!hex.isEmpty()) {
            runs.add(new Run.Bytes(hex.toString()));
            hex.setLength(0);
        }
    }
}
