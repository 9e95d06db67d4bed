package org.socklens.traffic;

/// Which characters show themselves, and what the others are called.
final class Characters {
    private static final String[] C0 = {
        "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
        "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"
    };

    private Characters() {}

    /// Whether a character has a shape of its own and leaves its neighbours where they are.
    static boolean isVisible(int point) {
        if (point < 0x7f) {
            return point >= ' ';
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                false;
            default -> !isBlank(point);
        };
    }

    /// Letters, marks and symbols that Unicode lets a renderer draw as nothing (DerivedCoreProperties.txt,
    /// Default_Ignorable_Code_Point), and the empty Braille pattern.
    private static boolean isBlank(int point) {
        return point == 0x034f
                || point == 0x115f
                || point == 0x1160
                || point == 0x17b4
                || point == 0x17b5
                || (point >= 0x180b && point <= 0x180f)
                || point == 0x2800
                || point == 0x3164
                || (point >= 0xfe00 && point <= 0xfe0f)
                || point == 0xffa0
                || (point >= 0xe0100 && point <= 0xe01ef);
    }

    /// The name of an invisible character: `LF`, `DEL`, `U+200B`.
    static String name(int point) {
        if (point < C0.length) {
            return C0[point];
        }
        return point == 0x7f ? "DEL" : "U+%04X".formatted(point);
    }
}
