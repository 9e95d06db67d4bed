package org.socklens.access.failure;

import org.socklens.access.failure.Explanation.Words;
import org.socklens.access.occupant.BoundSocket;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.FileNode;
import org.socklens.posix.Errno;

/// Refusals that no owner or mode explains: a read-only file system, one that cannot hold sockets, a choosy peer.
final class MountFailures {
    private MountFailures() {}

    static Words refused(String call, Errno errno, SocketFile file) {
        String directory = file.walk().nearestDirectory().path().text();
        String type = file.fileSystem();
        FileNode parent = file.walk().nearestDirectory().node();
        if (errno.equals(Errno.EROFS)) {
            return new Words(
                    "%s lies on a read-only file system (%s).".formatted(directory, type),
                    "Choose a directory that can be written to, such as one under /run or /tmp.");
        }
        if (file.occupant() instanceof Occupant.SocketNode(FileNode _, BoundSocket bound)
                && bound != null
                && bound.state() == BoundSocket.State.RECEIVING) {
            return new Words(
                    "The DGRAM socket at %s is connected, and takes messages from its own peer only."
                            .formatted(file.walk().absolute().text()),
                    "Ask its owner, " + bound.holdersInWords() + ", for another address.");
        }
        if (!call.equals("bind")) {
            return new Words(
                    "%s (file system %s) refuses it.".formatted(file.walk().absolute().text(), type),
                    "man 2 " + call + " lists what it can mean.");
        }
        if (parent != null && parent.immutable()) {
            return new Words(
                    "The directory %s is marked immutable, even for root.".formatted(directory),
                    "Choose another directory, or remove the mark with chattr -i.");
        }
        return noSockets(directory, type);
    }

    static Words noSockets(String directory, String type) {
        return new Words(
                "%s lies on a file system of type %s, which cannot hold sockets.".formatted(directory, type),
                "Choose a directory on another one, such as one under /run or /tmp.");
    }
}
