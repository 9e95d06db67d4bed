package org.socklens.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.ui.Panels;

class ServerModelTest {
    @TempDir
    Path directory = Path.of("");

    private final Panels panels = new Panels();

    @AfterEach
    void close() {
        panels.close();
    }

    private Path socket() {
        return directory.resolve("s");
    }

    private String notice() {
        return panels.server.noticeProperty().get();
    }

    @Test
    void theModeThatWasTypedIsTheModeOfTheSocketFile() throws Exception {
        panels.server.form().modeProperty().set("0660");
        panels.listen(socket());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket()))).isEqualTo("rw-rw----");
    }

    @Test
    void theModeMayBeTypedInLettersToo() throws Exception {
        panels.server.form().modeProperty().set("rw--w----");
        panels.listen(socket());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket()))).isEqualTo("rw--w----");
    }

    @Test
    void whatTheUmaskTakesIsTold() {
        panels.server.form().modeProperty().set("0666");
        assertThat(panels.server.form().modeHintProperty().get()).startsWith("The umask 0");
        panels.server.form().modeProperty().set("");
        assertThat(panels.server.form().modeHintProperty().get()).isEmpty();
    }

    @Test
    void aModeThatIsNoneIsRefusedBeforeAnyCallAndStaysTyped() {
        panels.server.form().modeProperty().set("0888");
        assertThat(panels.startError(socket().toString())).startsWith("The mode is “0888”, which is none.");
        assertThat(panels.server.form().modeProperty().get()).isEqualTo("0888");
        panels.server.form().modeProperty().set("4755");
        assertThat(panels.startError(socket().toString())).startsWith("The mode is “4755”, which is none.");
        assertThat(socket()).doesNotExist();
    }

    @Test
    void aRemovedNameIsToldAndWhatItMeans() throws Exception {
        panels.listen(socket());
        Files.delete(socket());
        panels.until(() -> notice().contains("was removed while serving"));
        assertThat(notice()).contains("connections live on, new clients get ENOENT (2, No such file or directory)");
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        assertThat(notice()).isEmpty();
    }

    @Test
    void aRenamedNameIsToldWithTheNewOneAndForgottenWhenItComesBack() throws Exception {
        panels.listen(socket());
        panels.until(() -> notice().isEmpty());
        Path other = directory.resolve("other");
        Files.move(socket(), other);
        panels.until(() -> notice().contains("was renamed to " + other));
        Files.move(other, socket());
        panels.until(() -> notice().isEmpty());
    }

    @Test
    void aReplacedNameIsToldAndLeftAloneOnStop() throws Exception {
        panels.listen(socket());
        Files.delete(socket());
        Files.writeString(socket(), "not ours");
        panels.until(() -> notice().startsWith("Another regular file"));
        assertThat(notice()).contains("new clients meet that one. Stop leaves it alone.");
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        assertThat(socket()).hasContent("not ours");
    }

    @Test
    void changedRightsAreToldAndStayOnScreen() throws Exception {
        panels.server.form().modeProperty().set("0755");
        panels.listen(socket());
        Files.setPosixFilePermissions(socket(), PosixFilePermissions.fromString("rw-------"));
        panels.until(() -> notice().startsWith("The mode of the socket file changed from 0755 to 0600"));
        Files.delete(socket());
        panels.until(() -> notice().contains("was removed while serving"));
    }
}
