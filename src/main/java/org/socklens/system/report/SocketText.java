package org.socklens.system.report;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.socklens.posix.PathText;
import org.socklens.socket.Address;
import org.socklens.system.Flag;
import org.socklens.system.Holder;
import org.socklens.system.MachineSocket;
import org.socklens.system.Peer;
import org.socklens.system.Snapshot;
import org.socklens.system.SocketFile;

/// One socket of a look in words. What is not known is [#UNKNOWN], what is not there is empty. Any thread, but names of
/// users may be looked up.
///
/// @param users the name of a user by number
public record SocketText(MachineSocket socket, Snapshot snapshot, IntFunction<String> users) {
    /// Stands for what this process may not know.
    public static final String UNKNOWN = "unknown";

    private static final int PERMISSIONS = 07777;

    /// `STREAM` …
    public String type() {
        return socket.type().name();
    }

    /// `listening` …
    public String state() {
        return socket.state().word();
    }

    /// A path as it is, an abstract name in quotes after an '@'; what is no plain text in it is escaped.
    public String address() {
        return text(socket.address());
    }

    /// An address in words; empty for none.
    public static String text(Address address) {
        return switch (address) {
            case Address.Path path -> {
                String quoted = PathText.quoted(path.bytes());
                yield quoted.substring(1, quoted.length() - 1);
            }
            case Address.Abstract name -> {
                String quoted = PathText.quoted(name.name());
                yield "@" + quoted.substring(1, quoted.length() - 1);
            }
            case Address.Unnamed _, Address.Autobind _ -> "";
        };
    }

    /// The address that its peer has, when it has none itself.
    public String addressOfPeer() {
        return socket.address() instanceof Address.Unnamed ? text(snapshot.commonAddress(socket)) : "";
    }

    /// `nginx 812`, with ` +2` for further processes.
    public String process() {
        return processes(socket.holders());
    }

    /// The processes that hold it, each once: `812, 813`.
    public String pids() {
        return distinct(socket.holders(), holder -> Integer.toString(holder.process().pid()));
    }

    /// The programs that hold it, each once.
    public String programs() {
        return distinct(socket.holders(), holder -> holder.process().program());
    }

    /// The descriptors by which it is held.
    public String fds() {
        return socket.holders().stream()
                .map(holder -> Integer.toString(holder.fd()))
                .collect(Collectors.joining(", "));
    }

    /// The users of the processes that hold it, or else the user who made it.
    public String user() {
        if (!socket.holders().isEmpty()) {
            return distinct(socket.holders(), holder -> users.apply(holder.process().uid()));
        }
        return socket.uid() == MachineSocket.UNKNOWN_USER ? UNKNOWN : users.apply(socket.uid());
    }

    /// The processes at the other end, or what stands in their place.
    public String peer() {
        return switch (socket.peer()) {
            case Peer.None _ -> "";
            case Peer.Closed _ -> "closed";
            case Peer.Unknown _ -> UNKNOWN;
            case Peer.Waiting(long listener) ->
                listener == 0 ? "not accepted yet" : processes(snapshot.peerHolders(socket)) + ", not accepted yet";
            case Peer.Socket _ -> processes(snapshot.peerHolders(socket));
        };
    }

    /// The processes at the other end.
    public String peerPids() {
        return distinct(snapshot.peerHolders(socket), holder -> Integer.toString(holder.process().pid()));
    }

    /// The programs at the other end.
    public String peerPrograms() {
        return distinct(snapshot.peerHolders(socket), holder -> holder.process().program());
    }

    /// `3 of 5` for a listening socket, otherwise the bytes that wait to be read, if any.
    public String queue() {
        if (!socket.queues().isKnown()) {
            return UNKNOWN;
        }
        if (socket.isListening()) {
            return socket.queues().receive() + " of " + socket.queues().send();
        }
        return socket.queues().receive() == 0 ? "" : socket.queues().receive() + " B";
    }

    /// Kernel memory of its queues in bytes.
    public String memory() {
        return socket.queues().isKnown() ? Long.toString(socket.queues().memory()) : UNKNOWN;
    }

    /// The mode bits of the socket file as `0755`.
    public String mode() {
        return switch (socket.file()) {
            case SocketFile.Present file -> octal(file.mode());
            case SocketFile.Elsewhere file -> octal(file.mode());
            case SocketFile.Hidden _ -> UNKNOWN;
            case SocketFile.NoFile _, SocketFile.Gone _, SocketFile.Replaced _ -> "";
        };
    }

    private static String octal(int mode) {
        return "%04o".formatted(mode & PERMISSIONS);
    }

    /// The owner of the socket file.
    public String owner() {
        return switch (socket.file()) {
            case SocketFile.Present file -> users.apply(file.uid());
            case SocketFile.Elsewhere file -> users.apply(file.uid());
            case SocketFile.Hidden _ -> UNKNOWN;
            case SocketFile.NoFile _, SocketFile.Gone _, SocketFile.Replaced _ -> "";
        };
    }

    /// What should be noticed, in words with commas between.
    public String flags() {
        return socket.flags().stream().sorted().map(Flag::word).collect(Collectors.joining(", "));
    }

    private String processes(List<Holder> holders) {
        if (holders.isEmpty()) {
            return snapshot.visibility().seesAllHolders() ? "" : UNKNOWN;
        }
        Holder first = holders.getFirst();
        long more = holders.stream().map(holder -> holder.process().pid()).distinct().count() - 1;
        String name = first.process().program() + " " + first.process().pid();
        return more == 0 ? name : name + " +" + more;
    }

    private static String distinct(List<Holder> holders, Function<Holder, String> word) {
        if (holders.size() == 1) {
            return word.apply(holders.getFirst());
        }
        TreeSet<String> words = new TreeSet<>();
        holders.forEach(holder -> words.add(word.apply(holder)));
        return String.join(", ", words);
    }
}
