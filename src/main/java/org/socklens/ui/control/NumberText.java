package org.socklens.ui.control;

import java.util.Optional;

/// A whole number as people type it, within bounds.
///
/// @param what names it at the start of a sentence: `The read size`
/// @param least the smallest that is taken
/// @param most the largest that is taken
public record NumberText(String what, int least, int most) {
    /// What is wrong with the typed text, or empty.
    public Optional<String> problem(String typed) {
        String text = typed.strip();
        boolean digits = !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return Optional.of("%s is “%s”, which is not a whole number. Type a number from %d to %d."
                    .formatted(what, text, least, most));
        }
        long value = Long.parseLong(text);
        return value >= least && value <= most
                ? Optional.empty()
                : Optional.of("%s is %d, but it must be from %d to %d.".formatted(what, value, least, most));
    }

    /// The number; only when there is no problem.
    public int value(String typed) {
        return Integer.parseInt(typed.strip());
    }
}
