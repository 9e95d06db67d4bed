package org.socklens.system.scan;

import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.system.Peer;
import org.socklens.system.Queues;
import org.socklens.system.SocketState;

/// A socket as a list of the kernel tells it, before anybody knows who holds it.
///
/// @param fileInode the lower 32 bits of the socket file's inode; 0 when it has none or the list does not tell
/// @param fileDevice the socket file's device
record FoundSocket(
        long inode,
        SocketType type,
        SocketState state,
        Address address,
        int uid,
        Peer peer,
        Queues queues,
        long fileInode,
        long fileDevice) {}
