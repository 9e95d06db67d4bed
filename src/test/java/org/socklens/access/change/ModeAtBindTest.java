package org.socklens.access.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.posix.FileCalls;

class ModeAtBindTest {
    @TempDir
    Path dir = Path.of("");

    @Test
    void theUmasksPartIsShown() {
        assertThat(new ModeAtBind(0660, 022).sentence())
                .isEqualTo("The umask 0022 makes it 0640 at bind; chmod adds 0020 right after.");
        assertThat(new ModeAtBind(0700, 022).sentence()).isEqualTo("The umask 0022 takes nothing from 0700.");
        assertThat(new ModeAtBind(ModeAtBind.STANDARD, 022).atBirth()).isEqualTo(0755);
        assertThat(new ModeAtBind(ModeAtBind.STANDARD, 077).atBirth()).isEqualTo(0700);
        assertThat(new ModeAtBind(ModeAtBind.STANDARD, 0).atBirth()).isEqualTo(0777);
    }

    @Test
    void aFileIsBornWithTheModeAskedForLessTheUmask() throws IOException {
        ModeAtBind mode = new ModeAtBind(0660, ModeAtBind.umaskOfThisProcess());
        Path path = dir.resolve("s");
        FileCalls files = new FileCalls(TestSockets.caller());
        try (TestSockets sockets = new TestSockets()) {
            int fd = sockets.socket(TestSockets.STREAM);
            assertThat(files.fchmod(fd, mode.asked())).isZero();
            assertThat(sockets.bind(fd, path)).isZero();
            assertThat(TestFiles.modeOf(path)).isEqualTo(mode.atBirth());
        }
    }

    @Test
    void withoutAskingTheUmaskAloneDecides() throws IOException {
        Path path = dir.resolve("s");
        try (TestSockets sockets = new TestSockets()) {
            sockets.bound(path, TestSockets.STREAM);
        }
        int umask = ModeAtBind.umaskOfThisProcess();
        assertThat(TestFiles.modeOf(path)).isEqualTo(new ModeAtBind(ModeAtBind.STANDARD, umask).atBirth());
    }
}
