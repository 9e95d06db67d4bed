package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;

/// Linux's door: the contract, and who the peer is and which call each row was.
class EchoTest extends EchoContract {
    @Test
    void aClientIsKnownByItsProcess() {
        try (EchoServer server = engine.listen(socket(), 16);
                Client client = engine.connect(socket(), 16)) {
            await().until(() -> server.clients().size() == 1);
            assertThat(server.clients().getFirst().peer().pid())
                    .isEqualTo((int) ProcessHandle.current().pid());
            assertThat(client.state()).isInstanceOf(ClientState.Connected.class);
        }
    }

    @Test
    void everyChunkRowLeadsToItsSystemCall() {
        try (EchoServer server = engine.listen(socket(), 16);
                Client client = engine.connect(socket(), 4096)) {
            assertThat(server.clients()).hasSizeLessThanOrEqualTo(1);
            client.send("hello".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            for (Row row : Engine.rows(engine.serverTranscript)) {
                if (row.kind() == Kind.RECEIVED) {
                    var call = engine.trace.at(engine.trace.find(row.call()));
                    assertThat(call).isNotNull();
                    assertThat(String.valueOf(call)).contains("recvmsg(").contains("16 bytes, MSG_CMSG_CLOEXEC) = 5");
                }
            }
        }
    }
}
