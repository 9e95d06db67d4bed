package org.socklens.ui.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// The file that holds the settings: `settings.properties`, UTF-8, for its owner alone, since messages may be private.
///
/// A file that makes no sense is renamed, never overwritten. One that cannot be read is left alone, and then nothing is
/// written in this run.
public final class SettingsFile implements SettingsStore {
    private static final long MOST_BYTES = 8L << 20;

    private final Path file;
    private boolean handsOff;

    SettingsFile(Path file) {
        this.file = file;
    }

    /// The file of the person who runs this, on this system.
    public static SettingsFile ofThisPerson() {
        Map<String, String> environment = System.getenv();
        // Java takes its user.home from the list of accounts; a person's session may say otherwise.
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "/"));
        return new SettingsFile(SettingsDirectory.of(System.getProperty("os.name", ""), environment, Path.of(home))
                .resolve("settings.properties"));
    }

    @Override
    public synchronized Loaded load() {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded(Settings.USUAL, "");
        }
        try {
            return new Loaded(SettingsText.read(text()), "");
        } catch (BrokenSettings broken) {
            return setAside(broken.why());
        } catch (IOException unreadable) {
            return leaveAlone("cannot be read (" + reason(unreadable) + ")");
        }
    }

    private String text() throws IOException, BrokenSettings {
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new BrokenSettings("it is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw new BrokenSettings("it is not UTF-8");
        }
    }

    private Loaded setAside(String why) {
        try {
            Path aside = freeName();
            Files.move(file, aside);
            return new Loaded(
                    Settings.USUAL,
                    "The settings make no sense (" + why + "), so the usual ones are used. The old file is now " + aside
                            + ".");
        } catch (IOException refused) {
            return leaveAlone("makes no sense (" + why + ") and cannot be renamed (" + reason(refused) + ")");
        }
    }

    private Path freeName() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        for (int number = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); number++) {
            aside = file.resolveSibling(file.getFileName() + ".broken-" + number);
        }
        return aside;
    }

    private Loaded leaveAlone(String why) {
        handsOff = true;
        return new Loaded(
                Settings.USUAL,
                "The settings file " + file + " " + why + ". The usual settings are used, and changes are not kept.");
    }

    /// Writes all or nothing: a fresh file beside it takes its name. A symbolic link stays one.
    @Override
    public synchronized void save(Settings settings) throws IOException {
        if (!handsOff) {
            try {
                replace(SettingsText.write(settings));
            } catch (IOException refused) {
                throw new IOException(file + " cannot be written (" + reason(refused) + ")", refused);
            }
        }
    }

    private void replace(String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Files.createDirectories(target.getParent());
        Path fresh = Files.createTempFile(target.getParent(), ".settings-", ".new");
        try {
            write(fresh, text);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Path fresh, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// What the system said, without the name of an exception.
    private static String reason(IOException refused) {
        return switch (refused) {
            case AccessDeniedException _ -> "Permission denied";
            case FileSystemException told when told.getReason() != null -> told.getReason();
            default -> String.valueOf(refused.getMessage());
        };
    }
}
