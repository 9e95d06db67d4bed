package org.socklens.ui.app;

import java.util.Locale;
import org.socklens.posix.CallTrace;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.socket.portable.PortableSocketDoor;

/// Chooses how sockets are opened.
final class Doors {
    /// The system property that asks for the portable door where there is a better one: `-Dsocklens.door=portable`.
    static final String PROPERTY = "socklens.door";

    private Doors() {}

    /// System calls on Linux, told to `trace`; Java's channels everywhere else.
    static SocketDoor open(CallTrace trace) {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean portable = "portable".equals(System.getProperty(PROPERTY));
        return linux && !portable ? new LinuxSocketDoor(trace) : new PortableSocketDoor();
    }
}
