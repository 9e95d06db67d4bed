package org.socklens.access.occupant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestSockets;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.FileStatus;

class BoundSocketsTest {
    @TempDir
    Path dir = Path.of("");

    private final TestSockets sockets = new TestSockets();
    private final BoundSockets bound = new BoundSockets(TestSockets.caller());

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    @Test
    void aFileSystemThatTellsAnotherDeviceThanTheKernelsListIsSeenThrough() {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 3);
        FileStatus status = new PathWalker(TestSockets.caller()).walk(TestSockets.bytes(path)).last().reached().status();
        FileStatus elsewhere = new FileStatus(
                status.device() + 1,
                status.inode(),
                status.mode(),
                status.links(),
                status.uid(),
                status.gid(),
                status.size(),
                status.changed(),
                status.mount());
        assertThat(bound.find(elsewhere)).isEmpty();
        assertThat(bound.findByInodeAlone(elsewhere)).hasValueSatisfying(socket -> {
            assertThat(socket.state()).isEqualTo(BoundSocket.State.LISTENING);
            assertThat(socket.backlog()).isEqualTo(3);
        });
    }
}
