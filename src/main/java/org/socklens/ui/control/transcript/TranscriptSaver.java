package org.socklens.ui.control.transcript;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.socklens.traffic.Progress;
import org.socklens.traffic.Tsv;

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
            Platform.runLater(() -> notices.warn(explain(file, failure)));
        }
    }

    private static String explain(Path file, IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException exists ->
                "open: EEXIST (17, File exists). %s is there already and stays as it is: choose another name."
                        .formatted(file);
            case AccessDeniedException denied ->
                "open: EACCES (13, Permission denied). You may not write in %s: choose another directory."
                        .formatted(file.toAbsolutePath().getParent());
            case NoSuchFileException missing ->
                "open: ENOENT (2, No such file or directory). %s does not exist: choose another directory."
                        .formatted(file.toAbsolutePath().getParent());
            case FileSystemException other when other.getReason() != null ->
                "%s could not be written: %s.".formatted(file, other.getReason());
            default -> "%s could not be written to its end: %s.".formatted(file, failure.getMessage());
        };
    }
}
