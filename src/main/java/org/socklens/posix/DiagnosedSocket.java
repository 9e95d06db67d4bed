package org.socklens.posix;

/// What most want to know of a Unix socket from the kernel's diagnosis (`man 7 sock_diag`).
///
/// @param type 1 stream, 2 datagram, 5 seqpacket
/// @param state 10 listening, 1 connected, 7 neither
/// @param inode the socket's own number, as in `socket:[N]` of `/proc/PID/fd`
/// @param fileInode the lower 32 bits of the socket file's inode; 0 when it has no file
/// @param fileDevice the socket file's device, major in the upper half
/// @param waiting connections that wait to be accepted on a listening socket, otherwise bytes to be read
/// @param backlog how many may wait on a listening socket, otherwise the memory of what the peer has not read
public record DiagnosedSocket(
        int type, int state, long inode, long fileInode, long fileDevice, long waiting, long backlog) {
    private static final int ESTABLISHED = 1;
    private static final int LISTEN = 10;

    static DiagnosedSocket of(DiagnosisMessage message) {
        return new DiagnosedSocket(
                message.type(),
                message.state(),
                message.inode(),
                message.fileInode(),
                message.fileDevice(),
                Math.max(0, message.receiveQueue()),
                Math.max(0, message.sendQueue()));
    }

    /// Whether connections may be made to it.
    public boolean isListening() {
        return state == LISTEN;
    }

    /// Whether it is one end of a connection.
    public boolean isConnected() {
        return state == ESTABLISHED;
    }

    /// Whether it is bound to this file. Only the lower 32 bits of the inode can be compared.
    public boolean isBoundTo(FileStatus file) {
        return hasInodeOf(file) && fileDevice == file.device();
    }

    /// Whether its file has this inode number, on whatever device. Only the lower 32 bits can be compared.
    public boolean hasInodeOf(FileStatus file) {
        return fileInode != 0 && fileInode == (file.inode() & 0xffffffffL);
    }

    /// The type in words: STREAM, DGRAM, SEQPACKET.
    public String typeWord() {
        return switch (type) {
            case 1 -> "STREAM";
            case 2 -> "DGRAM";
            case 5 -> "SEQPACKET";
            default -> "type " + type;
        };
    }
}
