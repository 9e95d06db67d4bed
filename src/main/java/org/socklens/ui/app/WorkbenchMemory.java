package org.socklens.ui.app;

import java.util.List;
import javafx.beans.property.StringProperty;
import org.socklens.ui.settings.Settings;

/// Gives the Workbench the paths and messages of the last run, and remembers those of this one. FX thread only.
final class WorkbenchMemory {
    /// In characters: a settings file is no place for pasted megabytes.
    private static final int LONGEST_MESSAGE = 10_000;

    private final StringProperty serverPath;
    private final StringProperty clientPath;
    private final String proposedPath;
    private final Remembered remembered;

    private WorkbenchMemory(Workbench workbench, Remembered remembered) {
        serverPath = workbench.server().form().pathProperty();
        clientPath = workbench.client().form().pathProperty();
        proposedPath = serverPath.get();
        this.remembered = remembered;
    }

    /// Changes `workbench`, which still has the paths that the program proposes. When its client was told a path by an
    /// argument, it keeps that one.
    static void of(Workbench workbench, Remembered remembered) {
        WorkbenchMemory memory = new WorkbenchMemory(workbench, remembered);
        Settings last = remembered.settings();
        boolean told = !memory.clientPath.get().equals(memory.proposedPath);
        if (!last.serverPath().isEmpty()) {
            memory.serverPath.set(last.serverPath());
        }
        if (!last.clientPath().isEmpty() && !told) {
            memory.clientPath.set(last.clientPath());
        }
        workbench.client().history().restore(last.messages());
        memory.serverPath.subscribe((_, _) -> memory.changed());
        memory.clientPath.subscribe((_, _) -> memory.changed());
        workbench.client().history().sentProperty().subscribe((_, messages) ->
                remembered.change(settings -> settings.withMessages(lasting(messages))));
    }

    private static List<String> lasting(List<String> messages) {
        return messages.stream().filter(message -> message.length() <= LONGEST_MESSAGE).toList();
    }

    /// A path that the program itself proposes is not the person's choice: it may be another one the next time.
    private void changed() {
        String server = serverPath.get();
        String client = clientPath.get();
        remembered.change(settings -> settings.withPaths(
                server.equals(proposedPath) ? "" : server, client.equals(server) ? "" : client));
    }
}
