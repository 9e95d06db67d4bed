package org.socklens.socket.linux;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.PollCalls;
import org.socklens.posix.ProcessStatus;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.Connection;
import org.socklens.socket.DatagramSocket;
import org.socklens.socket.Listener;
import org.socklens.socket.Pairs;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// Readiness through one epoll queue, level-triggered, and an eventfd that wakes it.
final class EpollPoller implements Poller {
    /// Is told the ready events of a descriptor.
    interface Ready {
        void ready(int events);
    }

    private static final int READY_CAPACITY = 256;

    private final Kernel kernel;
    private final Pairs pairs;
    private final PollCalls poll;
    private final PollCalls wakerPoll;
    private final ReentrantLock wakerLock = new ReentrantLock();
    private final int epoll;
    private final int waker;
    private final WaitTimer timer;
    private @Nullable Ready[] registered = new @Nullable Ready[64];
    private final RecentProcess recentProcess = new RecentProcess();
    private boolean closed;

    /// @param waking makes the calls of whichever thread wakes this poller
    EpollPoller(Caller caller, Caller waking) throws SocketFailure {
        kernel = new Kernel(caller);
        pairs = new LinuxPairs(this, caller);
        poll = new PollCalls(caller, READY_CAPACITY);
        wakerPoll = new PollCalls(waking, 1);
        timer = new WaitTimer(kernel);
        int queue = poll.create();
        int counter = queue < 0 ? queue : poll.eventCounter();
        if (counter < 0) {
            SocketFailure failure = kernel.failure(queue < 0 ? "epoll_create1" : "eventfd", counter);
            if (queue >= 0) {
                kernel.sockets.close(queue);
            }
            kernel.sockets.close(timer.fd());
            throw failure;
        }
        epoll = queue;
        waker = counter;
        register(waker, PollCalls.EPOLLIN, _ -> poll.drain(waker));
        register(timer.fd(), WaitTimer.EVENTS, _ -> timer.ranOut());
    }

    @Override
    public Listener listen(Binding binding, int backlog, Runnable ready) throws SocketFailure {
        LinuxListener listener = LinuxListener.open(this, kernel, binding, backlog);
        register(listener.fd(), PollCalls.EPOLLIN, _ -> ready.run());
        return listener;
    }

    @Override
    public Connection connect(SocketType type, Address address) throws SocketFailure {
        int fd = kernel.checked("socket", kernel.sockets.socket(type.number()));
        return connect(fd, type, address, null);
    }

    @Override
    public Connection connect(Binding own, Address address) throws SocketFailure {
        int fd = kernel.checked("socket", kernel.sockets.socket(own.type().number()));
        return connect(fd, own.type(), address, NameMaker.bindOrClose(kernel, fd, own));
    }

    private Connection connect(int fd, SocketType type, Address address, @Nullable BoundName name)
            throws SocketFailure {
        int result = kernel.sockets.connect(fd, SunPath.of(address));
        if (result < 0) {
            SocketFailure failure = kernel.failure("connect", result);
            if (name != null) {
                name.release();
            }
            kernel.sockets.close(fd);
            throw failure;
        }
        return LinuxConnection.open(this, kernel, fd, type, name);
    }

    @Override
    public DatagramSocket bind(Binding binding) throws SocketFailure {
        return LinuxDatagramSocket.open(this, kernel, binding);
    }

    @Override
    public Pairs pairs() {
        return pairs;
    }

    @Override
    public void poll(int milliseconds) throws SocketFailure {
        if (milliseconds > 0) {
            timer.boundWait(lastNanos(), milliseconds);
        }
        int ready = poll.await(epoll, milliseconds > 0 ? -1 : milliseconds);
        if (Kernel.is(ready, Errno.EINTR)) {
            return;
        }
        kernel.checked("epoll_wait", ready);
        for (int i = 0; i < ready; i++) {
            // A handler may have closed a later descriptor of this round: then nobody is registered for it.
            Ready handler = registered[poll.readyFd(i)];
            if (handler != null) {
                handler.ready(poll.readyEvents(i));
            }
        }
    }

    @Override
    public void wakeUp() {
        wakerLock.lock();
        try {
            if (!closed) {
                wakerPoll.wake(waker);
            }
        } finally {
            wakerLock.unlock();
        }
    }

    @Override
    public long lastNanos() {
        return kernel.caller.lastNanos();
    }

    @Override
    public long lastCall() {
        return kernel.caller.lastCall();
    }

    @Override
    public void close() {
        wakerLock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            kernel.sockets.close(timer.fd());
            kernel.sockets.close(waker);
            kernel.sockets.close(epoll);
        } finally {
            wakerLock.unlock();
        }
    }

    /// What there is to know of a process that connects.
    Optional<ProcessStatus> process(int pid) {
        return recentProcess.status(pid, lastNanos());
    }

    void register(int fd, int events, Ready ready) throws SocketFailure {
        kernel.checked("epoll_ctl", poll.control(epoll, PollCalls.Control.EPOLL_CTL_ADD, fd, events));
        if (fd >= registered.length) {
            registered = Arrays.copyOf(registered, Math.max(fd + 1, registered.length * 2));
        }
        registered[fd] = ready;
    }

    void change(int fd, int events) {
        control(fd, PollCalls.Control.EPOLL_CTL_MOD, events);
    }

    /// Starts or stops reporting anything at all about a registered descriptor: the kernel reports EPOLLHUP unasked.
    void control(int fd, PollCalls.Control control, int events) {
        int result = poll.control(epoll, control, fd, events);
        if (result < 0) {
            throw new IllegalStateException("epoll_ctl: " + Errno.of(-result) + " on a registered descriptor");
        }
    }

    /// Forgets a descriptor that is about to be closed. Closing alone takes it out of the kernel's queue only if no other
    /// process holds a copy.
    void forget(int fd) {
        if (fd < registered.length && registered[fd] != null) {
            registered[fd] = null;
            poll.control(epoll, PollCalls.Control.EPOLL_CTL_DEL, fd, 0);
        }
    }
}
