package org.socklens.socket.portable;

import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.socklens.posix.Errno;
import org.socklens.posix.PathEncoding;
import org.socklens.socket.Address;
import org.socklens.socket.SocketFailure;

/// Addresses as Java writes them.
final class PathName {
    private PathName() {}

    /// The path of an address that has one.
    ///
    /// @throws SocketFailure EOPNOTSUPP for every other address; EINVAL when this system has no such file name
    static Path of(String call, Address address) throws SocketFailure {
        return switch (address) {
            case Address.Path path -> path(call, path);
            case Address.Abstract _, Address.Unnamed _, Address.Autobind _ -> throw Refusal.unsupported(call);
        };
    }

    private static Path path(String call, Address.Path path) throws SocketFailure {
        try {
            return Path.of(PathEncoding.text(path.bytes()));
        } catch (InvalidPathException _) {
            throw new SocketFailure(call, Errno.EINVAL, 0);
        }
    }

    static UnixDomainSocketAddress address(Path path) {
        return UnixDomainSocketAddress.of(path);
    }
}
