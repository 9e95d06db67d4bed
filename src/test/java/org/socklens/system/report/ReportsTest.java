package org.socklens.system.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.endpoint.Peer;
import org.socklens.socket.Address;
import org.socklens.system.Samples;

/// The table as files: read back by a program that we did not write.
class ReportsTest {
    private static final byte[] WILD = {'/', 'a', '\n', 0x1b, '"', ',', (byte) 0xff, '\\'};

    @TempDir
    Path directory = Path.of("");

    private final List<SocketText> sockets = new Samples()
            .listener(10, Samples.process(812, "nginx"), new Address.Path(WILD))
            .listener(11, Samples.process(813, "=cmd"), new Address.Abstract(new byte[] {0, 'x'}))
            .connection(20, Samples.process(901, "curl"), Samples.process(812, "nginx"), new Address.Path(WILD))
            .texts();

    @Test
    void everyCellOfTheCsvComesBackFromPython() throws IOException {
        Path file = directory.resolve("t.csv");
        Files.writeString(file, CsvReport.of(sockets));
        String read = python(
                """
                import csv,sys
                for row in csv.DictReader(open(sys.argv[1], newline='')):
                    print('|'.join((row['inode'], row['address'], row['process'], row['queue'], row['peer pid'])))
                """,
                file);
        assertThat(read.lines())
                .containsExactly(
                        "10|/a\\n\\x1b\\\",\\xff\\\\|nginx 812|3 of 5|",
                        "11|'@\\x00x|'=cmd 813|3 of 5|",
                        "20||curl 901||812",
                        "21|/a\\n\\x1b\\\",\\xff\\\\|nginx 812||901");
    }

    @Test
    void everyByteOfAnAddressComesBackFromTheJson() throws IOException {
        Path file = directory.resolve("t.json");
        Files.writeString(file, JsonReport.of(sockets));
        String read = python(
                """
                import json,sys
                for s in json.load(open(sys.argv[1])):
                    print(s['inode'], s.get('addressKind'), s.get('addressHex'), s['holders'][0]['program'],
                          s.get('peer', {}).get('inode'), s['receiveQueue'])
                """,
                file);
        assertThat(read.lines())
                .containsExactly(
                        "10 path 2f610a1b222cff5c nginx None 3",
                        "11 abstract 0078 =cmd None 3",
                        "20 None None curl 21 0",
                        "21 path 2f610a1b222cff5c nginx 20 0");
    }

    private static String python(String script, Path file) throws IOException {
        try (Peer python = Peer.python(script, file.toString())) {
            return python.output();
        }
    }

    @Test
    void rowsAreSortedByNumbersAsNumbersAndNothingStandsLast() {
        assertThat(SocketColumn.PID.sorted(sockets, text -> text))
                .extracting(text -> text.socket().inode())
                .containsExactly(10L, 21L, 11L, 20L);
        assertThat(SocketColumn.PEER.sorted(sockets, text -> text))
                .extracting(text -> text.socket().inode())
                .containsExactly(21L, 20L, 10L, 11L);
        assertThat(SocketColumn.PEER.sortedBackwards(sockets, text -> text))
                .extracting(text -> text.socket().inode())
                .containsExactly(20L, 21L, 10L, 11L);
    }
}
