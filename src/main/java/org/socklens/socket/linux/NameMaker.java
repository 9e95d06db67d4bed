package org.socklens.socket.linux;

import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.FileMode;
import org.socklens.socket.SocketFailure;

/// Binds a socket so that its file never has more rights than asked.
///
/// The mode of the socket itself is set first: bind gives it to the file, less the umask (`man 7 unix`). What the umask
/// took comes back by a chmod of the file, before anybody can be listened to.
final class NameMaker {
    private NameMaker() {}

    /// Binds `fd`; the name that this made, or null when the address is no path. After a failure no file is left, and
    /// `fd` is still open.
    static @Nullable BoundName bind(Kernel kernel, int fd, Binding binding) throws SocketFailure {
        Address.Path path = binding.address() instanceof Address.Path named ? named : null;
        FileMode.Exactly asked = path != null && binding.mode() instanceof FileMode.Exactly exactly ? exactly : null;
        if (asked != null) {
            kernel.checked("fchmod", kernel.files.fchmod(fd, asked.bits()));
        }
        kernel.checked("bind", kernel.sockets.bind(fd, SunPath.of(binding.address())));
        BoundName name = path == null ? null : BoundName.of(kernel.files, path.bytes());
        if (name != null && asked != null) {
            complete(kernel, name, asked.bits());
        }
        return name;
    }

    /// As [#bind], but closes `fd` on failure.
    static @Nullable BoundName bindOrClose(Kernel kernel, int fd, Binding binding) throws SocketFailure {
        try {
            return bind(kernel, fd, binding);
        } catch (SocketFailure failure) {
            kernel.sockets.close(fd);
            throw failure;
        }
    }

    private static void complete(Kernel kernel, BoundName name, int asked) throws SocketFailure {
        int result = name.grant(kernel.nodes, asked);
        if (result < 0) {
            SocketFailure failure = kernel.failure("chmod", result);
            name.release();
            throw failure;
        }
    }
}
