package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socklens.socket.Address;
import org.socklens.socket.Passable;
import org.socklens.socket.PassedDescriptor;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;

/// Open descriptors passed beside the bytes (SCM_RIGHTS), in both directions, against Python.
class DescriptorsTest extends EngineTest {
    private static final byte[] ONE_BYTE = {'x'};

    /// Passes what it is told, then waits for a line.
    private static final String PYTHON_PASSES =
            """
            import array,os,socket,sys
            kind=getattr(socket,'SOCK_'+sys.argv[1])
            s=socket.socket(socket.AF_UNIX,kind)
            if kind==socket.SOCK_DGRAM: s.bind('')
            s.connect(sys.argv[2])
            r,w=os.pipe(); os.write(w,b'from the pipe'); os.close(w)
            f=os.open(sys.argv[3],os.O_RDONLY)
            s.sendmsg([b'two'],[(socket.SOL_SOCKET,socket.SCM_RIGHTS,array.array('i',[r,f]))])
            print('passed',flush=True); sys.stdin.readline()
            """;

    /// Takes one descriptor, reads it to its end or writes to it, and says what it found.
    private static final String PYTHON_TAKES =
            """
            import array,os,socket,sys
            kind=getattr(socket,'SOCK_'+sys.argv[1])
            s=socket.socket(socket.AF_UNIX,kind); s.bind(sys.argv[2])
            if kind!=socket.SOCK_DGRAM: s.listen()
            print('go',flush=True)
            c=s if kind==socket.SOCK_DGRAM else s.accept()[0]
            d,anc,fl,_=c.recvmsg(100,socket.CMSG_SPACE(4))
            fd=array.array('i',anc[0][2])[0]
            if sys.argv[3]=='read': print(d.decode(),os.read(fd,100).decode(),flush=True)
            else: os.write(fd,b'written by the receiver'); os.close(fd); print(d.decode(),flush=True)
            sys.stdin.readline()
            """;

    private Address there() {
        return Address.Path.of(socket().toString());
    }

