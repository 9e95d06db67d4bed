package org.socklens.socket.linux;

import org.jspecify.annotations.Nullable;
import org.socklens.posix.PollCalls;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.Connection;
import org.socklens.socket.Listener;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// A listening socket and the socket file that it made.
final class LinuxListener implements Listener {
    private final EpollPoller poller;
    private final Kernel kernel;
    private final int fd;
    private final SocketType type;
    private final @Nullable BoundName boundName;
    private final Address address;
    private final Backlog backlog;
    private boolean closed;

    private LinuxListener(
            EpollPoller poller, Kernel kernel, int fd, SocketType type, @Nullable BoundName boundName) {
        this.poller = poller;
        this.kernel = kernel;
        this.fd = fd;
        this.type = type;
        this.boundName = boundName;
        address = kernel.nameOf(fd);
        backlog = Backlog.of(fd);
    }

    static LinuxListener open(EpollPoller poller, Kernel kernel, Binding binding, int backlog) throws SocketFailure {
        int fd = kernel.checked("socket", kernel.sockets.socket(binding.type().number()));
        BoundName name = NameMaker.bindOrClose(kernel, fd, binding);
        LinuxListener listener = new LinuxListener(poller, kernel, fd, binding.type(), name);
        int listening = kernel.sockets.listen(fd, backlog);
        if (listening < 0) {
            SocketFailure failure = kernel.failure("listen", listening);
            listener.close();
            throw failure;
        }
        return listener;
    }

    int fd() {
        return fd;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public @Nullable Connection accept() throws SocketFailure {
        int accepted = kernel.sockets.accept(fd);
        if (Kernel.isLater(accepted)) {
            return null;
        }
        return LinuxConnection.open(poller, kernel, kernel.checked("accept4", accepted), type, null);
    }

    @Override
    public int waiting() {
        return backlog.waiting();
    }

    @Override
    public void watch(boolean watched) {
        poller.change(fd, watched ? PollCalls.EPOLLIN : 0);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        // The file goes first: while the socket is open its inode cannot be given to another file.
        if (boundName != null) {
            boundName.release();
        }
        poller.forget(fd);
        kernel.sockets.close(fd);
    }
}
