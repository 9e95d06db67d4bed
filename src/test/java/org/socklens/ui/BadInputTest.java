package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.SocketCalls;
import org.socklens.socket.SocketType;
import org.socklens.ui.client.MessageFormat;
import org.socklens.ui.control.address.TypedAddress;

/// What a person reads after bad input and bad luck: call, errno, culprit, next step; and what was typed is still there.
class BadInputTest {
    @TempDir
    Path directory = Path.of("");

    private final Panels panels = new Panels();

    @AfterEach
    void close() {
        panels.close();
    }

    private Path at(String name) {
        return directory.resolve(name);
    }

    @Test
    void anEmptyPathIsRefusedBeforeAnyCall() {
        assertThat(panels.startError("")).startsWith("The path is empty.");
        assertThat(panels.connectError("")).startsWith("The path is empty.");
    }

    @Test
    void aPathOf108BytesIsRefusedWithBothNumbersAnd107Binds() throws IOException {
        String name = "x".repeat(107 - directory.toString().length() - 1);
        panels.listen(at(name));
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        assertThat(panels.startError(at(name + "x").toString())).contains("108 bytes").contains("at most 107");
        assertThat(panels.startError("/tmp/" + "ä".repeat(54))).contains("113 bytes");
        assertThat(Files.exists(at(name))).isFalse();
    }

    @Test
    void aPathWithANulIsRefused() {
        assertThat(panels.startError("/tmp/a\0b")).contains("NUL");
        assertThat(panels.server.form().pathProperty().get()).isEqualTo("/tmp/a\0b");
    }

    @Test
    void aMissingDirectoryIsNamed() {
        assertThat(panels.startError(at("no/echo.sock").toString()))
                .startsWith("bind: ENOENT (2, No such file or directory).")
                .contains(at("no").toString());
    }

    @Test
    void whateverStandsAtTheNameIsToldAndStays() throws Exception {
        Files.writeString(at("file"), "mine");
        assertThat(panels.startError(at("file").toString()))
                .startsWith("bind: EADDRINUSE (98, Address already in use).")
                .contains("regular file");
        assertThat(at("file")).hasContent("mine");
        Files.createDirectory(at("dir"));
        assertThat(panels.startError(at("dir").toString())).contains("EADDRINUSE").contains("directory");
        Files.createSymbolicLink(at("link"), at("nowhere"));
        assertThat(panels.startError(at("link").toString())).contains("EADDRINUSE").contains("link");
        stale();
        assertThat(panels.startError(at("stale").toString())).contains("EADDRINUSE").contains("stale");
        assertThat(Files.exists(at("stale"))).isTrue();
    }

