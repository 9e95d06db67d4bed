package org.socklens.ui.file;

import org.socklens.access.change.Ownership;
import org.socklens.access.verdict.Verdict;

/// What is answered to a [FileQuery].
public sealed interface Answer {
    /// A verdict in words.
    ///
    /// @param headline the answer alone
    /// @param reason why
    record Judged(Verdict verdict, String headline, String reason) implements Answer {}

    /// The verdict that would be, were the file as drafted.
    record WouldBe(Ownership wanted, Judged judged) implements Answer {}

    /// It cannot be answered as it was typed.
    record Unanswerable(String sentence) implements Answer {}
}
