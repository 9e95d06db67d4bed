package org.socklens.traffic;

import java.util.HexFormat;

/// Bytes as two lower-case digits each, one space between.
final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    static void append(StringBuilder out, byte[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append(' ');
            }
            digits(out, values[i]);
        }
    }

    static void digits(StringBuilder out, int value) {
        out.append(FORMAT.toHighHexDigit(value)).append(FORMAT.toLowHexDigit(value));
    }
}
