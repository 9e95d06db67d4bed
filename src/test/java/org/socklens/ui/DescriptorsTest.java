package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.endpoint.HeldDescriptor;
import org.socklens.socket.Address;
import org.socklens.socket.Passable;

/// Open descriptors passed from the client's panel to the server's.
class DescriptorsTest {
    @TempDir
    Path directory = Path.of("");

    private final Panels panels = new Panels();

    @BeforeEach
    void connect() {
        panels.listen(directory.resolve("echo.sock"));
        panels.client.form().follow(panels.server.reachableProperty().get());
        panels.client.toggle();
        panels.until(panels.client::isConnected);
    }

    @AfterEach
    void close() {
        panels.close();
    }

    @Test
    void aPassedFileIsListedUntilItIsClosed() throws Exception {
        Path file = Files.writeString(directory.resolve("passed.txt"), "content");
        panels.client.messageProperty().set("take this");
        panels.client.pass(new Passable.File(Address.Path.of(file.toString())));
        panels.until(() -> panels.server.descriptors().held().size() == 1);
        HeldDescriptor held = panels.server.descriptors().held().getFirst();
        assertThat(held.connection()).isEqualTo(1);
        assertThat(held.descriptor().kind()).isEqualTo("regular file, read only");
        assertThat(held.descriptor().target()).isEqualTo(file.toString());
        assertThat(panels.client.messageProperty().get()).isEqualTo("take this");
        panels.server.descriptors().close(held.descriptor().number());
        panels.until(() -> panels.server.descriptors().held().isEmpty());
    }

    @Test
    void withoutAMessageOneZeroByteCarriesTheDescriptor() {
        panels.client.pass(new Passable.PipeToWrite());
        panels.until(() -> panels.server.transcript().bytesReceived() == 1);
        panels.until(() -> panels.client.descriptors().held().size() == 1);
        panels.client.toggle();
        panels.until(() -> panels.client.descriptors().held().isEmpty()
                && panels.server.descriptors().held().isEmpty());
    }

    @Test
    void aFileThatIsNotThereIsNamedAndTheConnectionGoesOn() {
        Path missing = directory.resolve("missing");
        panels.client.pass(new Passable.File(Address.Path.of(missing.toString())));
        panels.until(() -> !panels.client.errorProperty().get().isEmpty());
        assertThat(panels.client.errorProperty().get())
                .isEqualTo("openat: ENOENT (2, No such file or directory). The file " + missing
                        + " was not passed; the connection goes on.");
        assertThat(panels.client.isConnected()).isTrue();
    }
}
