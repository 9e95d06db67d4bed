package org.socklens.system.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socklens.socket.Address;
import org.socklens.system.Samples;
import org.socklens.system.report.SocketText;

/// What a person types to find sockets. The machine has a listener 10, a connection 20-21 to it, and a connection 30-31
/// under an abstract name.
class SocketFilterTest {
    private final List<SocketText> sockets = new Samples()
            .listener(10, Samples.process(812, "nginx"), Address.Path.of("/run/My App/web.sock"))
            .connection(20, Samples.process(901, "curl"), Samples.process(812, "nginx"), Address.Path.of("/run/My App/web.sock"))
            .connection(30, Samples.process(902, "firefox"), Samples.process(105, "Xorg"), new Address.Abstract(new byte[] {'X', '0'}))
            .texts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | 10 20 21 30 31",
                "nginx                    | 10 20 21",
                "NGINX                    | 10 20 21",
                "program:nginx            | 10 21",
                "peer:nginx               | 20",
                "state:listen             | 10",
                "state:listening          | 10",
                "-state:listen            | 20 21 30 31",
                "type:stream program:fire | 30",
                "type:dgram               | ''",
                "pid:812                  | 10 21",
                "pid:81                   | ''",
                "user:user8               | 10 21",
                "user:user                | ''",
                "path:/run                | 10 20 21",
                "path:web -state:listen   | 20 21",
                "\"my app\"               | 10 20 21",
                "path:\"my app\"          | 10 20 21",
                "@x0                      | 30 31",
                "inode:30                 | 30",
                "state:                   | 10 20 21 30 31",
            })
    void wordsFindWhatTheySay(String typed, String expected) {
        SocketFilter filter = SocketFilter.parse(typed);
        assertThat(filter.problem()).isEmpty();
        assertThat(sockets.stream().filter(filter::passes).map(text -> Long.toString(text.socket().inode())))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    @Test
    void aKeyThatDoesNotExistIsToldAndLeftOut() {
        SocketFilter filter = SocketFilter.parse("colour:red program:nginx");
        assertThat(filter.problem()).startsWith("There is no key colour. Keys are type, state,").contains("inode");
        assertThat(sockets.stream().filter(filter::passes)).hasSize(2);
    }

    @Test
    void aQuoteThatIsNotClosedYetGoesOnToTheEnd() {
        assertThat(sockets.stream().filter(SocketFilter.parse("path:\"my ap")::passes)).hasSize(3);
    }
}