    private static List<String> kinds(List<HeldDescriptor> held) {
        return held.stream().map(HeldDescriptor::descriptor).map(PassedDescriptor::kind).toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatPythonPassesIsListedReadAndClosed(SocketType type) throws Exception {
        Path file = Files.writeString(directory.resolve("passed.txt"), "from the file");
        long before = Engine.descriptors();
        try (EchoServer server = engine.listen(type, there(), 16);
                Peer peer = Peer.python(PYTHON_PASSES, type.name(), socket().toString(), file.toString())) {
            assertThat(peer.readLine()).isEqualTo("passed");
            await().until(() -> server.descriptors().size() == 2);
            assertThat(kinds(server.descriptors())).containsExactly("pipe, read end", "regular file, read only");
            PassedDescriptor pipe = server.descriptors().getFirst().descriptor();
            PassedDescriptor opened = server.descriptors().getLast().descriptor();
            assertThat(pipe.target()).matches("pipe:\\[\\d+]");
            assertThat(opened.target()).isEqualTo(file.toString());
            server.readDescriptor(pipe.number());
            server.readDescriptor(pipe.number());
            server.readDescriptor(opened.number());
            server.closeDescriptor(pipe.number());
            await().until(() -> server.descriptors().size() == 1);
            assertThat(Engine.texts(engine.serverTranscript, Kind.DESCRIPTORS))
                    .containsExactly(
                            "received " + pipe.text() + "; " + opened.text(),
                            "13 bytes read from " + pipe.number() + ": \"from the pipe\"",
                            "end of what can be read from " + pipe.number(),
                            "13 bytes read from " + opened.number() + ": \"from the file\"",
                            "closed " + pipe.number());
        }
        await().untilAsserted(() -> assertThat(Engine.descriptors()).isEqualTo(before));
    }

    @Test
    void theConnectionClosesWhatItReceived() throws Exception {
        try (EchoServer server = engine.listen(SocketType.STREAM, there(), 16)) {
            long before = Engine.descriptors();
            try (Peer peer = Peer.python(PYTHON_PASSES, "STREAM", socket().toString(), "/etc/hosts")) {
                await().until(() -> server.descriptors().size() == 2);
                peer.type("\n");
                assertThat(peer.exitCode()).isZero();
            }
            await().until(() -> server.descriptors().isEmpty());
            await().untilAsserted(() -> assertThat(Engine.descriptors()).isEqualTo(before));
        }
    }

    @Test
    void aThousandDescriptorsPassedAndForgottenLeaveNoneBehind() throws Exception {
        String script =
                """
                import array,os,socket,sys
                f=os.open('/dev/null',os.O_RDONLY)
                for i in range(100):
                    s=socket.socket(socket.AF_UNIX,socket.SOCK_SEQPACKET); s.connect(sys.argv[1])
                    s.sendmsg([b'x'],[(socket.SOL_SOCKET,socket.SCM_RIGHTS,array.array('i',[f]*10))])
                    s.recv(1); s.close()
                print('done')
                """;
        try (EchoServer server = engine.listen(SocketType.SEQPACKET, there(), 16)) {
            long before = Engine.descriptors();
            try (Peer peer = Peer.python(script, socket().toString())) {
                assertThat(peer.output()).isEqualTo("done\n");
            }
            assertThat(Engine.texts(engine.serverTranscript, Kind.DESCRIPTORS)).hasSize(100);
            await().untilAsserted(() -> assertThat(Engine.descriptors()).isLessThanOrEqualTo(before));
            assertThat(server.descriptors()).isEmpty();
        }
    }

    @Test
    void descriptorsBeyondTheLimitAreToldLost() throws Exception {
        String script =
                """
                import array,os,resource,socket,sys
                pid=int(sys.argv[2]); s=socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                s.send(b'a'); s.recv(1)
                old=resource.prlimit(pid,resource.RLIMIT_NOFILE)
                used=set(map(int,os.listdir('/proc/%d/fd'%pid)))
                free=next(n for n in range(1<<20) if n not in used)
                resource.prlimit(pid,resource.RLIMIT_NOFILE,(free+1,old[1]))
                try:
                    s.sendmsg([b'b'],[(socket.SOL_SOCKET,socket.SCM_RIGHTS,array.array('i',[0]*60))])
                    s.recv(1)
                finally:
                    resource.prlimit(pid,resource.RLIMIT_NOFILE,old)
                print('done')
                """;
        try (EchoServer server = engine.listen(SocketType.STREAM, there(), 16);
                Peer peer = Peer.python(
                        script, socket().toString(), Long.toString(ProcessHandle.current().pid()))) {
            assertThat(peer.output()).isEqualTo("done\n");
            assertThat(Engine.texts(engine.serverTranscript, Kind.TRUNCATED))
                    .singleElement()
                    .satisfies(text -> assertThat(text).startsWith("MSG_CTRUNC: descriptors that were passed are"));
            assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pythonReadsTheFileThatWePass(SocketType type) throws Exception {
        Path file = Files.writeString(directory.resolve("passed.txt"), "from our file");
        try (Peer peer = Peer.python(PYTHON_TAKES, type.name(), socket().toString(), "read")) {
            assertThat(peer.readLine()).isEqualTo("go");
            try (Client client = engine.connect(new ClientSettings(type, there(), 16))) {
                client.pass("take".getBytes(UTF_8), new Passable.File(Address.Path.of(file.toString())));
                assertThat(peer.readLine()).isEqualTo("take from our file");
                assertThat(client.descriptors()).isEmpty();
                await().until(() -> !Engine.texts(engine.clientTranscript, Kind.DESCRIPTORS).isEmpty());
                assertThat(Engine.texts(engine.clientTranscript, Kind.DESCRIPTORS))
                        .singleElement()
                        .satisfies(text -> assertThat(text)
                                .matches("passed \\d+: regular file, read only " + file));
            }
        }
    }

    @Test
    void pythonReadsTheTextInThePipeThatWePass() throws Exception {
        try (Peer peer = Peer.python(PYTHON_TAKES, "STREAM", socket().toString(), "read")) {
            assertThat(peer.readLine()).isEqualTo("go");
            try (Client client = engine.connect(new ClientSettings(SocketType.STREAM, there(), 16))) {
                client.pass(ONE_BYTE, new Passable.PipeToRead("in the pipe"));
                assertThat(peer.readLine()).isEqualTo("x in the pipe");
            }
        }
    }

    @Test
    void whatPythonWritesToThePassedPipeIsReadHereUpToItsEnd() throws Exception {
        long before = Engine.descriptors();
        try (Peer peer = Peer.python(PYTHON_TAKES, "SEQPACKET", socket().toString(), "write")) {
            assertThat(peer.readLine()).isEqualTo("go");
            try (Client client = engine.connect(new ClientSettings(SocketType.SEQPACKET, there(), 16))) {
                client.pass(ONE_BYTE, new Passable.PipeToWrite());
                assertThat(peer.readLine()).isEqualTo("x");
                await().until(() -> client.descriptors().size() == 1);
                assertThat(kinds(client.descriptors())).containsExactly("pipe, read end");
                int number = client.descriptors().getFirst().descriptor().number();
                client.readDescriptor(number);
                client.readDescriptor(number);
                await().until(() -> Engine.texts(engine.clientTranscript, Kind.DESCRIPTORS).size() == 3);
                assertThat(Engine.texts(engine.clientTranscript, Kind.DESCRIPTORS).subList(1, 3))
                        .containsExactly(
                                "23 bytes read from " + number + ": \"written by the receiver\"",
                                "end of what can be read from " + number);
            }
        }
        await().untilAsserted(() -> assertThat(Engine.descriptors()).isLessThanOrEqualTo(before));
    }

    @Test
    void readingAnEmptyPipeDoesNotWait() {
        try (EchoServer server = engine.listen(SocketType.STREAM, there(), 16);
                Client client = engine.connect(new ClientSettings(SocketType.STREAM, there(), 16))) {
            client.pass(ONE_BYTE, new Passable.PipeToWrite());
            await().until(() -> client.descriptors().size() == 1 && server.descriptors().size() == 1);
            int readEnd = client.descriptors().getFirst().descriptor().number();
            int writeEnd = server.descriptors().getFirst().descriptor().number();
            client.readDescriptor(readEnd);
            server.readDescriptor(writeEnd);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> Engine.texts(engine.clientTranscript, Kind.DESCRIPTORS)
                            .contains("nothing to read from " + readEnd + " now: a read would wait"));
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsToldAndNothingIsSent() {
        try (EchoServer server = engine.listen(SocketType.STREAM, there(), 16);
                Client client = engine.connect(new ClientSettings(SocketType.STREAM, there(), 16))) {
            Path missing = directory.resolve("missing");
            client.pass(ONE_BYTE, new Passable.File(Address.Path.of(missing.toString())));
            await().until(() -> client.state() instanceof ClientState.Connected connected
                    && connected.refusal().equals("openat: ENOENT (2, No such file or directory). The file " + missing
                            + " was not passed; the connection goes on."));
            assertThat(engine.clientTranscript.bytesSent()).isZero();
            assertThat(server.descriptors()).isEmpty();
        }
    }
}
