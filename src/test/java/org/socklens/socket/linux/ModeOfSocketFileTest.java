package org.socklens.socket.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socklens.access.change.ModeAtBind;
import org.socklens.access.path.ModeText;
import org.socklens.posix.CallTrace;
import org.socklens.posix.TracedCall;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.FileMode;
import org.socklens.socket.Listener;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

class ModeOfSocketFileTest {
    @TempDir
    Path directory = Path.of("");

    private final CallTrace trace = new CallTrace();

    @ParameterizedTest
    @ValueSource(strings = {"0600", "0660", "0666", "0777", "0700", "0002", "0000"})
    void theSocketFileGetsExactlyTheModeThatWasAskedFor(String mode) throws Exception {
        Path socket = directory.resolve("s");
        int asked = ModeText.parseOctal(mode).orElseThrow();
        try (Poller poller = new LinuxSocketDoor(trace).open("test");
                Listener _ = poller.listen(binding(socket, new FileMode.Exactly(asked)), 1, () -> {})) {
            assertThat(modeOf(socket)).isEqualTo(ModeText.permissions(asked));
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void theModeIsSetOnTheSocketBeforeTheFileExistsAndCompletedBeforeAnybodyCanConnect() throws Exception {
        Path socket = directory.resolve("s");
        int asked = 0600 | ModeAtBind.umaskOfThisProcess();
        try (Poller poller = new LinuxSocketDoor(trace).open("test");
                Listener _ = poller.listen(binding(socket, new FileMode.Exactly(asked)), 1, () -> {})) {
            assertThat(calls()).containsSubsequence("socket", "fchmod", "bind", "chmod", "listen");
        }
    }

    @Test
    void aModeThatTheUmaskLeavesAloneNeedsNoChmodAfterwards() throws Exception {
        Path socket = directory.resolve("s");
        int asked = 0600 & ~ModeAtBind.umaskOfThisProcess();
        try (Poller poller = new LinuxSocketDoor(trace).open("test");
                Listener _ = poller.listen(binding(socket, new FileMode.Exactly(asked)), 1, () -> {})) {
            assertThat(calls()).containsSubsequence("socket", "fchmod", "bind", "listen").doesNotContain("chmod");
        }
    }

    @Test
    void withoutAModeTheUmaskDecidesAlone() throws Exception {
        Path socket = directory.resolve("s");
        try (Poller poller = new LinuxSocketDoor(trace).open("test");
                Listener _ = poller.listen(binding(socket, new FileMode.ByUmask()), 1, () -> {})) {
            int usual = new ModeAtBind(ModeAtBind.STANDARD, ModeAtBind.umaskOfThisProcess()).atBirth();
            assertThat(modeOf(socket)).isEqualTo(ModeText.permissions(usual));
            assertThat(calls()).doesNotContain("fchmod", "chmod");
        }
    }

    @Test
    void aFailedBindLeavesWhatStandsThereAsItWas() throws Exception {
        Path file = Files.writeString(directory.resolve("s"), "not ours");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        try (Poller poller = new LinuxSocketDoor(trace).open("test")) {
            assertThatThrownBy(() -> poller.listen(binding(file, new FileMode.Exactly(0777)), 1, () -> {}))
                    .isInstanceOf(SocketFailure.class);
        }
        assertThat(modeOf(file)).isEqualTo("r--r-----");
        assertThat(file).hasContent("not ours");
    }

    private static Binding binding(Path socket, FileMode mode) {
        return new Binding(SocketType.STREAM, Address.Path.of(socket.toString()), mode);
    }

    private static String modeOf(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> calls() {
        List<String> names = new ArrayList<>();
        for (long at = trace.first(); at < trace.end(); at++) {
            TracedCall call = trace.at(at);
            if (call != null) {
                names.add(call.text().replaceAll("(?s)\\(.*", ""));
            }
        }
        return names;
    }
}
