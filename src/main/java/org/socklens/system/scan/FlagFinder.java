package org.socklens.system.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.socklens.socket.SocketType;
import org.socklens.system.Flag;
import org.socklens.system.Holder;
import org.socklens.system.SocketFile;
import org.socklens.system.SocketState;

/// Finds what should be noticed about the sockets of one look.
final class FlagFinder {
    private record File(long inode, long device) {}

    private final boolean allHoldersSeen;
    private final Set<File> served = new HashSet<>();

    /// @param allHoldersSeen whether a socket without a holder has none
    FlagFinder(List<FoundSocket> sockets, boolean allHoldersSeen) {
        this.allHoldersSeen = allHoldersSeen;
        for (FoundSocket socket : sockets) {
            if (socket.state() == SocketState.LISTENING || socket.type() == SocketType.DGRAM) {
                served.add(new File(socket.fileInode(), socket.fileDevice()));
            }
        }
    }

    Set<Flag> flags(FoundSocket socket, SocketFile file, List<Holder> holders) {
        Set<Flag> flags = new HashSet<>(2);
        switch (file) {
            case SocketFile.Gone _ -> flags.add(Flag.FILE_GONE);
            case SocketFile.Replaced _ -> flags.add(Flag.NAME_TAKEN);
            case SocketFile.Elsewhere _ -> flags.add(Flag.OTHER_TREE);
            case SocketFile.Present _ -> {
                if (socket.fileInode() != 0 && !served.contains(new File(socket.fileInode(), socket.fileDevice()))) {
                    flags.add(Flag.STALE_NAME);
                }
            }
            case SocketFile.NoFile _, SocketFile.Hidden _ -> {}
        }
        if (holders.isEmpty() && allHoldersSeen) {
            flags.add(Flag.NO_HOLDER);
        }
        if (isQueueFull(socket)) {
            flags.add(Flag.QUEUE_FULL);
        } else if (isSendBlocked(socket)) {
            flags.add(Flag.SEND_BLOCKED);
        }
        return flags;
    }

    /// The kernel lets one more wait than the backlog says.
    private static boolean isQueueFull(FoundSocket socket) {
        return socket.state() == SocketState.LISTENING
                && socket.queues().receive() > 0
                && socket.queues().receive() > socket.queues().send();
    }

    private static boolean isSendBlocked(FoundSocket socket) {
        return socket.state() != SocketState.LISTENING
                && socket.queues().sendBuffer() > 0
                && socket.queues().send() >= socket.queues().sendBuffer();
    }
}
