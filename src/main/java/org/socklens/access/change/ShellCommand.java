package org.socklens.access.change;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathBytes;
import org.socklens.posix.Utf8;

/// Commands to copy into a shell, each argument quoted so that the command reads the same bytes.
public final class ShellCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellCommand() {}

    /// `chmod 0660 -- /run/app.sock`.
    public static String chmod(PathBytes path, int permissions) {
        return "chmod " + ModeText.octal(permissions) + " -- " + quoted(path);
    }

    /// `chown root:app -- /run/app.sock`.
    ///
    /// @param owner a name or a number
    /// @param group a name or a number
    public static String chown(PathBytes path, String owner, String group) {
        return "chown " + quoted(PathBytes.of(owner + ":" + group)) + " -- " + quoted(path);
    }

    /// `rm -- /run/app.sock`.
    public static String remove(PathBytes path) {
        return "rm -- " + quoted(path);
    }

    /// One argument: bare when it is plain, in single quotes when it can be typed, otherwise as `$'…'` (bash, zsh, ksh
    /// and POSIX since 2024).
    public static String quoted(PathBytes argument) {
        byte[] bytes = argument.toByteArray();
        if (!isTypeable(bytes)) {
            return escaped(bytes);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isTypeable(byte[] bytes) {
        for (int i = 0; i < bytes.length; ) {
            int length = Utf8.sequenceLength(bytes, i);
            int value = bytes[i] & 0xff;
            if (length == 0 || value < 0x20 || value == 0x7f) {
                return false;
            }
            i += length;
        }
        return true;
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder("$'");
        for (byte each : bytes) {
            String character = String.valueOf((char) (each & 0xff));
            text.append(PLAIN.matcher(character).matches() ? character : "\\%03o".formatted(each & 0xff));
        }
        return text.append('\'').toString();
    }
}
