package org.socklens.system.scan;

import java.util.List;
import java.util.Set;

/// A list of the kernel of every Unix socket in this network namespace.
interface SocketList {
    /// Reads it anew.
    ///
    /// @throws ListRefused when this process may not
    List<FoundSocket> read() throws ListRefused;

    /// The numbers of all sockets that exist now, or of more than those.
    Set<Long> numbers() throws ListRefused;
}
