package org.socklens.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socklens.Nobody;
import org.socklens.endpoint.ClientInfo;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Transcript;
import org.socklens.ui.client.OwnName;
import org.socklens.ui.control.address.TypedAddress;

/// Types and addresses as a person works with them in the server's and the client's panel.
class AddressesTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    Path directory = Path.of("");

    private final Panels panels = new Panels();

    @AfterEach
    void close() {
        panels.close();
    }

    /// A name that no other test has.
    private static String unique() {
        return "socklens-test-" + ProcessHandle.current().pid() + "-" + NAMES.incrementAndGet();
    }

    private void serve(SocketType type, TypedAddress address) {
        panels.server.form().typeProperty().set(type);
        panels.server.form().address().type(address);
        panels.server.toggle();
        panels.until(panels.server::isListening);
    }

    private void connect(SocketType type) {
        panels.client.form().follow(panels.server.reachableProperty().get());
        panels.client.form().typeProperty().set(type);
        panels.client.toggle();
        panels.until(panels.client::isConnected);
    }

    private void send(String message) {
        panels.client.messageProperty().set(message);
        panels.client.send();
    }

    private String connectError(SocketType type, TypedAddress address) {
        panels.client.form().typeProperty().set(type);
        panels.client.form().address().type(address);
        panels.client.toggle();
        panels.until(() -> !panels.client.errorProperty().get().isEmpty());
        return panels.client.errorProperty().get();
    }

    private static List<String> texts(Transcript transcript, Kind kind) {
        return LongStream.range(transcript.first(), transcript.end())
                .mapToObj(transcript::row)
                .filter(row -> row != null && row.kind() == kind)
                .map(row -> new String(transcript.bytes(row.row(), 0, row.length()), UTF_8))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeEchoesOverAnAutoboundNameThatTheClientFollows(SocketType type) {
        serve(type, new TypedAddress("", true));
        assertThat(panels.server.stateProperty().get()).matches("(listening|bound) · @\"[0-9a-f]{5}\"");
        connect(type);
        send("hello");
        panels.until(() -> panels.client.transcript().bytesReceived() == 5);
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        assertThat(panels.server.reachableProperty().get()).isEqualTo(new TypedAddress("", true));
    }

    @Test
    void anAtSignTypedAsAPathAsksForTheSwitch() {
        String name = unique();
        serve(SocketType.STREAM, new TypedAddress(name, true));
        assertThat(connectError(SocketType.STREAM, TypedAddress.path("@" + name)))
                .startsWith("connect: ENOENT (2, No such file or directory).")
                .contains("'@' is only the notation for abstract names")
                .contains("turn on Abstract and leave the '@' out");
        panels.client.form().useServerAddress();
        connect(SocketType.STREAM);
    }

    @Test
    void anAccountWithoutRightsConnectsToAnAbstractName() throws Exception {
        serve(SocketType.STREAM, new TypedAddress("", true));
        TypedAddress address = panels.server.reachableProperty().get();
        Nobody.run(() -> {
            try (Panels nobody = new Panels()) {
                nobody.client.form().address().type(address);
                assertThat(nobody.client.form().address().hintProperty().get()).startsWith("No mode bits guard it");
                nobody.client.toggle();
                nobody.until(nobody.client::isConnected);
            }
        });
        panels.until(() -> panels.server.clients().size() == 1);
        assertThat(panels.server.clients().getFirst().peer().uid()).isEqualTo(65_534);
    }

    @Test
    void anAbstractNameThatNobodyHasIsRefusedAndNamedWithItsNuls() {
        assertThat(connectError(SocketType.STREAM, new TypedAddress(unique() + "\\0", true)))
                .startsWith("connect: ECONNREFUSED (111, Connection refused). No socket of this network namespace has the"
                        + " abstract name @\"socklens-test-")
                .contains("\\x00\"")
                .contains("A container often has a namespace of its own.");
        assertThat(panels.client.explainableProperty().get()).isFalse();
    }

    @Test
    void anAbstractNameThatIsTakenTellsByWhom() {
        TypedAddress address = new TypedAddress(unique(), true);
        serve(SocketType.SEQPACKET, address);
        try (Panels second = new Panels()) {
            second.server.form().address().type(address);
            second.server.form().typeProperty().set(SocketType.SEQPACKET);
            second.server.toggle();
            second.until(() -> !second.server.errorProperty().get().isEmpty());
            assertThat(second.server.errorProperty().get())
                    .startsWith("bind: EADDRINUSE (98, Address already in use). A SEQPACKET socket has the abstract name @")
                    .contains("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void anAbstractNameOfAnotherTypeIsNotFoundAndTheWordsSayWhichTypeHasIt() {
        TypedAddress address = new TypedAddress(unique(), true);
        serve(SocketType.DGRAM, address);
        assertThat(connectError(SocketType.STREAM, address))
                .startsWith("connect: ECONNREFUSED (111, Connection refused). Only a DGRAM socket has the abstract name @")
                .endsWith("names of STREAM sockets are kept apart from it. Connect with type DGRAM.");
    }

    @Test
    void anAbstractNameMayBeBoundOnceForEachType() {
        TypedAddress address = new TypedAddress(unique(), true);
        serve(SocketType.DGRAM, address);
        try (Panels second = new Panels()) {
            second.server.form().address().type(address);
            second.server.toggle();
            second.until(second.server::isListening);
        }
    }

    @Test
    void theWrongTypeAtAPathTellsWhichTypeStandsThere() {
        Path path = directory.resolve("echo.sock");
        serve(SocketType.DGRAM, TypedAddress.path(path.toString()));
        assertThat(connectError(SocketType.STREAM, TypedAddress.path(path.toString())))
                .startsWith("connect: EPROTOTYPE (91, Protocol wrong type for socket). A DGRAM socket stands at " + path)
                .endsWith("Connect with type DGRAM.");
    }

    @Test
    void anEmptyMessageIsSentWhereThereAreMessages() {
        serve(SocketType.DGRAM, new TypedAddress("", true));
        connect(SocketType.DGRAM);
        send("");
        panels.until(() -> texts(panels.client.transcript(), Kind.RECEIVED).equals(List.of("")));
        assertThat(panels.client.errorProperty().get()).isEmpty();
    }

    @Test
    void aMessageTooLongIsToldWithBothNumbersAndTheNextOneGoes() {
        serve(SocketType.SEQPACKET, new TypedAddress("", true));
        connect(SocketType.SEQPACKET);
        send("x".repeat(300_000));
        panels.until(() -> !panels.client.errorProperty().get().isEmpty());
        assertThat(panels.client.errorProperty().get())
                .startsWith("sendmsg: EMSGSIZE (90, Message too long). The message has 300,000 bytes;")
                .contains("at most 212,960");
        send("small");
        panels.until(() -> panels.client.transcript().bytesReceived() == 5);
        assertThat(panels.client.errorProperty().get()).isEmpty();
    }

    @Test
    void anUnboundClientReadsThatNoAnswerCanCome() {
        serve(SocketType.DGRAM, new TypedAddress("", true));
        panels.client.form().ownNameProperty().set(OwnName.UNBOUND);
        connect(SocketType.DGRAM);
        send("hello");
        panels.until(() -> panels.server.clients().size() == 1);
        assertThat(texts(panels.server.transcript(), Kind.SENDER))
                .containsExactly("unnamed: it is not bound, so no answer can reach it");
        assertThat(texts(panels.client.transcript(), Kind.CONNECTED).getFirst())
                .endsWith("without a name: no answer can come");
    }

    @Test
    void aClientWithANameOfItsOwnIsSeenUnderIt() {
        serve(SocketType.DGRAM, TypedAddress.path(directory.resolve("echo.sock").toString()));
        Path own = directory.resolve("own.sock");
        panels.client.form().ownNameProperty().set(OwnName.NAMED);
        panels.client.form().own().type(TypedAddress.path(own.toString()));
        connect(SocketType.DGRAM);
        send("hello");
        panels.until(() -> panels.client.transcript().bytesReceived() == 5
                && panels.server.clients().size() == 1);
        ClientInfo seen = panels.server.clients().getFirst();
        assertThat(String.valueOf(seen.address())).isEqualTo(own.toString());
        panels.client.toggle();
        panels.until(() -> !panels.client.runningProperty().get());
        assertThat(own).doesNotExist();
    }

    @Test
    void anOwnNameThatIsTakenIsTheOneAtFault() throws Exception {
        Path own = Files.writeString(directory.resolve("own.sock"), "not ours");
        serve(SocketType.DGRAM, new TypedAddress("", true));
        panels.client.form().ownNameProperty().set(OwnName.NAMED);
        panels.client.form().own().type(TypedAddress.path(own.toString()));
        assertThat(connectError(SocketType.DGRAM, panels.server.reachableProperty().get()))
                .startsWith("bind: EADDRINUSE (98, Address already in use).")
                .contains(own.toString());
        assertThat(own).hasContent("not ours");
    }

    @Test
    void sendingToADatagramServerThatHasGoneIsExplained() {
        serve(SocketType.DGRAM, TypedAddress.path(directory.resolve("echo.sock").toString()));
        connect(SocketType.DGRAM);
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        send("hello");
        panels.until(() -> !panels.client.errorProperty().get().isEmpty());
        assertThat(panels.client.errorProperty().get())
                .startsWith("sendmsg: ECONNREFUSED (111, Connection refused).")
                .contains("has closed its socket");
        assertThat(panels.client.stateProperty().get()).isEqualTo("connection lost");
    }
}
