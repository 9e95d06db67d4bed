package org.socklens.access.path;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Mode bits as people write them (`man 7 inode`).
public final class ModeText {
    private static final int S_IFMT = 0170000;
    private static final int S_ISUID = 04000;
    private static final int S_ISGID = 02000;
    private static final int S_ISVTX = 01000;

    private static final Pattern OCTAL = Pattern.compile("[0-7]{1,4}");
    private static final Pattern SYMBOLIC = Pattern.compile("([r-][w-][xsS-]){2}[r-][w-][xtT-]");

    private ModeText() {}

    /// Type and bits as `ls -l` shows them: `srwxr-xr-x`, `drwxrwxrwt`.
    public static String symbolic(int mode) {
        return typeLetter(mode) + permissions(mode);
    }

    /// The nine letters without the type, set-id and sticky bits drawn in: `rwxr-xr-x`, `rwsr-sr-t`.
    public static String permissions(int mode) {
        String owner = rwx(mode >> 6, mode & S_ISUID, "s");
        String group = rwx(mode >> 3, mode & S_ISGID, "s");
        return owner + group + rwx(mode, mode & S_ISVTX, "t");
    }

    /// Four octal digits: `0755`, `1777`.
    public static String octal(int mode) {
        return "%04o".formatted(mode & 07777);
    }

    /// The twelve bits that octal digits name: `660`, `0660`, `1777`; empty when they name none.
    public static OptionalInt parseOctal(String typed) {
        return OCTAL.matcher(typed).matches()
                ? OptionalInt.of(Integer.parseInt(typed, 8))
                : OptionalInt.empty();
    }

    /// The twelve bits that nine letters name, as [#permissions] writes them, a letter for the type before them or not;
    /// empty when they name none.
    public static OptionalInt parseSymbolic(String typed) {
        String letters = typed.length() == 10 ? typed.substring(1) : typed;
        if (!SYMBOLIC.matcher(letters).matches()) {
            return OptionalInt.empty();
        }
        int mode = 0;
        for (int i = 0; i < 9; i++) {
            char letter = letters.charAt(i);
            boolean special = "sStT".indexOf(letter) >= 0;
            mode |= special ? S_ISUID >> (i / 3) : 0;
            mode |= letter != '-' && !Character.isUpperCase(letter) ? 0400 >> i : 0;
        }
        return OptionalInt.of(mode);
    }

    /// Three letters for three bits: `r-x`.
    public static String rwx(int bits) {
        return rwx(bits, 0, "");
    }

    private static String rwx(int bits, int special, String letter) {
        boolean execute = (bits & 1) != 0;
        String last = special == 0 ? (execute ? "x" : "-") : (execute ? letter : letter.toUpperCase(Locale.ROOT));
        return ((bits & 4) != 0 ? "r" : "-") + ((bits & 2) != 0 ? "w" : "-") + last;
    }

    private static String typeLetter(int mode) {
        return switch (mode & S_IFMT) {
            case 0140000 -> "s";
            case 0120000 -> "l";
            case 0100000 -> "-";
            case 0060000 -> "b";
            case 0040000 -> "d";
            case 0020000 -> "c";
            case 0010000 -> "p";
            default -> "?";
        };
    }

    /// The kind of node in words: `socket`, `regular file`, `directory` …
    public static String kind(int mode) {
        return switch (mode & S_IFMT) {
            case 0140000 -> "socket";
            case 0120000 -> "symbolic link";
            case 0100000 -> "regular file";
            case 0060000 -> "block device";
            case 0040000 -> "directory";
            case 0020000 -> "character device";
            case 0010000 -> "named pipe";
            default -> "file of unknown kind";
        };
    }
}