    private void stale() throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(at("stale")));
        }
    }

    @Test
    void aLiveListenerAtTheNameIsTold() throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(at("live")));
            assertThat(panels.startError(at("live").toString())).contains("EADDRINUSE").contains("live STREAM socket");
        }
    }

    @Test
    void readSizesOutsideOneTo65536AreRefused() {
        panels.server.form().readSizeProperty().set("0");
        assertThat(panels.startError(at("s").toString())).contains("The read size is 0").contains("1 to 65536");
        panels.server.form().readSizeProperty().set("many");
        assertThat(panels.startError(at("s").toString())).contains("“many”").contains("not a whole number");
        panels.server.form().readSizeProperty().set("65537");
        assertThat(panels.startError(at("s").toString())).contains("65537");
        assertThat(Files.exists(at("s"))).isFalse();
    }

    @Test
    void connectingWithoutAServerNamesWhatIsMissing() throws IOException {
        assertThat(panels.connectError(at("none").toString()))
                .startsWith("connect: ENOENT (2, No such file or directory).")
                .contains(at("none").toString());
        assertThat(panels.client.explainableProperty().get()).isTrue();
        Files.writeString(at("file"), "");
        assertThat(panels.connectError(at("file").toString()))
                .startsWith("connect: ECONNREFUSED (111, Connection refused).")
                .contains("regular file");
        stale();
        assertThat(panels.connectError(at("stale").toString())).contains("ECONNREFUSED").contains("stale");
    }

    @Test
    void connectingToADatagramSocketTellsItsType() {
        SocketCalls calls = new SocketCalls(new Caller(CallTrace.discarding(), "test"));
        int datagram = calls.socket(SocketType.DGRAM.number());
        byte[] path = at("dgram").toString().getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(calls.bind(datagram, Arrays.copyOf(path, path.length + 1))).isZero();
            assertThat(panels.connectError(at("dgram").toString()))
                    .startsWith("connect: EPROTOTYPE (91, Protocol wrong type for socket).")
                    .contains("DGRAM");
        } finally {
            calls.close(datagram);
        }
    }

    @Test
    void aBadMessageIsToldAndNothingIsSentOrLost() {
        panels.listen(at("s"));
        panels.client.form().pathProperty().set(at("s").toString());
        panels.client.toggle();
        panels.until(panels.client::isConnected);
        assertThat(sendError(MessageFormat.HEX, "abc")).contains("odd number of digits");
        assertThat(sendError(MessageFormat.HEX, "zz")).contains("“z”").contains("not a hex digit");
        assertThat(sendError(MessageFormat.ESCAPES, "a\\q")).contains("Bad escape “\\q” at position 2");
        assertThat(panels.client.messageProperty().get()).isEqualTo("a\\q");
        assertThat(panels.client.explainableProperty().get()).isFalse();
        assertThat(panels.client.transcript().bytesSent()).isZero();
    }

    private String sendError(MessageFormat format, String message) {
        panels.client.formatProperty().set(format);
        panels.client.messageProperty().set(message);
        panels.client.send();
        return panels.client.errorProperty().get();
    }

    @Test
    void stoppingTheServerWhileAClientTalksEndsTheClient() {
        panels.listen(at("s"));
        panels.client.form().pathProperty().set(at("s").toString());
        panels.client.toggle();
        panels.until(() -> panels.server.clients().size() == 1);
        panels.client.messageProperty().set("half a sentence");
        panels.server.toggle();
        panels.until(() -> !panels.client.runningProperty().get());
        assertThat(panels.client.messageProperty().get()).isEqualTo("half a sentence");
        assertThat(panels.client.stateProperty().get()).isEqualTo("closed");
        panels.until(() -> !panels.server.runningProperty().get());
    }

    @Test
    void aRelativePathTellsWhatItResolvesToAndBinds() throws IOException {
        panels.server.form().pathProperty().set("./uds_socket");
        String here = System.getProperty("user.dir", "/");
        assertThat(panels.server.form().address().hintProperty().get()).isEqualTo("resolves to " + here + "/uds_socket");
        panels.server.form().pathProperty().set("@name");
        assertThat(panels.server.form().address().hintProperty().get()).contains("'@' is only a notation");
        panels.server.form().pathProperty().set("~/s");
        assertThat(panels.server.form().address().hintProperty().get()).contains("'~' means home to a shell only");
        panels.listen(Path.of("./uds_socket"));
        assertThat(Files.exists(Path.of("uds_socket"))).isTrue();
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        assertThat(Files.exists(Path.of("uds_socket"))).isFalse();
    }

    @Test
    void theClientFollowsTheServersPathUntilItIsEdited() {
        panels.client.form().follow(TypedAddress.path("/a"));
        panels.client.form().follow(TypedAddress.path("/b"));
        assertThat(panels.client.form().pathProperty().get()).isEqualTo("/b");
        panels.client.form().pathProperty().set("/own");
        panels.client.form().follow(TypedAddress.path("/c"));
        assertThat(panels.client.form().pathProperty().get()).isEqualTo("/own");
        panels.client.form().useServerAddress();
        assertThat(panels.client.form().pathProperty().get()).isEqualTo("/c");
    }
}
