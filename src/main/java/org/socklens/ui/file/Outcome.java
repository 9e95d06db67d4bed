package org.socklens.ui.file;

/// What became of something that a person did, in a sentence.
sealed interface Outcome {
    /// The sentence.
    String sentence();

    /// It is done, and as expected.
    record Done(String sentence) implements Outcome {}

    /// It was refused, or went otherwise than expected.
    record Refused(String sentence) implements Outcome {}
}
