package org.socklens.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/// The registry of everything that can be done by key: in the whole window, and on each page while it shows.
public final class Commands {
    /// Commands that belong together, under a title.
    public record Group(String title, List<Command> commands) {}

    private final List<Command> everywhere;
    private final List<Page> pages;
    private final Supplier<Page> shown;

    Commands(List<Command> everywhere, List<Page> pages, Supplier<Page> shown) {
        this.everywhere = List.copyOf(everywhere);
        this.pages = List.copyOf(pages);
        this.shown = shown;
    }

    /// All of them, as the list of keys shows them: the pages first, then what works everywhere.
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Page page : pages) {
            if (!page.commands().isEmpty()) {
                groups.add(new Group(page.title(), page.commands()));
            }
        }
        groups.add(new Group("Everywhere", everywhere));
        return groups;
    }

    /// The command with this id, on whatever page.
    public Optional<Command> find(String id) {
        return groups().stream()
                .flatMap(group -> group.commands().stream())
                .filter(command -> command.id().equals(id))
                .findFirst();
    }

    /// From now on the keys pressed in `scene` do what they stand for, before a text field sees them.
    void listenIn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        Stream.concat(shown.get().commands().stream(), everywhere.stream())
                .filter(command -> command.isCalledBy(event))
                .findFirst()
                .ifPresent(command -> {
                    command.run();
                    event.consume();
                });
    }
}
