package org.socklens.system.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.socklens.endpoint.Peer;
import org.socklens.system.Flag;
import org.socklens.system.Holder;
import org.socklens.system.MachineSocket;
import org.socklens.system.Snapshot;

/// Sockets and processes that come and go during a look: each names its maker in its address.
class RestlessMachineTest {
    private static final int LOOKS = 25;
    private static final Pattern NAME = Pattern.compile("@\"restless-(\\d+)-\\d+\"");
    /// Opens and closes more than a thousand a second; each lives for a quarter of one.
    private static final String SOCKETS =
            """
            import os, socket, time
            print('up', flush=True)
            n = 0
            kept = []
            while True:
                n += 1
                s = socket.socket(socket.AF_UNIX)
                s.bind('\\0restless-%d-%d' % (os.getpid(), n))
                s.listen()
                c = socket.socket(socket.AF_UNIX)
                c.connect(s.getsockname())
                kept.append((s, c))
                if len(kept) > 300:
                    for old in kept.pop(0): old.close()
                time.sleep(0.0005)
            """;
    /// Forks children that open a socket each and end.
    private static final String PROCESSES =
            """
            import os, socket
            print('up', flush=True)
            while True:
                child = os.fork()
                if child == 0:
                    s = socket.socket(socket.AF_UNIX)
                    s.bind('\\0restless-%d-0' % os.getpid())
                    os._exit(0)
                os.waitpid(child, 0)
            """;

    @Test
    void socketsThatComeAndGoAreNeverToldWithAWrongHolder() throws IOException {
        MachineScan scan = new MachineScan();
        try (Peer one = Peer.python(SOCKETS);
                Peer other = Peer.python(PROCESSES)) {
            assertThat(one.readLine()).isEqualTo(other.readLine()).isEqualTo("up");
            Set<Long> met = new HashSet<>();
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < LOOKS; i++) {
                Snapshot seen = scan.scan();
                for (MachineSocket socket : seen.sockets()) {
                    Matcher name = NAME.matcher(socket.address().toString());
                    if (name.matches()) {
                        met.add(socket.inode());
                        check(socket, Integer.parseInt(name.group(1)), wrong);
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(met).as("restless sockets met").hasSizeGreaterThan(LOOKS / 4);
        }
    }

    /// A socket that its maker's look just missed may be without a holder, but never with another one.
    private static void check(MachineSocket socket, int maker, List<String> wrong) {
        for (Holder holder : socket.holders()) {
            if (holder.process().pid() != maker) {
                wrong.add(socket.toString());
            }
        }
        if (socket.holders().isEmpty() && !socket.flags().contains(Flag.NO_HOLDER)) {
            wrong.add("neither held nor flagged: " + socket);
        }
    }
}
