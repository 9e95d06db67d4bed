package org.socklens.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.SocketCalls;

/// Real sockets for tests, all closed together. One thread.
public final class TestSockets implements AutoCloseable {
    public static final int STREAM = 1;
    public static final int DATAGRAM = 2;
    public static final int SEQPACKET = 5;

    private final SocketCalls calls = new SocketCalls(caller());
    private final List<Integer> open = new ArrayList<>();

    /// A caller whose trace nobody reads.
    public static Caller caller() {
        return new Caller(CallTrace.discarding(), "test");
    }

    public static byte[] bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8);
    }

    public int socket(int type) {
        int fd = calls.socket(type);
        assertThat(fd).isNotNegative();
        open.add(fd);
        return fd;
    }

    /// Bound and, if it is no datagram socket, listening.
    public int listener(Path path, int type, int backlog) {
        int fd = bound(path, type);
        if (type != DATAGRAM) {
            assertThat(calls.listen(fd, backlog)).isZero();
        }
        return fd;
    }

    public int bound(Path path, int type) {
        int fd = socket(type);
        assertThat(calls.bind(fd, sunPath(bytes(path)))).isZero();
        return fd;
    }

    /// A socket file that nobody listens behind any more.
    public void stale(Path path) {
        close(listener(path, STREAM, 1));
    }

    /// What the kernel answers to a connect: 0 or an errno.
    public int connect(byte[] path, int type) {
        return calls.connect(socket(type), sunPath(path));
    }

    public Errno connectFails(Path path, int type) {
        return failure(connect(bytes(path), type));
    }

    public Errno bindFails(Path path) {
        return failure(calls.bind(socket(STREAM), sunPath(bytes(path))));
    }

    public int bind(byte[] path) {
        return calls.bind(socket(STREAM), sunPath(path));
    }

    private static Errno failure(int result) {
        assertThat(result).isNegative();
        return Errno.of(-result);
    }

    public int bind(int fd, Path path) {
        return calls.bind(fd, sunPath(bytes(path)));
    }

    /// Whether a connection waits to be accepted.
    public boolean isWaiting(int listener) {
        int fd = calls.accept(listener);
        if (fd >= 0) {
            calls.close(fd);
        }
        return fd >= 0;
    }

    public int accept(int listener) {
        int fd = calls.accept(listener);
        assertThat(fd).isNotNegative();
        open.add(fd);
        return fd;
    }

    public void close(int fd) {
        calls.close(fd);
        open.remove(Integer.valueOf(fd));
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(this::close);
    }

    private static byte[] sunPath(byte[] path) {
        return Arrays.copyOf(path, path.length + 1);
    }
}
