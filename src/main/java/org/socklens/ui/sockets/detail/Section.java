package org.socklens.ui.sockets.detail;

import java.util.List;

/// Details that belong together.
public record Section(String title, List<Fact> facts) {
    /// Copies the list.
    public Section {
        facts = List.copyOf(facts);
    }
}
