package org.socklens.bench.sockets;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.socklens.bench.process.OwnJava;

/// Processes that hold many sockets, until it is closed.
final class Crowd implements AutoCloseable {
    private final Path directory;
    private final List<Process> holders = new ArrayList<>();

    private Crowd(Path directory) {
        this.directory = directory;
    }

    /// Starts them and waits until every socket is open.
    static Crowd of(int processes, int sockets) throws IOException {
        Crowd crowd = new Crowd(Files.createTempDirectory("socklens-bench"));
        for (int i = 0; i < processes; i++) {
            crowd.start(sockets / processes);
        }
        return crowd;
    }

    private void start(int sockets) throws IOException {
        Path listener = directory.resolve("s" + holders.size());
        Process holder = new ProcessBuilder(
                        OwnJava.command(ManySockets.class, Integer.toString(sockets), listener.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        holders.add(holder);
        BufferedReader said = holder.inputReader();
        if (!"ready".equals(said.readLine())) {
            close();
            throw new IOException("the sockets could not be opened: raise the limit of open files (ulimit -n)");
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < holders.size(); i++) {
            holders.get(i).getOutputStream().close();
            holders.get(i).onExit().join();
            Files.deleteIfExists(directory.resolve("s" + i));
        }
        Files.delete(directory);
    }
}
