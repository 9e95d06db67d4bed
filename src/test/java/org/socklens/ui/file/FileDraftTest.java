package org.socklens.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.account.Accounts;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.occupant.SocketFiles;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathBytes;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;

class FileDraftTest {
    @TempDir
    Path directory = Path.of("");

    private final FileDraft draft = new FileDraft();
    private final SocketFiles files = new SocketFiles(new Caller(CallTrace.discarding(), "test"), new Accounts());
    private Path file = Path.of("");

    @BeforeEach
    void aFile() throws IOException {
        file = Files.createFile(directory.resolve("f"));
        mode("rw-r-----");
        draft.show(look());
    }

    private SocketFile look() {
        return files.look(PathBytes.of(file.toString()).toByteArray());
    }

    private void mode(String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void itShowsTheFileAndFollowsIt() throws IOException {
        assertThat(draft.octalProperty().get()).isEqualTo("0640");
        assertThat(draft.symbolicProperty().get()).isEqualTo("-rw-r-----");
        mode("rwx------");
        draft.show(look());
        assertThat(draft.octalProperty().get()).isEqualTo("0700");
        assertThat(draft.changedProperty().get()).isFalse();
    }

    @Test
    void whatIsBeingTypedKeepsItsForm() {
        draft.octalProperty().set("660");
        assertThat(draft.octalProperty().get()).isEqualTo("660");
        assertThat(draft.symbolicProperty().get()).isEqualTo("-rw-rw----");
        assertThat(draft.modeProperty().get()).isEqualTo(0660);
        assertThat(draft.changedProperty().get()).isTrue();
    }

    @Test
    void aMistypedModeChangesNoBitAndGivesNoDraft() {
        draft.octalProperty().set("9");
        assertThat(draft.octalValidProperty().get()).isFalse();
        assertThat(draft.modeProperty().get()).isEqualTo(0640);
        assertThat(draft.draft()).isNull();
        draft.symbolicProperty().set("srwx------");
        assertThat(draft.octalProperty().get()).isEqualTo("0700");
        assertThat(draft.octalValidProperty().get()).isTrue();
    }

    @Test
    void bitsLettersAndDigitsNeverDisagree() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            int mode = random.nextInt(010000);
            switch (random.nextInt(5)) {
                case 0 -> draft.modeProperty().set(mode);
                case 1 -> draft.octalProperty().set(Integer.toOctalString(mode));
                case 2 -> draft.symbolicProperty().set(ModeText.permissions(mode));
                case 3 -> draft.octalProperty().set("x" + mode);
                default -> draft.symbolicProperty().set("rw" + mode);
            }
            int bits = draft.modeProperty().get();
            if (draft.octalValidProperty().get()) {
                assertThat(ModeText.parseOctal(draft.octalProperty().get())).hasValue(bits);
            }
            if (draft.symbolicValidProperty().get()) {
                assertThat(ModeText.parseSymbolic(draft.symbolicProperty().get())).hasValue(bits);
            }
        }
    }

    @Test
    void whatAPersonHasBegunStaysWhileTheFileChanges() throws IOException {
        draft.modeProperty().set(0666);
        mode("rw-------");
        draft.show(look());
        assertThat(draft.octalProperty().get()).isEqualTo("0666");
        assertThat(draft.changedProperty().get()).isTrue();
        draft.revert();
        assertThat(draft.octalProperty().get()).isEqualTo("0600");
        assertThat(draft.changedProperty().get()).isFalse();
    }

    @Test
    void anotherFileUnderTheNameDropsWhatWasBegun() throws IOException {
        draft.modeProperty().set(0666);
        Files.move(file, directory.resolve("old"));
        Files.createFile(file);
        mode("rwxrwx---");
        draft.show(look());
        assertThat(draft.octalProperty().get()).isEqualTo("0770");
        assertThat(draft.changedProperty().get()).isFalse();
    }

    @Test
    void withoutAFileThereIsNothingToEdit() throws IOException {
        Files.delete(file);
        draft.show(look());
        assertThat(draft.editableProperty().get()).isFalse();
        assertThat(draft.octalProperty().get()).isEmpty();
        assertThat(draft.symbolicProperty().get()).isEmpty();
        assertThat(draft.changedProperty().get()).isFalse();
    }
}
