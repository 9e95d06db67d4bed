package org.socklens.ui.control;

import java.util.List;
import javafx.collections.ObservableList;

/// Brings a shown list up to date without replacing what has not changed, so that selection and scrolling stay.
public final class ListUpdate {
    private ListUpdate() {}

    /// Makes `shown` equal to `wanted`.
    public static <T> void show(ObservableList<T> shown, List<T> wanted) {
        if (shown.size() > wanted.size()) {
            shown.remove(wanted.size(), shown.size());
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!shown.get(i).equals(wanted.get(i))) {
                shown.set(i, wanted.get(i));
            }
        }
        if (wanted.size() > shown.size()) {
            shown.addAll(wanted.subList(shown.size(), wanted.size()));
        }
    }
}
