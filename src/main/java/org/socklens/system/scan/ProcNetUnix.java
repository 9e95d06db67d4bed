package org.socklens.system.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.system.MachineSocket;
import org.socklens.system.Peer;
import org.socklens.system.Queues;
import org.socklens.system.SocketState;

/// The list in `/proc/net/unix`, for where the kernel's diagnosis is refused: type, state, number and name, no peer and
/// no queue.
///
/// The kernel writes names there as they are: one that holds a line feed and what looks like the start of another line
/// cannot be told from two sockets. An '@' stands for the NUL bytes of an abstract name.
final class ProcNetUnix implements SocketList {
    private static final Pattern LINE = Pattern.compile(
            "^[0-9a-f]{8,16}: [0-9A-F]{8} [0-9A-F]{8} ([0-9A-F]{8}) ([0-9A-F]{4}) ([0-9A-F]{2}) +([0-9]+)(?: |$)",
            Pattern.MULTILINE);
    private static final int LISTENING = 0x10000;
    private static final int CONNECTED = 3;

    private final Path file;

    ProcNetUnix(Path file) {
        this.file = file;
    }

    @Override
    public List<FoundSocket> read() throws ListRefused {
        // One character a byte: names are no text yet.
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException refused) {
            throw new ListRefused(Errno.EACCES);
        }
        List<FoundSocket> found = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        boolean more = line.find();
        while (more) {
            int flags = Integer.parseUnsignedInt(line.group(1), 16);
            SocketType type = SocketNumbers.type(Integer.parseInt(line.group(2), 16));
            int state = Integer.parseInt(line.group(3), 16);
            long inode = Long.parseLong(line.group(4));
            int nameStart = line.end();
            more = line.find();
            int nameEnd = (more ? line.start() : text.length()) - 1;
            // What waits to be accepted has no number yet.
            if (inode != 0) {
                found.add(socket(inode, type, state(flags, state), text.substring(nameStart, Math.max(nameStart, nameEnd))));
            }
        }
        return found;
    }

    @Override
    public Set<Long> numbers() throws ListRefused {
        return read().stream().map(FoundSocket::inode).collect(Collectors.toSet());
    }

    private static SocketState state(int flags, int state) {
        if ((flags & LISTENING) != 0) {
            return SocketState.LISTENING;
        }
        return state == CONNECTED ? SocketState.CONNECTED : SocketState.UNCONNECTED;
    }

    private static FoundSocket socket(long inode, SocketType type, SocketState state, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > 0 && bytes[0] == '@') {
            bytes[0] = 0;
        }
        Address address = SocketNumbers.address(bytes);
        boolean alone = state != SocketState.CONNECTED;
        return new FoundSocket(
                inode,
                type,
                state,
                address,
                MachineSocket.UNKNOWN_USER,
                alone ? new Peer.None() : new Peer.Unknown(),
                Queues.UNKNOWN,
                0,
                0);
    }
}
