package org.socklens.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// One Unix socket in the memory that the kernel wrote its diagnosis to (`struct unix_diag_msg` of `man 7 sock_diag`).
/// It is read while it is handed over and stands for another socket afterwards. What was not asked for is [#UNKNOWN].
public final class DiagnosisMessage {
    /// The kernel did not tell.
    public static final int UNKNOWN = -1;

    /// What a connected socket has instead of a peer's number: its peer is closed, or waits to be accepted.
    public static final long NO_NUMBER = 0;

    private static final int HEAD_BYTES = 16;
    private static final int KINDS = 8;
    private static final int NAME = 0;
    private static final int VFS = 1;
    private static final int PEER = 2;
    private static final int PENDING = 3;
    private static final int QUEUES = 4;
    private static final int MEMORY = 5;
    private static final int SHUTDOWN = 6;
    private static final int UID = 7;
    private static final int ABSENT = -1;
    /// Places of `SK_MEMINFO_VARS`.
    private static final int RECEIVE_ALLOCATED = 0;
    private static final int RECEIVE_BUFFER = 1;
    private static final int SEND_ALLOCATED = 2;
    private static final int SEND_BUFFER = 3;

    private final MemorySegment buffer;
    private final long[] values = new long[KINDS];
    private final int[] lengths = new int[KINDS];
    private long from;

    DiagnosisMessage(MemorySegment buffer) {
        this.buffer = buffer;
    }

    /// Stands for the message in this part of the buffer from now on.
    void read(long start, long end) {
        from = start;
        Arrays.fill(lengths, ABSENT);
        long at = start + HEAD_BYTES;
        while (at + 4 <= end) {
            int size = Math.max(4, Short.toUnsignedInt(buffer.get(JAVA_SHORT, at)));
            int kind = Short.toUnsignedInt(buffer.get(JAVA_SHORT, at + 2));
            if (kind < KINDS) {
                values[kind] = at + 4;
                lengths[kind] = size - 4;
            }
            at += (size + 3) & ~3L;
        }
    }

    /// 1 stream, 2 datagram, 5 seqpacket.
    public int type() {
        return buffer.get(JAVA_BYTE, from + 1);
    }

    /// 10 listening, 1 connected, 7 neither.
    public int state() {
        return buffer.get(JAVA_BYTE, from + 2);
    }

    /// The socket's own number, as in `socket:[N]` of `/proc/PID/fd`.
    public long inode() {
        return unsigned(from + 4);
    }

    /// `sun_path` as it was bound, a path without its final NUL; empty when it was not.
    public byte[] name() {
        int length = Math.max(0, lengths[NAME]);
        byte[] name = length == 0 ? new byte[0] : buffer.asSlice(values[NAME], length).toArray(JAVA_BYTE);
        boolean path = length > 0 && name[0] != 0;
        return path && name[length - 1] == 0 ? Arrays.copyOf(name, length - 1) : name;
    }

    /// The lower 32 bits of the socket file's inode; 0 when it has no file.
    public long fileInode() {
        return lengths[VFS] < 0 ? 0 : unsigned(values[VFS]);
    }

    /// The socket file's device, major in the upper half.
    public long fileDevice() {
        return lengths[VFS] < 0 ? 0 : device(unsigned(values[VFS] + 4));
    }

    /// The number of the socket at the other end, [#NO_NUMBER], or [#UNKNOWN] when there is no other end.
    public long peer() {
        return lengths[PEER] < 0 ? UNKNOWN : unsigned(values[PEER]);
    }

    /// The numbers of the clients' sockets that wait to be accepted.
    public long[] pending() {
        long[] pending = new long[Math.max(0, lengths[PENDING]) / 4];
        for (int i = 0; i < pending.length; i++) {
            pending[i] = unsigned(values[PENDING] + 4L * i);
        }
        return pending;
    }

    /// Connections that wait to be accepted on a listening socket, otherwise bytes to be read.
    public long receiveQueue() {
        return lengths[QUEUES] < 0 ? UNKNOWN : unsigned(values[QUEUES]);
    }

    /// How many connections may wait on a listening socket, otherwise the memory of what the peer has not read.
    public long sendQueue() {
        return lengths[QUEUES] < 0 ? UNKNOWN : unsigned(values[QUEUES] + 4);
    }

    /// Bit 0: nothing is received any more; bit 1: nothing can be sent any more.
    public int shutdown() {
        return lengths[SHUTDOWN] < 0 ? 0 : buffer.get(JAVA_BYTE, values[SHUTDOWN]);
    }

    /// Kernel memory that its queues take, in bytes.
    public long memory() {
        return lengths[MEMORY] < 0 ? UNKNOWN : memory(RECEIVE_ALLOCATED) + memory(SEND_ALLOCATED);
    }

    /// How much memory may wait to be read by the peer before a send blocks (`SO_SNDBUF`), in bytes.
    public long sendBuffer() {
        return lengths[MEMORY] < 0 ? UNKNOWN : memory(SEND_BUFFER);
    }

    /// `SO_RCVBUF` in bytes.
    public long receiveBuffer() {
        return lengths[MEMORY] < 0 ? UNKNOWN : memory(RECEIVE_BUFFER);
    }

    /// Whom the socket belongs to: the user of the process that made it. [#UNKNOWN] on a Linux before 5.3.
    public int uid() {
        return lengths[UID] < 0 ? UNKNOWN : buffer.get(JAVA_INT, values[UID]);
    }

    private long memory(int variable) {
        return unsigned(values[MEMORY] + 4L * variable);
    }

    /// The kernel's inner form has twelve bits of major above twenty bits of minor.
    private static long device(long inner) {
        return inner >>> 20 << 32 | (inner & 0xfffff);
    }

    private long unsigned(long at) {
        return Integer.toUnsignedLong(buffer.get(JAVA_INT, at));
    }
}
