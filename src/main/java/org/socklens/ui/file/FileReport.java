package org.socklens.ui.file;

import java.util.List;
import org.socklens.access.occupant.SocketFile;

/// One look at a path, and the answer to what was asked.
///
/// @param steps the path walk, judged
/// @param notes what else a person should know, one sentence each
public record FileReport(SocketFile file, Answer answer, List<StepRow> steps, List<String> notes) {
    /// Copies the lists.
    public FileReport {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }
}
