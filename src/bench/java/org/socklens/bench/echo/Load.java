package org.socklens.bench.echo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The client program that drives every echo server, `src/bench/c/load.c`.
final class Load {
    private final String program;

    Load(String program) {
        this.program = program;
    }

    /// Runs it and returns the numbers that it prints.
    ///
    /// @throws IOException when a byte was lost or changed
    long[] run(EchoProgram server, String mode, long... numbers) throws IOException, InterruptedException {
        Process process = start(server, mode, numbers);
        return numbers(process);
    }

    /// Starts it; its end of input lets it go when it holds connections.
    Process start(EchoProgram server, String mode, long... numbers) throws IOException {
        List<String> command = new ArrayList<>(List.of(program, mode, server.socket.toString()));
        Arrays.stream(numbers).mapToObj(Long::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static long[] numbers(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the load failed");
        }
        return parse(out);
    }

    static long[] parse(String line) {
        return Arrays.stream(line.strip().split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
