package org.socklens.bench.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.socklens.bench.process.OwnJava;
import org.socklens.bench.report.Samples;

/// One echo server that runs while it is measured, and what the rounds said of it.
final class EchoProgram implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    final String name;
    final Path socket;
    /// One or two numbers a round.
    Samples first = new Samples();
    Samples second = new Samples();
    private final Process process;

    private EchoProgram(String name, Path socket, List<String> command) throws IOException, InterruptedException {
        this.name = name;
        this.socket = socket;
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitSocket();
    }

    static EchoProgram socklens(Path directory, int readSize, int fileMebibytes)
            throws IOException, InterruptedException {
        Path socket = directory.resolve("socklens");
        return new EchoProgram(
                "Socklens, recording",
                socket,
                OwnJava.command(
                        HeadlessEngine.class,
                        socket.toString(),
                        Integer.toString(readSize),
                        Integer.toString(fileMebibytes)));
    }

    static EchoProgram inC(Path directory, String program, int readSize) throws IOException, InterruptedException {
        Path socket = directory.resolve("c");
        return new EchoProgram(
                "the loop in C", socket, List.of(program, socket.toString(), Integer.toString(readSize)));
    }

    /// @param how options and the second address of socat
    static EchoProgram socat(Path directory, String... how) throws IOException, InterruptedException {
        Path socket = directory.resolve("socat");
        List<String> options = List.of(how).subList(0, how.length - 1);
        String address = how[how.length - 1];
        List<String> command = new ArrayList<>(List.of("socat"));
        command.addAll(options);
        command.add("UNIX-LISTEN:" + socket + ",fork,backlog=4096");
        command.add(address);
        return new EchoProgram("socat " + String.join(" ", how), socket, command);
    }

    static EchoProgram ncat(Path directory) throws IOException, InterruptedException {
        Path socket = directory.resolve("ncat");
        return new EchoProgram(
                "ncat --exec cat",
                socket,
                List.of("ncat", "-l", "-k", "-U", socket.toString(), "-m", "10000", "--exec", "/bin/cat"));
    }

    /// Forgets the rounds so far.
    void forget() {
        first = new Samples();
        second = new Samples();
    }

    /// What the program says when it is asked by a line; only Socklens answers.
    String ask() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return process.inputReader().readLine();
    }

    long pid() {
        return process.pid();
    }

    private void awaitSocket() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(socket)) {
            if (System.nanoTime() > deadline || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " does not listen");
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
