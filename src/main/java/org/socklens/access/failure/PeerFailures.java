package org.socklens.access.failure;

import org.jspecify.annotations.Nullable;
import org.socklens.access.failure.Explanation.Words;
import org.socklens.access.occupant.BoundSocket;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;

/// Failures that whoever stands at the other end explains: nobody there, wrong type, too busy, gone.
final class PeerFailures {
    private PeerFailures() {}

    static Words refused(String call, SocketFile file) {
        String path = file.walk().absolute().text();
        if (!call.equals("connect")) {
            return new Words("Whoever received at " + path + " has closed its socket.", "Start it again.");
        }
        return switch (file.occupant()) {
            case Occupant.SocketNode(FileNode _, BoundSocket bound) -> socket(path, bound);
            case Occupant.ForeignSocket _ -> new Words(
                    path + " refused, yet a socket of another network namespace is behind it now.", "Try again.");
            case Occupant.RegularFile(FileNode node) -> notSocket(path, node);
            case Occupant.Directory(FileNode node) -> notSocket(path, node);
            case Occupant.OtherFile(FileNode node) -> notSocket(path, node);
            case Occupant.Free _, Occupant.NoWay _, Occupant.DanglingLink _, Occupant.Unseen _ -> new Words(
                    "Nobody listened at " + path + " then, and the name is gone now.", "Start the server first.");
        };
    }

    private static Words notSocket(String path, FileNode node) {
        String kind = ModeText.kind(node.status().mode());
        return new Words("%s is not a socket but a %s.".formatted(path, kind), "Correct the path.");
    }

    private static Words socket(String path, @Nullable BoundSocket bound) {
        if (bound == null) {
            return new Words(
                    path + " is a stale socket file: it is only a name, nobody listens behind it.",
                    "Start the server again; it may have to remove the file first.");
        }
        return bound.isLive()
                ? new Words(
                        "%s refused, yet a live %s socket is there now, held by %s."
                                .formatted(path, bound.type(), bound.holdersInWords()),
                        "Try again.")
                : new Words(
                        "A %s socket is bound to %s but does not listen yet, held by %s."
                                .formatted(bound.type(), path, bound.holdersInWords()),
                        "Try again when the server has called listen.");
    }

    static Words wrongType(SocketFile file) {
        String path = file.walk().absolute().text();
        return file.occupant() instanceof Occupant.SocketNode(FileNode _, BoundSocket bound) && bound != null
                ? new Words(
                        "A %s socket stands at %s, held by %s.".formatted(bound.type(), path, bound.holdersInWords()),
                        "Connect with type " + bound.type() + ".")
                : new Words("The socket at " + path + " has another type.", "Choose another type.");
    }

    static Words full(String call, SocketFile file) {
        String path = file.walk().absolute().text();
        if (!call.equals("connect")) {
            return new Words("Nothing can be moved at " + path + " right now.", "Wait for the other side.");
        }
        String waiting = file.occupant() instanceof Occupant.SocketNode(FileNode _, BoundSocket bound) && bound != null
                ? " (%d wait, the backlog is %d)".formatted(bound.waiting(), bound.backlog())
                : "";
        return new Words(
                "The server at %s is alive, but its backlog is full%s: it does not accept fast enough."
                        .formatted(path, waiting),
                "Try again when it has accepted, or raise its backlog.");
    }

    static Words reset() {
        return new Words(
                "The peer closed its end while bytes that were sent to it lay unread.",
                "Those bytes are lost; what it had sent before can still be read.");
    }

    static Words closed() {
        return new Words("The peer has closed its end: nobody would read what is sent.", "Connect again.");
    }
}
