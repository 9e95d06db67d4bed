package org.socklens.ui.app;

import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.Ikon;

/// One entry of the navigation and what it shows.
///
/// @param id       one lower-case word; the entry's `fx:id` is `nav` and this word with a capital
/// @param title    what the entry says
/// @param icon     what the entry shows before its title, and alone in a narrow window
/// @param content  the page itself
/// @param commands what can be done by key while this page shows
public record Page(String id, String title, Ikon icon, Parent content, List<Command> commands) {
    /// Commands are kept in the order given: the list of keys shows them so.
    public Page {
        commands = List.copyOf(commands);
    }

    /// A page with `commands` in the order in which the list of keys shows them.
    public Page(String id, String title, Ikon icon, Parent content, Command... commands) {
        this(id, title, icon, content, List.of(commands));
    }

    /// The `fx:id` of the entry.
    String entryId() {
        return "nav" + Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }
}
