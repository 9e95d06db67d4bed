package org.socklens.ui.tour;

/// A step of the tour did not show what it should. The text says which, and what was missing.
public final class TourFailed extends Exception {
    private static final long serialVersionUID = 1L;

    TourFailed(String words) {
        super(words);
    }
}
