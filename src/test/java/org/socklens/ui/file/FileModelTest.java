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
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.occupant.SocketFile;
import org.socklens.posix.CallTrace;

class FileModelTest {
    @TempDir
    Path directory = Path.of("");

    private final CallTrace trace = new CallTrace();
    private final FileModel model = FilePanels.model(trace);

    private void withinASecond(Predicate<SocketFile> shows) {
        await().atMost(Duration.ofSeconds(1)).pollInterval(Duration.ofMillis(20)).until(() -> {
            model.refresh();
            FileReport report = model.reportProperty().get();
            return report != null && shows.test(report.file());
        });
    }

    @Test
    void whatAShellDoesToTheSocketFileShowsWithinASecond() throws IOException {
        Path socket = directory.resolve("s");
        model.pathProperty().set(socket.toString());
        withinASecond(file -> file.occupant().words().equals("free"));
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            withinASecond(file -> file.occupant().words().equals("live STREAM listener"));
            assertThat(model.factsProperty().get()).startsWith("inode ").endsWith(" of 107 bytes");
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
            withinASecond(file -> file.symbolic().equals("srw-rw----") && file.octal().equals("0660"));
            Files.move(socket, directory.resolve("elsewhere"));
            withinASecond(file -> file.occupant().words().equals("free"));
            Files.move(directory.resolve("elsewhere"), socket);
        }
        withinASecond(file -> file.occupant().words().equals("stale"));
    }

    @Test
    void looksThatSeeNothingNewAreNotTold() {
        model.pathProperty().set(directory.toString());
        withinASecond(file -> file.occupant().words().equals("directory"));
        long told = trace.end();
        FileReport first = Objects.requireNonNull(model.reportProperty().get());
        long until = System.nanoTime() + Duration.ofMillis(700).toNanos();
        await().until(() -> {
            model.refresh();
            return System.nanoTime() > until;
        });
        assertThat(trace.end()).isEqualTo(told);
        assertThat(Objects.requireNonNull(model.reportProperty().get()).file()).isSameAs(first.file());
    }
}
