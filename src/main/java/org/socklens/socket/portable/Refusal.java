package org.socklens.socket.portable;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.socklens.posix.Errno;
import org.socklens.socket.SocketFailure;

/// What stood in the way, as an errno. Java tells only a type of exception and the system's text, which follows the
/// language of the system: so the text is tried first, then the type together with a look at the path.
final class Refusal {
    private Refusal() {}

    /// The failure of `bind` at `path`.
    static SocketFailure ofBind(IOException refused, Path path) {
        return failure("bind", byText(refused).orElseGet(() -> switch (refused) {
            case BindException _ -> exists(path) ? Errno.EADDRINUSE : Errno.EACCES;
            default -> parentExists(path) ? Errno.EIO : Errno.ENOENT;
        }));
    }

    /// The failure of `connect` to `path`. Java makes a [BindException] of EACCES also here.
    static SocketFailure ofConnect(IOException refused, Path path) {
        return failure("connect", byText(refused).orElseGet(() -> switch (refused) {
            case ConnectException _ -> Errno.ECONNREFUSED;
            case BindException _ -> Errno.EACCES;
            default -> exists(path) ? Errno.EIO : Errno.ENOENT;
        }));
    }

    /// The failure of a call on an open socket.
    static SocketFailure of(String call, IOException refused) {
        return failure(call, byText(refused).orElse(refused instanceof ClosedChannelException ? Errno.EPIPE : Errno.EIO));
    }

    /// What this door cannot do at all.
    static SocketFailure unsupported(String call) {
        return failure(call, Errno.EOPNOTSUPP);
    }

    private static SocketFailure failure(String call, Errno errno) {
        return new SocketFailure(call, errno, 0);
    }

    private static Optional<Errno> byText(IOException refused) {
        String text = String.valueOf(refused.getMessage());
        return switch (text) {
            case "Unix domain path too long" -> Optional.of(Errno.ENAMETOOLONG);
            case "Connection reset" -> Optional.of(Errno.ECONNRESET);
            default -> Errno.ofText(text);
        };
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean parentExists(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null || Files.isDirectory(parent);
    }
}
