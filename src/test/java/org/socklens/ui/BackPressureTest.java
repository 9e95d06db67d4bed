package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.ui.control.facts.PeerFacts;
import org.socklens.ui.server.HabitChoice;

/// What a person sees when nobody accepts, nobody reads, or the peer is dead.
class BackPressureTest {
    @TempDir
    Path directory = Path.of("");

    private final Panels panels = new Panels();

    @AfterEach
    void close() {
        panels.close();
    }

    private Path socket() {
        return directory.resolve("s");
    }

    private void connect() {
        panels.client.form().pathProperty().set(socket().toString());
        panels.client.toggle();
        panels.until(panels.client::isConnected);
    }

    private void send(int bytes) {
        panels.client.messageProperty().set("x".repeat(bytes));
        panels.client.send();
    }

    private String waiting() {
        return panels.client.waitingProperty().get();
    }

    private PeerFacts facts() {
        return panels.client.peerFacts();
    }

    private SocketChannel stranger() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket()));
    }

    @Test
    void aSendToAServerThatDoesNotReadWaitsAndTheQueuedBytesAreShown() {
        panels.server.form().habits().choiceProperty().set(HabitChoice.STOP_READING);
        panels.listen(socket());
        connect();
        send(2_000_000);
        panels.until(() -> waiting().matches("[\\d,]+ bytes wait to be sent, [\\d,]+ bytes lie unread at the peer"));
        panels.until(() -> facts().queuedProperty().get().matches("0 bytes to read here, [1-9][\\d,]+ at the peer; send buffer [\\d,]+ of 212,992"));
        panels.until(() -> panels.server.peerFacts().queuedProperty().get().matches("[1-9][\\d,]+ bytes to read here, 0 at the peer.*"));
    }

    @Test
    void disconnectAndStopWorkAtOnceWhileTheSendWaits() {
        panels.server.form().habits().choiceProperty().set(HabitChoice.STOP_READING);
        panels.listen(socket());
        connect();
        send(2_000_000);
        panels.until(() -> waiting().contains("wait to be sent"));
        long start = System.nanoTime();
        panels.client.toggle();
        panels.until(() -> !panels.client.runningProperty().get());
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void bothWriteAndNobodyReadsStillTheWindowTellsAndLeaves() throws Exception {
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket()));
            connect();
            try (SocketChannel accepted = listener.accept()) {
                send(2_000_000);
                accepted.configureBlocking(false);
                ByteBuffer bytes = ByteBuffer.allocate(100_000);
                while (accepted.write(bytes) > 0) {
                    panels.beat();
                }
                panels.until(() -> waiting().contains("wait to be sent") && waiting().contains("lie unread at the peer"));
                panels.client.toggle();
                panels.until(() -> !panels.client.runningProperty().get());
            }
        }
    }

    @Test
    void aConnectionThatIsNotAcceptedYetSaysSoAndMaySend() {
        panels.server.form().habits().choiceProperty().set(HabitChoice.STOP_ACCEPTING);
        panels.listen(socket());
        connect();
        panels.until(() -> panels.client.stateProperty().get().startsWith("connected, not accepted yet · pid "));
        send(5);
        panels.until(() -> waiting().startsWith("sent bytes lie unread in "));
        panels.server.form().habits().choiceProperty().set(HabitChoice.ECHO);
        panels.until(() -> panels.client.stateProperty().get().startsWith("connected · pid "));
        panels.until(() -> panels.client.transcript().bytesReceived() == 5);
    }

    @Test
    void aFullBacklogIsToldWithBothNumbers() throws Exception {
        panels.server.form().backlogProperty().set("1");
        panels.server.form().habits().choiceProperty().set(HabitChoice.STOP_ACCEPTING);
        panels.listen(socket());
        try (SocketChannel first = stranger();
                SocketChannel second = stranger()) {
            assertThat(panels.connectError(socket().toString()))
                    .startsWith("connect: EAGAIN (11, Resource temporarily unavailable). The server at " + socket()
                            + " is alive, but its backlog is full (2 wait, the backlog is 1)");
            assertThat(first.isConnected()).isTrue();
            assertThat(second.isConnected()).isTrue();
            panels.until(() -> panels.server.waitingProperty().get().equals("2 of 1 waiting · full"));
        }
    }

    @Test
    void thePeerIsToldWithItsSocketAndTheRowOfSs() {
        panels.listen(socket());
        connect();
        panels.until(() -> facts().socketProperty().get().contains("ss: u_str ESTAB 0 0 * "));
        assertThat(facts().processProperty().get())
                .startsWith("pid " + ProcessHandle.current().pid())
                .endsWith(": it runs");
        panels.until(() -> panels.server.peerFacts().socketProperty().get().contains(socket().toString()));
        panels.client.toggle();
        panels.until(() -> !panels.client.runningProperty().get());
        assertThat(facts().presentProperty().get()).isFalse();
    }

    @Test
    void bufferSizesAreSetAndWhatTheKernelMakesOfThemIsShown() {
        panels.listen(socket());
        connect();
        panels.until(() -> !facts().sendBufferProperty().get().isEmpty());
        facts().sendBufferProperty().set("none");
        facts().askForBuffers();
        assertThat(facts().problemProperty().get()).startsWith("The send buffer is “none”");
        facts().sendBufferProperty().set("10000");
        facts().receiveBufferProperty().set("20000");
        facts().askForBuffers();
        assertThat(facts().problemProperty().get()).isEmpty();
        panels.until(() -> facts().sizesProperty().get().equals("SO_SNDBUF 20,000, SO_RCVBUF 40,000"));
        PeerFacts served = panels.server.peerFacts();
        panels.until(() -> !served.sendBufferProperty().get().isEmpty());
        served.sendBufferProperty().set("30000");
        served.askForBuffers();
        panels.until(() -> served.sizesProperty().get().startsWith("SO_SNDBUF 60,000"));
    }
}
