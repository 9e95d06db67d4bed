package org.socklens.ui.control.transcript;

import java.util.Locale;
import org.socklens.traffic.Needle;

/// What a person types to find: text, or bytes after `hex:` or `0x`.
final class Query {
    private static final String HEX = "hex:";
    private static final String OX = "0x";

    private Query() {}

    /// What to look for; letters A to Z match a to z.
    ///
    /// @throws IllegalArgumentException when nothing is left or the hex is wrong; its message is for the person
    static Needle parse(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith(HEX)) {
            return Needle.hex(lower.substring(HEX.length()));
        }
        if (lower.startsWith(OX)) {
            return Needle.hex(lower.substring(OX.length()));
        }
        return Needle.textIgnoringCase(typed);
    }
}
