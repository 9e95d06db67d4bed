package org.socklens.system.peer;

/// One end of a connection as the kernel's diagnosis tells it.
///
/// @param inode the socket's own number, as in `socket:[N]` of `/proc/PID/fd`
/// @param peer the number of the socket at the other end; 0 when that is closed or waits to be accepted
/// @param unread bytes that wait to be received here
/// @param unreadByPeer bytes that the peer has not received; -1 when that is not known
/// @param sendMemory kernel memory of what the peer has not received, in bytes: more than the bytes themselves
/// @param sendBuffer `SO_SNDBUF` in bytes: a send waits once `sendMemory` reaches it
/// @param receiveBuffer `SO_RCVBUF` in bytes
/// @param ss how `ss -x` shows it: type, state, Recv-Q, Send-Q, own name and number, `*`, the peer's number
public record ConnectionFacts(
        long inode,
        long peer,
        long unread,
        long unreadByPeer,
        long sendMemory,
        long sendBuffer,
        long receiveBuffer,
        String ss) {
    /// Whether there is a socket at the other end that some process holds. A queued connection has none yet.
    public boolean hasPeer() {
        return peer > 0;
    }
}
