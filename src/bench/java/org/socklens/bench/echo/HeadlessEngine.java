package org.socklens.bench.echo;

import java.io.IOException;
import org.socklens.endpoint.EchoServer;
import org.socklens.endpoint.ServerSettings;
import org.socklens.posix.CallTrace;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.SocketType;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Transcript;

/// The engine without its window, as the window runs it: every chunk recorded, every call traced. Ends with its input.
final class HeadlessEngine {
    private HeadlessEngine() {}

    /// Serves.
    ///
    /// @param arguments path, read size and how many MiB the temporary file may have
    public static void main(String[] arguments) throws IOException {
        Binding binding = Binding.of(SocketType.STREAM, Address.Path.of(arguments[0]));
        ServerSettings settings = new ServerSettings(binding, Integer.parseInt(arguments[1]), 4096);
        try (Transcript transcript = new Transcript(Limits.withFile(Long.parseLong(arguments[2]) << 20));
                EchoServer server = new EchoServer(new LinuxSocketDoor(new CallTrace()), settings, transcript)) {
            server.start();
            while (System.in.read() >= 0) {
                System.out.println("%,d rows, %,d of them dropped".formatted(transcript.end(), transcript.dropped()));
            }
        }
    }
}
