package org.socklens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.socklens.endpoint.pair.ChildArguments;
import org.socklens.socket.SocketType;

class LaunchTest {
    @Test
    void withoutArgumentsTheWindowOpens() {
        assertThat(Launch.of()).isEqualTo(new Launch.Window(null));
    }

    @Test
    void aPathOpensTheWindowWithIt() {
        assertThat(Launch.of("/run/docker.sock")).isEqualTo(new Launch.Window("/run/docker.sock"));
    }

    @Test
    void afterTwoDashesAPathMayBeginWithADash() {
        assertThat(Launch.of("--", "--help")).isEqualTo(new Launch.Window("--help"));
        assertThat(Launch.of("--")).isEqualTo(new Launch.Window(null));
    }

    @Test
    void twoPathsAreRefused() {
        assertThat(Launch.of("a", "b")).isEqualTo(new Launch.Refused("one PATH at most, but there are 2"));
    }

    @Test
    void theTourTakesADirectoryOrTheUsualOne() {
        assertThat(Launch.of("--tour", "out")).isEqualTo(new Launch.Tour(Path.of("out")));
        assertThat(Launch.of("--tour")).isEqualTo(new Launch.Tour(Launch.DEFAULT_TOUR_DIRECTORY));
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(Launch.of("--frobnicate")).isEqualTo(new Launch.Refused("unknown option --frobnicate"));
        assertThat(Launch.of("--tour", "--fast")).isEqualTo(new Launch.Refused("unknown option --fast"));
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Launch.of("--help")).isEqualTo(new Launch.Help());
        assertThat(Launch.of("-h")).isEqualTo(new Launch.Help());
        assertThat(Launch.of("--version")).isEqualTo(new Launch.Version());
        assertThat(Launch.USAGE).contains("PATH", "--tour", "--help", "--version");
    }

    @Test
    void theChildOfAPairIsToldWhatItInherited() {
        assertThat(Launch.of("--pair-child", "SEQPACKET", "blocking", "31", "30", "33"))
                .isEqualTo(new Launch.PairChild(new ChildArguments(SocketType.SEQPACKET, false, 31, 30, 33)));
        assertThat(Launch.of("--pair-child", "STREAM", "non-blocking", "31", "-", "33"))
                .isEqualTo(new Launch.PairChild(new ChildArguments(SocketType.STREAM, true, 31, null, 33)));
    }

    @Test
    void aPersonWhoAsksForAChildIsRefused() {
        Launch refused = new Launch.Refused("--pair-child is for a child process that this program starts itself");
        assertThat(Launch.of("--pair-child")).isEqualTo(refused);
        assertThat(Launch.of("--pair-child", "STREAM", "blocking", "x", "-", "3")).isEqualTo(refused);
        assertThat(Launch.of("--pair-child", "RAW", "blocking", "3", "-", "4")).isEqualTo(refused);
    }
}
