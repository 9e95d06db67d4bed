package org.socklens.traffic;

import java.nio.charset.StandardCharsets;

/// Writes decoded text so that it stays on one line and every hidden byte can be read.
final class Escaper implements Utf8Decoder.Sink {
    private final StringBuilder out;

    Escaper(StringBuilder out) {
        this.out = out;
    }

    @Override
    public void character(int codePoint) {
        switch (codePoint) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0 -> out.append("\\0");
            default -> {
                if (Characters.isVisible(codePoint)) {
                    out.appendCodePoint(codePoint);
                } else {
                    hidden(codePoint);
                }
            }
        }
    }

    @Override
    public void stray(byte value) {
        Hex.digits(out.append("\\x"), value);
    }

    private void hidden(int codePoint) {
        for (byte value : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            stray(value);
        }
    }
}
