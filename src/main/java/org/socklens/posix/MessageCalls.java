package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// `recvmsg` and `sendmsg`: bytes, and what goes beside them (address, ancillary data). Results follow the kernel: 0 or
/// more, or minus errno. Nothing blocks on a non-blocking socket, sends never raise SIGPIPE, and received descriptors
/// are close-on-exec.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class MessageCalls {
    private static final int MSG_CTRUNC = 0x8;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;

    private static final MethodHandle RECVMSG =
            Linkage.bind("recvmsg", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SENDMSG =
            Linkage.bind("sendmsg", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_INT));

    // struct msghdr of 64-bit Linux, and its one struct iovec after it.
    private static final long MSG_NAME = 0;
    private static final long MSG_NAMELEN = 8;
    private static final long MSG_IOV = 16;
    private static final long MSG_IOVLEN = 24;
    private static final long MSG_CONTROL = 32;
    private static final long MSG_CONTROLLEN = 40;
    private static final long MSG_FLAGS = 48;
    private static final long MSG_BYTES = 56;
    private static final long IOV_BASE = MSG_BYTES;
    private static final long IOV_LEN = MSG_BYTES + 8;

    private final Caller caller;
    private final int always;
    private final String streamFlags;
    private final String messageFlags;
    private final SystemCall sending;
    private final MemorySegment header;
    private final MemorySegment address;
    private final MemorySegment control;

    /// Calls made here are told to the trace of `caller`.
    public MessageCalls(Caller caller) {
        this(caller, 0, "", SystemCall.SENDMSG);
    }

    /// As the constructor, for descriptors that may be blocking ones: no call here waits all the same (MSG_DONTWAIT).
    public static MessageCalls neverWaiting(Caller caller) {
        return new MessageCalls(caller, MSG_DONTWAIT, "|MSG_DONTWAIT", SystemCall.SENDMSG_DONTWAIT);
    }

    /// @param always flags that go with every call
    private MessageCalls(Caller caller, int always, String alwaysText, SystemCall sending) {
        this.caller = caller;
        this.always = always;
        this.sending = sending;
        streamFlags = "MSG_CMSG_CLOEXEC" + alwaysText;
        messageFlags = "MSG_TRUNC|MSG_CMSG_CLOEXEC" + alwaysText;
        address = caller.allocate(SocketAddressBytes.BYTES);
        control = caller.allocate(AncillaryBytes.ROOM);
        header = caller.allocate(MSG_BYTES + 16);
        header.set(ADDRESS, MSG_IOV, header.asSlice(MSG_BYTES, 16));
        header.set(JAVA_LONG, MSG_IOVLEN, 1);
    }

    /// Receives from a byte stream into `length` bytes of native memory; 0 is end of stream.
    public long receive(int fd, MemorySegment into, int length) {
        return receive(fd, into, length, MSG_CMSG_CLOEXEC, streamFlags);
    }

    /// Receives one message; the result is its real length, which may be more than the `length` bytes that were taken.
    public long receiveMessage(int fd, MemorySegment into, int length) {
        return receive(fd, into, length, MSG_TRUNC | MSG_CMSG_CLOEXEC, messageFlags);
    }

    private long receive(int fd, MemorySegment into, int length, int flags, String flagsText) {
        header.set(ADDRESS, MSG_NAME, address);
        header.set(JAVA_INT, MSG_NAMELEN, (int) SocketAddressBytes.BYTES);
        header.set(ADDRESS, MSG_CONTROL, control);
        header.set(JAVA_LONG, MSG_CONTROLLEN, AncillaryBytes.ROOM);
        header.set(ADDRESS, IOV_BASE, into);
        header.set(JAVA_LONG, IOV_LEN, length);
        long result;
        try {
            result = (long) RECVMSG.invokeExact(caller.errnoSlot(), fd, header, flags | always);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.RECVMSG, fd, length, 0, flagsText, caller.kernelResult(result));
    }

    /// `sun_path` of whoever sent what the latest receive brought; empty when that socket has no name or the kernel
    /// does not tell (it never does for connected streams).
    public byte[] sender() {
        return SocketAddressBytes.sunPath(address, header.get(JAVA_INT, MSG_NAMELEN));
    }

    /// Whether the latest receive that succeeded brought ancillary data.
    public boolean hasAncillary() {
        return header.get(JAVA_LONG, MSG_CONTROLLEN) > 0;
    }

    /// The ancillary data of the latest receive that succeeded. Its descriptors are open and the asker's to close.
    public Ancillary ancillary() {
        return AncillaryBytes.read(control, header.get(JAVA_LONG, MSG_CONTROLLEN));
    }

    /// Whether ancillary data of the latest receive was lost (MSG_CTRUNC), such as descriptors beyond the process's
    /// limit.
    public boolean ancillaryTruncated() {
        return (header.get(JAVA_INT, MSG_FLAGS) & MSG_CTRUNC) != 0;
    }

    /// Sends `length` bytes of native memory over a connected socket; on a stream the kernel may take fewer.
    public long send(int fd, MemorySegment from, int length) {
        header.set(ADDRESS, MSG_NAME, MemorySegment.NULL);
        header.set(JAVA_INT, MSG_NAMELEN, 0);
        header.set(ADDRESS, MSG_CONTROL, MemorySegment.NULL);
        header.set(JAVA_LONG, MSG_CONTROLLEN, 0);
        return send(fd, from, length, "");
    }

    /// As [#send], to an address.
    ///
    /// @param sunPath as for [SocketCalls#bind]
    public long sendTo(int fd, MemorySegment from, int length, byte[] sunPath) {
        header.set(ADDRESS, MSG_NAME, address);
        header.set(JAVA_INT, MSG_NAMELEN, SocketAddressBytes.fill(address, sunPath));
        header.set(ADDRESS, MSG_CONTROL, MemorySegment.NULL);
        header.set(JAVA_LONG, MSG_CONTROLLEN, 0);
        return send(fd, from, length, new Destination(sunPath));
    }

    /// As [#send], with open descriptors beside the bytes (SCM_RIGHTS): the receiver gets copies. On a stream at least
    /// one byte must go with them.
    ///
    /// @param descriptors at most [Ancillary#MOST_DESCRIPTORS]
    public long sendWith(int fd, MemorySegment from, int length, int[] descriptors) {
        header.set(ADDRESS, MSG_NAME, MemorySegment.NULL);
        header.set(JAVA_INT, MSG_NAMELEN, 0);
        header.set(ADDRESS, MSG_CONTROL, control);
        header.set(JAVA_LONG, MSG_CONTROLLEN, AncillaryBytes.writeRights(control, descriptors));
        return send(fd, from, length, new Rights(descriptors.clone()));
    }

    private long send(int fd, MemorySegment from, int length, Object beside) {
        header.set(ADDRESS, IOV_BASE, from);
        header.set(JAVA_LONG, IOV_LEN, length);
        long result;
        try {
            result = (long) SENDMSG.invokeExact(caller.errnoSlot(), fd, header, MSG_NOSIGNAL | always);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(sending, fd, length, 0, beside, caller.kernelResult(result));
    }

    /// Where a message goes, as it stands in the text of the call: made only when somebody reads it.
    private static final class Destination {
        private final byte[] sunPath;

        Destination(byte[] sunPath) {
            this.sunPath = sunPath;
        }

        @Override
        public String toString() {
            return SocketAddressBytes.text(sunPath) + ", ";
        }
    }

    /// Which descriptors go with a message, as they stand in the text of the call.
    private static final class Rights {
        private final int[] descriptors;

        Rights(int[] descriptors) {
            this.descriptors = descriptors;
        }

        @Override
        public String toString() {
            return "SCM_RIGHTS " + Arrays.toString(descriptors) + ", ";
        }
    }
}
