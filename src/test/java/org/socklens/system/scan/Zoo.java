package org.socklens.system.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.Peer;
import org.socklens.system.MachineSocket;
import org.socklens.system.Snapshot;

/// A Python program that holds sockets of every type and state, and tells the number of each under a name.
public final class Zoo implements AutoCloseable {
    private static final String CREATE =
            """
            import os, socket, struct, sys
            S, D, Q = socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET
            kept = []
            def new(kind):
                s = socket.socket(socket.AF_UNIX, kind)
                kept.append(s)
                return s
            def tell(name, s):
                print(name, os.fstat(s.fileno()).st_ino, flush=True)
            def listener(kind, address, backlog=5):
                s = new(kind)
                s.bind(address)
                s.listen(backlog)
                return s
            def connected(kind, address):
                s = new(kind)
                s.connect(address)
                return s
            def pair(kind):
                a, b = socket.socketpair(socket.AF_UNIX, kind)
                kept.extend([a, b])
                return a, b
            """;
    private static final String KEEP =
            """
            print('done', 0, flush=True)
            sys.stdin.read()
            """;

    private final Peer python;
    private final Map<String, Long> inodes = new HashMap<>();

    /// Runs a script that makes sockets with `new`, `listener`, `connected` and `pair`, tells them with `tell`, and finds
    /// a directory in `sys.argv[1]`.
    public static Zoo of(Path directory, String script) throws IOException {
        return new Zoo(Peer.python(CREATE + script + KEEP, directory.toString()));
    }

    private Zoo(Peer python) throws IOException {
        this.python = python;
        for (String line = python.readLine(); !line.startsWith("done"); line = python.readLine()) {
            String[] words = line.split(" ", -1);
            if (words.length != 2) {
                throw new IOException(line + "\n" + python.output());
            }
            inodes.put(words[0], Long.parseLong(words[1]));
        }
    }

    /// One socket of every type in every state.
    public static Zoo ofEverything(Path directory) throws IOException {
        return of(
                directory,
                """
                os.chdir(sys.argv[1])
                for name, kind in (('stream', S), ('seqpacket', Q)):
                    path = sys.argv[1] + '/' + name
                    l = listener(kind, path)
                    tell(name + '-listener', l)
                    c = connected(kind, path)
                    a, _ = l.accept()
                    kept.append(a)
                    tell(name + '-client', c)
                    tell(name + '-accepted', a)
                    tell(name + '-queued', connected(kind, path))
                    tell(name + '-unconnected', new(kind))
                    h, i = pair(kind)
                    h.shutdown(socket.SHUT_WR)
                    tell(name + '-half', h)
                    tell(name + '-half-peer', i)
                    h, i = pair(kind)
                    h.shutdown(socket.SHUT_RDWR)
                    tell(name + '-shut', h)
                    h, i = pair(kind)
                    kept.remove(i)
                    i.close()
                    tell(name + '-orphan', h)
                d = new(D)
                d.bind(sys.argv[1] + '/dgram')
                tell('dgram-bound', d)
                tell('dgram-client', connected(D, sys.argv[1] + '/dgram'))
                tell('dgram-unconnected', new(D))
                a, b = pair(D)
                tell('dgram-pair', a)
                tell('abstract', listener(S, '\\0socklens zoo ' + str(os.getpid())))
                tell('bound', new(S))
                """);
    }

    /// The number of a socket that was told.
    public long inode(String name) {
        return Objects.requireNonNull(inodes.get(name), name);
    }

    /// The socket in a list; it must be there.
    MachineSocket in(Snapshot snapshot, String name) {
        @Nullable MachineSocket socket = snapshot.socket(inode(name));
        return Objects.requireNonNull(socket, name + " is listed");
    }

    Map<String, Long> inodes() {
        return Map.copyOf(inodes);
    }

    public int pid() {
        return (int) python.pid();
    }

    @Override
    public void close() {
        python.close();
    }
}
