package org.socklens.ui.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.verdict.Question;
import org.socklens.posix.PathEncoding;
import org.socklens.Nobody;
import org.socklens.ui.control.Tone;

/// What the socket file panel says and does, as root and as somebody without rights.
class FileAccessTest {
    @TempDir
    Path directory = Path.of("");

    private final FileModel model = FilePanels.model();

    private static FileReport until(FileModel model, Predicate<FileReport> shows) {
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(10)).until(() -> {
            model.refresh();
            FileReport report = model.reportProperty().get();
            return report != null && shows.test(report);
        });
        return Objects.requireNonNull(model.reportProperty().get());
    }

    private FileReport look(Path path) {
        model.pathProperty().set(path.toString());
        return until(model, report -> report.file().walk().typed().text().equals(path.toString()));
    }

    private static String words(FileReport report) {
        return switch (report.answer()) {
            case Answer.Judged judged -> judged.headline() + " " + judged.reason();
            case Answer.WouldBe(var _, Answer.Judged judged) -> "would: " + judged.headline() + " " + judged.reason();
            case Answer.Unanswerable(String sentence) -> sentence;
        };
    }

    private String until(String start) {
        return words(until(model, report -> words(report).startsWith(start)));
    }

    private Path listener(String mode, Consumer<Path> meanwhile) throws IOException {
        Path socket = directory.resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString(mode));
            open(directory);
            meanwhile.accept(socket);
        }
        return socket;
    }

    /// Temporary directories are closed to others at first.
    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void anyAccountCanBeAskedFor() throws IOException {
        listener("rwxr-xr-x", socket -> {
            look(socket);
            model.whoProperty().set("nobody");
            assertThat(until("nobody may not connect."))
                    .contains("connect: EACCES (13, Permission denied)")
                    .contains("others lack write");
            model.whoProperty().set("4711:4712,0");
            assertThat(until("uid 4711 (groups 4712, 0) may not connect.")).contains("group root, and the group lacks write");
            model.whoProperty().set("no-such-account");
            assertThat(until("This machine has no account")).contains("“no-such-account”");
        });
    }

    @Test
    void bindAndDeleteCanBeAskedForToo() throws IOException {
        listener("rwxrwxrwx", socket -> {
            look(socket);
            model.whoProperty().set("nobody");
            model.questionProperty().set(Question.DELETE);
            assertThat(until("nobody may not delete it.")).contains("unlink: EACCES").contains("others lack write");
            model.questionProperty().set(Question.BIND);
            assertThat(until("nobody may not bind here.")).contains("bind: EADDRINUSE");
        });
    }

    @Test
    void eachStepSaysWhichBitDecided() throws IOException {
        listener("rwxr-xr-x", socket -> {
            look(socket);
            model.whoProperty().set("nobody");
            until("nobody may not connect.");
            FileReport report = Objects.requireNonNull(model.reportProperty().get());
            StepRow last = report.steps().getLast();
            assertThat(last.mark()).isEqualTo(StepRow.Mark.FAULT);
            assertThat(last.decided()).isEqualTo("others –");
            assertThat(last.facts()).startsWith("0755 ");
            assertThat(last.details()).contains("others lack write").contains("srwxr-xr-x (0755)").contains("inode ");
            StepRow first = report.steps().getFirst();
            assertThat(first.mark()).isEqualTo(StepRow.Mark.PASSED);
            assertThat(first.decided()).isEqualTo("others x");
        });
    }

    @Test
    void theVerdictThatWouldBeIsShownBeforeApplying() throws IOException {
        listener("rwxr-xr-x", socket -> {
            look(socket);
            model.whoProperty().set("nobody");
            until("nobody may not connect.");
            model.draft().octalProperty().set("0757");
            assertThat(until("would: nobody may connect.")).contains("others have write");
            assertThat(mode(socket)).isEqualTo("rwxr-xr-x");
            model.draft().ownerProperty().set("no-such-user");
            assertThat(until("This machine has no user")).contains("“no-such-user”");
            model.draft().revert();
            until("nobody may not connect.");
        });
    }

    @Test
    void applyingChangesTheFile() throws IOException {
        listener("rwxr-xr-x", socket -> {
            look(socket);
            model.draft().octalProperty().set("0660");
            model.apply();
            assertThat(mode(socket)).isEqualTo("rw-rw----");
            assertThat(model.messageProperty().get()).contains(socket + " is now 0660 ");
            assertThat(model.messageToneProperty().get()).isEqualTo(Tone.SUCCESS);
        });
    }

    @Test
    void aFileThatWasSwappedSinceTheLookIsLeftAlone() throws IOException {
        listener("rwxr-xr-x", socket -> {
            look(socket);
            model.draft().octalProperty().set("0777");
            Path other = directory.resolve("other");
            try {
                Files.move(socket, other);
                Files.writeString(socket, "not what was looked at");
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
            String before = mode(socket);
            model.apply();
            assertThat(model.messageProperty().get()).startsWith("Nothing was changed:");
            assertThat(mode(socket)).isEqualTo(before);
            assertThat(mode(other)).isEqualTo("rwxr-xr-x");
        });
    }

    @Test
    void whoIsNotTheOwnerIsToldWhyNothingChanged() throws Exception {
        Path file = Files.createFile(directory.resolve("f"));
        open(directory);
        Nobody.run(() -> {
            FileModel nobody = FilePanels.model();
            nobody.pathProperty().set(file.toString());
            until(nobody, report -> true);
            nobody.draft().octalProperty().set("0777");
            nobody.apply();
            assertThat(nobody.messageProperty().get())
                    .startsWith("chmod: EPERM (1, Operation not permitted). ")
                    .contains("belongs to root: only its owner or root may change its mode")
                    .contains("this process is nobody");
            assertThat(nobody.draft().octalProperty().get()).isEqualTo("0777");
            nobody.draft().revert();
            nobody.draft().ownerProperty().set("nobody");
            nobody.apply();
            assertThat(nobody.messageProperty().get())
                    .startsWith("chown: EPERM (1, Operation not permitted). Only root may give a file away");
            nobody.whoProperty().set("root");
            assertThat(nobody.objectionToTrying()).startsWith("Only root can try as somebody else");
        });
        assertThat(mode(file)).isNotEqualTo("rwxrwxrwx");
    }

    @Test
    void tryingItHoldsTheKernelAgainstTheVerdict() throws IOException {
        listener("rwxr-xr-x", socket -> {
            look(socket);
            model.tryIt();
            assertThat(model.messageProperty().get()).contains("connected, as said, and closed again at once");
            if (model.objectionToTrying().isEmpty()) {
                model.whoProperty().set("nobody");
                until("nobody may not connect.");
                model.tryIt();
                assertThat(model.messageProperty().get())
                        .isEqualTo("Tried as nobody: connect: EACCES (13, Permission denied), as said.");
            }
        });
    }

    @Test
    void aStaleSocketIsRemovedWhenAskedForAndNothingElseIs() throws IOException {
        Path socket = listener("rwxr-xr-x", _ -> {});
        look(socket);
        until(model, report -> report.file().occupant().words().equals("stale"));
        assertThat(model.isStale()).isTrue();
        assertThat(model.shellCommand()).isEqualTo("rm -- " + socket);
        model.removeStale();
        assertThat(model.messageProperty().get()).isEqualTo(socket + " was stale and is removed.");
        assertThat(socket).doesNotExist();
        Path file = Files.createFile(directory.resolve("file"));
        look(file);
        assertThat(model.isStale()).isFalse();
        model.removeStale();
        assertThat(file).exists();
    }

    @Test
    void missingDirectoriesAreNamedAndMade() {
        Path socket = directory.resolve("a/b/s.sock");
        look(socket);
        assertThat(model.missingDirectory()).isEqualTo(directory + "/a");
        model.makeDirectories();
        until(model, report -> report.file().occupant().words().equals("free"));
        assertThat(socket.getParent()).isDirectory();
    }

    @Test
    void theCommandThatDoesTheSameCanBeCopied() throws IOException {
        Path file = Files.createFile(directory.resolve("a file"));
        model.pathProperty().set(file.toString());
        until(model, report -> report.file().node() != null);
        model.draft().octalProperty().set("0600");
        assertThat(model.shellCommand()).isEqualTo("chmod 0600 -- '" + file + "'");
        model.draft().ownerProperty().set("nobody");
        assertThat(model.shellCommand()).startsWith("chown nobody:").endsWith("\nchmod 0600 -- '" + file + "'");
    }

    @Test
    void whatAPersonShouldKnowBesidesIsNoted() throws IOException {
        Path shared = Files.createDirectory(directory.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createSymbolicLink(directory.resolve("link"), shared);
        FileReport report = look(directory.resolve("link/s"));
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).startsWith("Symbolic links followed: " + directory + "/link → " + shared))
                .anySatisfy(note -> assertThat(note).contains("Everybody may write to " + shared).contains("not sticky"));
        model.pathProperty().set("some.sock");
        report = until(model, seen -> seen.file().walk().isRelative());
        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("from the working directory"));
    }

    @Test
    void anotherAccountIsAskedAboutTheAbsolutePath() {
        model.pathProperty().set("some.sock");
        model.whoProperty().set("nobody");
        FileReport report = until(model, seen -> !seen.file().walk().isRelative());
        assertThat(report.file().walk().absolute().text()).endsWith("/some.sock");
    }

    @Test
    void pathsOfAnyKindAreLookedAtWithoutHarm() throws IOException {
        Files.createSymbolicLink(directory.resolve("loop"), Path.of("loop"));
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(words(look(directory.resolve("loop/s")))).contains("ELOOP (40, Too many levels of symbolic links)");
        assertThat(words(look(file.resolve("s")))).contains("ENOTDIR (20, Not a directory)");
        for (String odd : new String[] {
            directory + "//file", directory + "/./x/../file", "/" + "a".repeat(4096), "/" + "b/".repeat(2047),
            directory + "/" + PathEncoding.text(new byte[] {(byte) 0xff, (byte) 0xfe}), "\n", " ", "..", "/", "~", "@name"
        }) {
            model.pathProperty().set(odd);
            FileReport report = until(model, seen -> Arrays.equals(
                    seen.file().walk().typed().toByteArray(), PathEncoding.bytes(odd)));
            assertThat(words(report)).isNotEmpty();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
