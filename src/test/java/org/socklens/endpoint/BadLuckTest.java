package org.socklens.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/// Linux's door: the contract, and who the unlucky peer was.
class BadLuckTest extends BadLuckContract {
    @Test
    void aServerProcessThatDiesEndsTheClient() throws Exception {
        try (Peer peer = Peer.python(
                        "import socket,sys,time\ns=socket.socket(socket.AF_UNIX)\ns.bind(sys.argv[1])\ns.listen()\n"
                                + "print('go',flush=True)\nc,_=s.accept()\ntime.sleep(60)",
                        socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            try (Client client = engine.connect(socket(), 4096)) {
                peer.kill();
                assertThat(Engine.awaitClosed(client).failure()).isNull();
            }
        }
    }

    @Test
    void aClientThatIsKilledIsStillKnownByItsProcess() throws Exception {
        try (EchoServer server = engine.listen(socket(), 16);
                Peer peer = Peer.python(
                        "import socket,sys,time\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n"
                                + "print('go',flush=True)\ntime.sleep(60)",
                        socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            await().until(() -> server.clients().size() == 1);
            peer.kill();
            await().until(() -> server.clients().getFirst().state() == ClientInfo.State.CLOSED);
            assertThat(server.clients().getFirst().peer().pid()).isEqualTo((int) peer.pid());
            assertThat(server.clients().getFirst().peer().program()).startsWith("python");
        }
    }
}
