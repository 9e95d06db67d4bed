package org.socklens.ui.control.transcript;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.socklens.traffic.Progress;
import org.socklens.traffic.Tsv;
import org.socklens.ui.control.SaveFailure;

/// Writes what passes the filter into a new file, in the background.
final class TranscriptSaver {
    private final Notices notices;
    private Executor background;

    TranscriptSaver(Executor background, Notices notices) {
        this.background = background;
        this.notices = notices;
    }

    void setBackground(Executor executor) {
        background = executor;
    }

    /// Every row that passes the filter of `source`; a file that exists already is left alone.
    void save(TranscriptRows source, Path file) {
        notices.tell("saving…");
        background.execute(() -> write(source, file));
    }

    private void write(TranscriptRows source, Path file) {
        Tsv tsv = new Tsv(source.transcript(), source.times());
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            long first = source.transcript().first();
            long end = source.transcript().end();
            long rows = tsv.write(first, end, source.filter(), out, Progress.NONE);
            out.flush();
            Platform.runLater(() -> notices.tell("%,d rows saved".formatted(rows)));
        } catch (IOException failure) {
            Platform.runLater(() -> notices.warn(SaveFailure.sentence(file, failure)));
        }
    }
}
