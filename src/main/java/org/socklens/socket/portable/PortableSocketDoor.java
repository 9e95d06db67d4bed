package org.socklens.socket.portable;

import java.util.Locale;
import java.util.Set;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// Opens stream sockets with path names by `java.nio.channels` (JEP 380). Their calls stand in no trace.
public final class PortableSocketDoor implements SocketDoor {
    /// `sun_path` holds 104 bytes there; Java keeps two of them.
    private static final int MAC_PATH_BYTES = 102;

    /// `sun_path` holds 108 bytes on Linux and Windows; Java keeps two of them.
    private static final int PATH_BYTES = 106;

    /// A door on whatever system this is.
    public PortableSocketDoor() {}

    @Override
    public Set<SocketType> types() {
        return Set.of(SocketType.STREAM);
    }

    @Override
    public String lacks() {
        return "Here sockets are Java's own: streams with a path. Other types, abstract names, a mode at bind, credentials,"
                + " passed descriptors and the system calls need Linux.";
    }

    @Override
    public int maxPathBytes() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return mac ? MAC_PATH_BYTES : PATH_BYTES;
    }

    @Override
    public Poller open(String actor) throws SocketFailure {
        return new SelectorPoller();
    }
}
