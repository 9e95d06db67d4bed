package org.socklens.ui.control;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a new file could not be written, as a person is told.
public final class SaveFailure {
    private SaveFailure() {}

    /// The call, the errno, the thing at fault and the next step.
    public static String sentence(Path file, IOException failure) {
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
