package org.socklens.socket.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.ChildCalls;
import org.socklens.posix.Errno;
import org.socklens.posix.PollCalls;
import org.socklens.posix.Signal;
import org.socklens.posix.WaitStatus;
import org.socklens.socket.ChildProcess;
import org.socklens.socket.SocketFailure;

/// A child whose end the poller reports (`man 2 pidfd_open`), so that it is waited for at once and is no zombie.
final class LinuxChild implements ChildProcess {
    private final EpollPoller poller;
    private final Kernel kernel;
    private final ChildCalls calls;
    private final int pid;
    private final int pidDescriptor;
    private @Nullable WaitStatus end;

    private LinuxChild(EpollPoller poller, Kernel kernel, ChildCalls calls, int pid, int pidDescriptor) {
        this.poller = poller;
        this.kernel = kernel;
        this.calls = calls;
        this.pid = pid;
        this.pidDescriptor = pidDescriptor;
    }

    /// Takes over a child that was just started; kills it on failure.
    static LinuxChild watch(EpollPoller poller, Kernel kernel, ChildCalls calls, int pid, Runnable ended)
            throws SocketFailure {
        int pidDescriptor = calls.openPid(pid);
        if (pidDescriptor < 0) {
            SocketFailure failure = kernel.failure("pidfd_open", pidDescriptor);
            calls.kill(pid, Signal.SIGKILL);
            calls.awaitEnd(pid);
            throw failure;
        }
        LinuxChild child = new LinuxChild(poller, kernel, calls, pid, pidDescriptor);
        try {
            poller.register(pidDescriptor, PollCalls.EPOLLIN, _ -> child.reap(ended));
        } catch (SocketFailure failure) {
            child.close();
            throw failure;
        }
        return child;
    }

    private void reap(Runnable ended) {
        if (calls.reap(pid) == pid) {
            finish();
            ended.run();
        }
    }

    private void finish() {
        end = calls.status();
        poller.forget(pidDescriptor);
        kernel.sockets.close(pidDescriptor);
    }

    @Override
    public int pid() {
        return pid;
    }

    @Override
    public Optional<WaitStatus> end() {
        return Optional.ofNullable(end);
    }

    @Override
    public boolean isStopped() {
        if (end != null) {
            return false;
        }
        try {
            String line = new String(
                    Files.readAllBytes(Path.of("/proc", Integer.toString(pid), "stat")), StandardCharsets.ISO_8859_1);
            // The state follows the name, which stands in brackets and may hold anything.
            return line.startsWith("T", line.lastIndexOf(')') + 2);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void signal(Signal signal) {
        if (end == null) {
            calls.kill(pid, signal);
        }
    }

    @Override
    public void close() {
        if (end != null) {
            return;
        }
        calls.kill(pid, Signal.SIGKILL);
        int result = calls.awaitEnd(pid);
        while (Kernel.is(result, Errno.EINTR)) {
            result = calls.awaitEnd(pid);
        }
        finish();
    }
}
