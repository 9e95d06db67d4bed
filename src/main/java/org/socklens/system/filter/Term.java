package org.socklens.system.filter;

import java.util.List;
import java.util.Locale;
import org.socklens.system.report.SocketColumn;
import org.socklens.system.report.SocketText;

/// One word of a filter.
///
/// @param where in which columns it is looked for
/// @param match how
/// @param word in lower case
/// @param wanted false when a socket passes that does not match
record Term(List<SocketColumn> where, Match match, String word, boolean wanted) {
    /// How a word is compared with what a column tells.
    enum Match {
        /// It stands somewhere in it.
        PART,
        /// It starts it, or one of its words.
        START,
        /// It is one of its numbers.
        WHOLE
    }

    private static final String BETWEEN_WORDS = "[ ,]+";

    boolean passes(SocketText socket) {
        return where.stream().anyMatch(column -> matches(told(column, socket).toLowerCase(Locale.ROOT))) == wanted;
    }

    /// A client without a name is found under its server's.
    private static String told(SocketColumn column, SocketText socket) {
        String words = column.of(socket);
        return column == SocketColumn.ADDRESS && words.isEmpty() ? socket.addressOfPeer() : words;
    }

    private boolean matches(String told) {
        return switch (match) {
            case PART -> told.contains(word);
            case START -> told.startsWith(word) || startsAWord(told);
            case WHOLE -> List.of(told.split(BETWEEN_WORDS, -1)).contains(word);
        };
    }

    private boolean startsAWord(String told) {
        return told.contains(" " + word);
    }
}
