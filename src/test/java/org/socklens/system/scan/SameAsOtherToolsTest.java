package org.socklens.system.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.endpoint.Peer;
import org.socklens.system.MachineSocket;
import org.socklens.system.Snapshot;
import org.socklens.system.report.SocketText;

/// The list held against those of `ss` and `lsof`, while sockets of every type and state exist. The machine lives on
/// meanwhile: what two looks before and after saw alike must be told alike.
class SameAsOtherToolsTest {
    private static final Pattern SS_LINE = Pattern.compile("^u_(str|dgr|seq) +(\\S+) .*? (\\d+) +\\S+ (\\d+) *(?:users:(.*))?$");
    private static final Pattern SS_USER = Pattern.compile("pid=(\\d+),fd=(\\d+)\\)");

    private record Row(String type, boolean listening, String owners) {}

    @TempDir
    Path directory = Path.of("");

    private final MachineScan scan = new MachineScan();

    @Test
    void theSameSocketsAndOwnersAsSs() throws IOException {
        try (Zoo zoo = Zoo.ofEverything(directory)) {
            Snapshot before = scan.scan();
            Map<Long, Row> told = ss();
            Snapshot after = scan.scan();
            assertThat(told).containsKeys(zoo.inodes().values().stream().filter(inode -> inode > 0).toArray(Long[]::new));
            Set<Long> listed = new HashSet<>();
            for (MachineSocket socket : before.sockets()) {
                listed.add(socket.inode());
                MachineSocket later = after.socket(socket.inode());
                boolean steady = later != null && later.holders().equals(socket.holders());
                if (steady && isPlain(socket)) {
                    assertThat(told).as("%s", socket).containsEntry(socket.inode(), row(socket));
                }
            }
            after.sockets().forEach(socket -> listed.add(socket.inode()));
            assertThat(listed).containsAll(told.keySet());
        }
    }

    /// `ss` prints names as they are: one with a line feed or a blank in it cannot be read back.
    private static boolean isPlain(MachineSocket socket) {
        String address = SocketText.text(socket.address());
        return address.indexOf('\\') < 0 && address.indexOf(' ') < 0;
    }

    private static Row row(MachineSocket socket) {
        TreeSet<String> owners = new TreeSet<>();
        socket.holders().forEach(holder -> owners.add(holder.process().pid() + " " + holder.fd()));
        return new Row(
                switch (socket.type()) {
                    case STREAM -> "str";
                    case DGRAM -> "dgr";
                    case SEQPACKET -> "seq";
                },
                socket.isListening(),
                String.join(", ", owners));
    }

    private static Map<Long, Row> ss() throws IOException {
        Map<Long, Row> rows = new HashMap<>();
        try (Peer ss = Peer.start("ss", "-xapH")) {
            for (String line : ss.output().split("\n", -1)) {
                Matcher fields = SS_LINE.matcher(line);
                if (fields.matches()) {
                    TreeSet<String> owners = new TreeSet<>();
                    Matcher user = SS_USER.matcher(fields.group(5) == null ? "" : fields.group(5));
                    while (user.find()) {
                        owners.add(user.group(1) + " " + user.group(2));
                    }
                    rows.put(
                            Long.parseLong(fields.group(3)),
                            new Row(fields.group(1), fields.group(2).equals("LISTEN"), String.join(", ", owners)));
                }
            }
        }
        return rows;
    }

    @Test
    void theSameOwnersAsLsof() throws IOException {
        try (Zoo zoo = Zoo.ofEverything(directory);
                Peer lsof = Peer.start("lsof", "-U", "-a", "-p", Integer.toString(zoo.pid()), "-Fi")) {
            Set<String> told = new HashSet<>();
            for (String line : lsof.output().split("\n", -1)) {
                if (line.startsWith("i")) {
                    told.add(line.substring(1));
                }
            }
            List<String> listed = scan.scan().sockets().stream()
                    .filter(socket -> socket.holders().stream().anyMatch(holder -> holder.process().pid() == zoo.pid()))
                    .map(socket -> Long.toString(socket.inode()))
                    .toList();
            assertThat(listed).isNotEmpty().containsExactlyInAnyOrderElementsOf(told);
        }
    }
}
