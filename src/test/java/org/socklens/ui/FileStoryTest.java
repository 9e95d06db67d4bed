package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The socket file in the window, by `fx:id`: looked at, judged, changed, seen by `stat`.
class FileStoryTest extends WindowStory {
    @TempDir
    Path directory = Path.of("");

    private final AtomicReference<ServerSocketChannel> listener = new AtomicReference<>();
    private Path socket = Path.of("");

    @BeforeEach
    void aListenerOfSomebodyElse() throws Exception {
        socket = directory.resolve("their.sock");
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.set(channel);
        channel.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxr-xr-x"));
        interact(() -> lookup("#filePath").queryTextInputControl().setText(socket.toString()));
        until(() -> text("#fileKind").equals("live STREAM listener"));
    }

    @AfterEach
    void closeListener() throws Exception {
        Objects.requireNonNull(listener.get()).close();
    }

    @Test
    void theVerdictForAnotherAccountAndTheModeThatHelps() throws Exception {
        interact(() -> lookup("#fileWho").queryComboBox().getEditor().setText("nobody"));
        until(() -> text("#fileVerdict").startsWith("nobody may not connect. connect: EACCES"));
        assertThat(field("#fileOctal")).isEqualTo("0755");
        assertThat(field("#fileSymbolic")).isEqualTo("srwxr-xr-x");
        clickOn("#bit-OTHERS_WRITE");
        assertThat(field("#fileOctal")).isEqualTo("0757");
        assertThat(field("#fileSymbolic")).isEqualTo("srwxr-xrwx");
        until(() -> text("#fileVerdict").startsWith("After Apply: nobody may connect."));
        assertThat(mode()).isEqualTo("rwxr-xr-x");
        clickOn("#fileApply");
        until(() -> mode().equals("rwxr-xrwx"));
        until(() -> text("#fileVerdict").startsWith("nobody may connect."));
        assertThat(text("#fileMessage")).contains("is now 0757");
    }

    @Test
    void aTypedModeMovesTheBitsAndAMistypedOneDoesNot() {
        clickOn("#fileOctal").push(KeyCode.SHORTCUT, KeyCode.A).write("660");
        until(() -> field("#fileSymbolic").equals("srw-rw----"));
        assertThat(lookup("#bit-GROUP_WRITE").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(lookup("#bit-OTHERS_READ").queryAs(ToggleButton.class).isSelected()).isFalse();
        clickOn("#fileOctal").push(KeyCode.SHORTCUT, KeyCode.A).write("9");
        assertThat(field("#fileSymbolic")).isEqualTo("srw-rw----");
        assertThat(lookup("#fileApply").queryButton().isDisabled()).isTrue();
    }

    @Test
    void theOwnerCanBeChangedByName() throws Exception {
        assumeTrue(
                (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "needs root");
        clickOn("#fileOwner").push(KeyCode.SHORTCUT, KeyCode.A).write("nobody");
        clickOn("#fileApply");
        until(() -> Files.getOwner(socket).getName().equals("nobody"));
    }

    @Test
    void aStaleSocketIsRemovedAndNothingElseIsEverOffered() throws Exception {
        assertThat(lookup("#fileCleanup").queryButton().isVisible()).isFalse();
        Objects.requireNonNull(listener.get()).close();
        until(() -> text("#fileKind").equals("stale"));
        assertThat(text("#fileVerdict")).startsWith("Stale: nothing listens behind this socket file");
        clickOn("#fileCleanup");
        until(() -> text("#fileKind").equals("free"));
        assertThat(socket).doesNotExist();
        assertThat(lookup("#fileCleanup").queryButton().isVisible()).isFalse();
    }

    @Test
    void tryingItConnectsReally() {
        clickOn("#fileTry");
        until(() -> text("#fileMessage").contains("connected, as said, and closed again at once"));
    }

    private String field(String id) {
        return lookup(id).queryTextInputControl().getText();
    }

    private String mode() throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(socket));
    }
}
