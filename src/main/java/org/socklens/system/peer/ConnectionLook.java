package org.socklens.system.peer;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.DiagnosisMessage;
import org.socklens.posix.PathText;
import org.socklens.posix.SocketDiagnosisCalls;

/// Looks at connections by the number of their socket. Its calls are not told to a trace: nobody asked for them one by
/// one.
///
/// Not thread-safe: one instance a thread; may block for a moment.
public final class ConnectionLook {
    /// One socket of a connection; its message is gone after it was handed over.
    private record End(
            int type,
            int state,
            String name,
            long inode,
            long peer,
            long receiveQueue,
            long sendQueue,
            long sendBuffer,
            long receiveBuffer) {
        static End of(DiagnosisMessage message) {
            return new End(
                    message.type(),
                    message.state(),
                    shown(message.name()),
                    message.inode(),
                    message.peer(),
                    message.receiveQueue(),
                    message.sendQueue(),
                    message.sendBuffer(),
                    message.receiveBuffer());
        }
    }

    /// Takes an end out of the answer that it arrives in.
    private static final class Found {
        private @Nullable End end;
    }

    private static final int ESTABLISHED = 1;
    private static final int LISTENING = 10;

    private final SocketDiagnosisCalls diagnosis =
            new SocketDiagnosisCalls(new Caller(CallTrace.discarding(), "look"));

    /// How it is now; empty when there is no such socket any more, or no diagnosis.
    public Optional<ConnectionFacts> at(long inode) {
        End own = find(inode);
        if (own == null) {
            return Optional.empty();
        }
        End other = own.peer() > 0 ? find(own.peer()) : null;
        return Optional.of(new ConnectionFacts(
                own.inode(),
                Math.max(0, own.peer()),
                own.receiveQueue(),
                other == null ? -1 : other.receiveQueue(),
                own.sendQueue(),
                own.sendBuffer(),
                own.receiveBuffer(),
                ss(own)));
    }

    private @Nullable End find(long inode) {
        Found found = new Found();
        diagnosis.one(inode, message -> found.end = End.of(message));
        return found.end;
    }

    /// `ss` leaves the peer's name out: it shows `*` whatever that is.
    private static String ss(End own) {
        return String.join(
                " ",
                netid(own.type()),
                state(own.state()),
                Long.toString(own.receiveQueue()),
                Long.toString(own.sendQueue()),
                own.name(),
                Long.toString(own.inode()),
                "*",
                Long.toString(Math.max(0, own.peer())));
    }

    private static String netid(int type) {
        return switch (type) {
            case 1 -> "u_str";
            case 2 -> "u_dgr";
            case 5 -> "u_seq";
            default -> "u_" + type;
        };
    }

    private static String state(int state) {
        return switch (state) {
            case ESTABLISHED -> "ESTAB";
            case LISTENING -> "LISTEN";
            default -> "UNCONN";
        };
    }

    /// As `ss` writes names: `*` for none, and an `@` for the NUL before an abstract one.
    private static String shown(byte[] name) {
        if (name.length == 0) {
            return "*";
        }
        String quoted = PathText.quoted(name[0] == 0 ? Arrays.copyOfRange(name, 1, name.length) : name);
        return (name[0] == 0 ? "@" : "") + quoted.substring(1, quoted.length() - 1);
    }
}
