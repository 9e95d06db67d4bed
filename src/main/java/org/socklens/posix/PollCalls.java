package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Waiting for readiness (`man 7 epoll`) and waking up (`man 2 eventfd`). Results follow the kernel: 0 or more, or
/// minus errno.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class PollCalls {
    /// Something can be received, or a connection can be accepted.
    public static final int EPOLLIN = 0x1;
    /// Something can be sent.
    public static final int EPOLLOUT = 0x4;
    /// An error waits to be told by the next call.
    public static final int EPOLLERR = 0x8;
    /// Both directions are closed.
    public static final int EPOLLHUP = 0x10;
    /// The peer sends no more.
    public static final int EPOLLRDHUP = 0x2000;

    /// Readiness is reported once each time it begins.
    public static final int EPOLLET = 1 << 31;

    private static final int EPOLL_CLOEXEC = 0x80000;
    private static final int EFD_CLOEXEC_NONBLOCK = 0x80000 | 0x800;
    // The kernel packs epoll_event on x86-64 only.
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");
    private static final long EVENT_BYTES = PACKED ? 12 : 16;
    private static final long DATA_OFFSET = PACKED ? 4 : 8;

    private static final MethodHandle EPOLL_CREATE1 = Linkage.bind("epoll_create1", Linkage.returningInt(JAVA_INT));
    private static final MethodHandle EPOLL_CTL =
            Linkage.bind("epoll_ctl", Linkage.returningInt(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle EPOLL_WAIT =
            Linkage.bind("epoll_wait", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle EVENTFD = Linkage.bind("eventfd", Linkage.returningInt(JAVA_INT, JAVA_INT));
    private static final MethodHandle READ =
            Linkage.bind("read", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            Linkage.bind("write", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG));

    /// What `epoll_ctl` is asked to do.
    public enum Control {
        EPOLL_CTL_ADD(1),
        EPOLL_CTL_DEL(2),
        EPOLL_CTL_MOD(3);

        private final int number;

        Control(int number) {
            this.number = number;
        }
    }

    private final Caller caller;
    private final int capacity;
    private final MemorySegment events;
    private final MemorySegment request;
    private final MemorySegment counter;

    /// Calls made here are told to the trace of `caller`.
    ///
    /// @param capacity how many ready descriptors one wait can report
    public PollCalls(Caller caller, int capacity) {
        this.caller = caller;
        this.capacity = capacity;
        events = caller.allocate(EVENT_BYTES * capacity);
        request = caller.allocate(16);
        counter = caller.allocate(8);
    }

    /// `epoll_create1(EPOLL_CLOEXEC)`.
    public int create() {
        int result;
        try {
            result = (int) EPOLL_CREATE1.invokeExact(caller.errnoSlot(), EPOLL_CLOEXEC);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.EPOLL_CREATE1, -1, 0, 0, null, caller.kernelResult(result));
    }

    /// `epoll_ctl`: which events of `fd` the queue reports.
    public int control(int epoll, Control control, int fd, int interest) {
        request.set(JAVA_INT_UNALIGNED, 0, interest);
        request.set(JAVA_INT_UNALIGNED, DATA_OFFSET, fd);
        int result;
        try {
            result = (int) EPOLL_CTL.invokeExact(caller.errnoSlot(), epoll, control.number, fd, request);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.EPOLL_CTL, fd, epoll, 0, control.name(), caller.kernelResult(result));
    }

    /// `epoll_wait`: how many descriptors are ready. [#readyFd] and [#readyEvents] tell which, and for what.
    ///
    /// @param milliseconds the longest wait; -1 waits for ever
    public int await(int epoll, int milliseconds) {
        int result;
        try {
            result = (int) EPOLL_WAIT.invokeExact(caller.errnoSlot(), epoll, events, capacity, milliseconds);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.EPOLL_WAIT, epoll, capacity, milliseconds, null, caller.kernelResult(result));
    }

    /// The descriptor of a ready entry.
    public int readyFd(int entry) {
        return events.get(JAVA_INT_UNALIGNED, entry * EVENT_BYTES + DATA_OFFSET);
    }

    /// The events of a ready entry.
    public int readyEvents(int entry) {
        return events.get(JAVA_INT_UNALIGNED, entry * EVENT_BYTES);
    }

    /// `eventfd(0)`: a counter that [#wake] raises and [#drain] resets.
    public int eventCounter() {
        int result;
        try {
            result = (int) EVENTFD.invokeExact(caller.errnoSlot(), 0, EFD_CLOEXEC_NONBLOCK);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.EVENTFD, -1, 0, 0, null, caller.kernelResult(result));
    }

    /// Adds one to an event counter, which makes it readable.
    public long wake(int eventCounter) {
        counter.set(JAVA_LONG, 0, 1);
        long result;
        try {
            result = (long) WRITE.invokeExact(caller.errnoSlot(), eventCounter, counter, 8L);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.WRITE, eventCounter, 8, 0, null, caller.kernelResult(result));
    }

    /// Resets an event counter.
    public long drain(int eventCounter) {
        long result;
        try {
            result = (long) READ.invokeExact(caller.errnoSlot(), eventCounter, counter, 8L);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.READ, eventCounter, 8, 0, null, caller.kernelResult(result));
    }
}
