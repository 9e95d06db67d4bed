package org.socklens.system.report;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.socklens.socket.Address;
import org.socklens.system.Flag;
import org.socklens.system.Holder;
import org.socklens.system.MachineSocket;
import org.socklens.system.Peer;
import org.socklens.system.SocketFile;

/// Sockets as JSON (RFC 8259) in UTF-8: an array with one object a socket, each on a line of its own. What is not known
/// is null, what is not there is left out. An address is told as text and as its bytes in hex, for it may be no text.
public final class JsonReport {
    private static final int PERMISSIONS = 07777;

    private JsonReport() {}

    /// The array.
    public static String of(List<SocketText> sockets) {
        return sockets.stream().map(JsonReport::socket).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String socket(SocketText text) {
        MachineSocket socket = text.socket();
        List<String> fields = new ArrayList<>();
        fields.add(number("inode", socket.inode()));
        fields.add(words("type", socket.type().name()));
        fields.add(words("state", socket.state().word()));
        switch (socket.address()) {
            case Address.Path path -> addAddress(fields, "path", text.address(), path.bytes());
            case Address.Abstract name -> addAddress(fields, "abstract", text.address(), name.name());
            case Address.Unnamed _, Address.Autobind _ -> {}
        }
        fields.add(known("uid", socket.uid()));
        fields.add("\"holders\":" + holders(socket.holders(), text.snapshot().visibility().seesAllHolders()));
        addPeer(fields, text);
        fields.add(known("receiveQueue", socket.queues().receive()));
        fields.add(known("sendQueue", socket.queues().send()));
        fields.add(known("sendBuffer", socket.queues().sendBuffer()));
        fields.add(known("memory", socket.queues().memory()));
        addFile(fields, socket.file());
        fields.add("\"flags\":" + socket.flags().stream()
                .sorted()
                .map(Flag::word)
                .map(JsonReport::quoted)
                .collect(Collectors.joining(",", "[", "]")));
        return fields.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private static void addAddress(List<String> fields, String kind, String text, byte[] bytes) {
        fields.add(words("addressKind", kind));
        fields.add(words("address", text));
        fields.add(words("addressHex", HexFormat.of().formatHex(bytes)));
    }

    private static void addPeer(List<String> fields, SocketText text) {
        boolean allSeen = text.snapshot().visibility().seesAllHolders();
        switch (text.socket().peer()) {
            case Peer.None _ -> {}
            case Peer.Closed _ -> fields.add("\"peer\":{\"closed\":true}");
            case Peer.Unknown _ -> fields.add("\"peer\":null");
            case Peer.Waiting(long listener) ->
                fields.add("\"peer\":{\"waitsAt\":" + listener + ",\"holders\":"
                        + holders(text.snapshot().peerHolders(text.socket()), allSeen) + "}");
            case Peer.Socket(long inode) ->
                fields.add("\"peer\":{\"inode\":" + inode + ",\"holders\":"
                        + holders(text.snapshot().peerHolders(text.socket()), allSeen) + "}");
        }
    }

    private static void addFile(List<String> fields, SocketFile file) {
        switch (file) {
            case SocketFile.NoFile _ -> {}
            case SocketFile.Gone _ -> fields.add("\"file\":{\"gone\":true}");
            case SocketFile.Replaced(int _, long inode) -> fields.add("\"file\":{\"replacedBy\":" + inode + "}");
            case SocketFile.Hidden _ -> fields.add("\"file\":null");
            case SocketFile.Present(int mode, int uid, int gid, long inode) -> fields.add(file(mode, uid, gid, inode));
            case SocketFile.Elsewhere(var _, int mode, int uid, int gid, long inode) ->
                fields.add(file(mode, uid, gid, inode));
        }
    }

    private static String file(int mode, int uid, int gid, long inode) {
        return "\"file\":{\"mode\":\"%04o\",\"uid\":%s,\"gid\":%s,\"inode\":%d}".formatted(
                mode & PERMISSIONS, Integer.toUnsignedString(uid), Integer.toUnsignedString(gid), inode);
    }

    private static String holders(List<Holder> holders, boolean allSeen) {
        if (holders.isEmpty() && !allSeen) {
            return "null";
        }
        return holders.stream()
                .map(holder -> "{\"pid\":%d,\"program\":%s,\"uid\":%s,\"fd\":%d}".formatted(
                        holder.process().pid(),
                        quoted(holder.process().program()),
                        Integer.toUnsignedString(holder.process().uid()),
                        holder.fd()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(String name, long value) {
        return quoted(name) + ":" + value;
    }

    private static String known(String name, long value) {
        return quoted(name) + ":" + (value < 0 ? "null" : Long.toString(value));
    }

    private static String words(String name, String value) {
        return quoted(name) + ":" + quoted(value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
