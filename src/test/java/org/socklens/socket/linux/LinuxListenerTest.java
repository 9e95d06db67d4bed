package org.socklens.socket.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.Connection;
import org.socklens.socket.Listener;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

class LinuxListenerTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void connectionsThatWaitAreCountedAndAFullBacklogIsEagain() throws Exception {
        Address address = Address.Path.of(directory.resolve("s").toString());
        try (Poller poller = new LinuxSocketDoor(new CallTrace()).open("test");
                Listener listener = poller.listen(Binding.of(SocketType.STREAM, address), 2, () -> {})) {
            assertThat(listener.waiting()).isZero();
            try (Connection one = poller.connect(SocketType.STREAM, address);
                    Connection two = poller.connect(SocketType.STREAM, address);
                    Connection three = poller.connect(SocketType.STREAM, address)) {
                assertThat(listener.waiting()).isEqualTo(3);
                assertThat(one.peer()).isEqualTo(two.peer()).isEqualTo(three.peer());
                assertThatThrownBy(() -> poller.connect(SocketType.STREAM, address))
                        .isInstanceOfSatisfying(
                                SocketFailure.class, failure -> assertThat(failure.errno()).isEqualTo(Errno.EAGAIN));
                try (Connection accepted = listener.accept()) {
                    assertThat(accepted).isNotNull();
                    assertThat(listener.waiting()).isEqualTo(2);
                }
            }
        }
    }

    @Test
    void callsAreTracedAsAClassroomWouldWriteThem() throws Exception {
        CallTrace trace = new CallTrace();
        String path = directory.resolve("s").toString();
        try (Poller poller = new LinuxSocketDoor(trace).open("test");
                Listener listener = poller.listen(Binding.of(SocketType.STREAM, Address.Path.of(path)), 5, () -> {})) {
            assertThat(listener.waiting()).isZero();
        }
        StringBuilder all = new StringBuilder();
        for (long at = trace.first(); at < trace.end(); at++) {
            all.append(trace.at(at)).append('\n');
        }
        assertThat(all.toString())
                .contains("socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0) = ")
                .contains("{AF_UNIX, \"" + path + "\"}, " + (path.length() + 3) + ") = 0")
                .contains(", 5) = 0");
    }
}
