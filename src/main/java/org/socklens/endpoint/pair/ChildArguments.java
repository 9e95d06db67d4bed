package org.socklens.endpoint.pair;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.PairSettings;
import org.socklens.socket.SocketType;

/// What the child is started with: how the pair was made, and under which numbers it inherited what.
///
/// @param end the end that the child uses
/// @param copy its copy of the parent's end; null when close-on-exec has closed it
/// @param control the channel for orders and reports
public record ChildArguments(SocketType type, boolean nonBlocking, int end, @Nullable Integer copy, int control) {
    /// The first argument of a program that is such a child.
    public static final String OPTION = "--pair-child";

    private static final int COUNT = 5;
    private static final String NONE = "-";

    /// As words after [#OPTION].
    List<String> words() {
        return List.of(
                type.name(),
                nonBlocking ? "non-blocking" : "blocking",
                Integer.toString(end),
                copy == null ? NONE : Integer.toString(copy),
                Integer.toString(control));
    }

    /// Reads the words after [#OPTION].
    ///
    /// @throws IllegalArgumentException when they are not what a parent gives
    public static ChildArguments of(List<String> words) {
        if (words.size() != COUNT) {
            throw new IllegalArgumentException(OPTION + " is for a child that this program starts itself");
        }
        return new ChildArguments(
                SocketType.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
                words.get(1).equals("non-blocking"),
                Integer.parseInt(words.get(2)),
                words.get(3).equals(NONE) ? null : Integer.valueOf(words.get(3)),
                Integer.parseInt(words.get(4)));
    }

    /// How the pair was made, as far as the child has to know.
    PairSettings settings() {
        return new PairSettings(type, 0, copy == null, nonBlocking);
    }
}
