package org.socklens.socket.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The environment that a child gets: the one that this program was started with.
final class ChildEnvironment {
    private static final Path STARTED_WITH = Path.of("/proc/self/environ");
    /// Options of this program's own virtual machine, such as a file that only one may write.
    private static final byte[] LEFT_OUT = "JAVA_TOOL_OPTIONS=".getBytes(StandardCharsets.US_ASCII);

    private ChildEnvironment() {}

    /// Lines of `NAME=value`, raw bytes.
    static List<byte[]> ofThisProgram() {
        byte[] all;
        try {
            all = Files.readAllBytes(STARTED_WITH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the environment cannot be read", unreadable);
        }
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == 0) {
                lines.add(Arrays.copyOfRange(all, from, at));
                from = at + 1;
            }
        }
        lines.removeIf(line -> Arrays.mismatch(line, LEFT_OUT) >= LEFT_OUT.length || Arrays.equals(line, LEFT_OUT));
        return lines;
    }

    /// A word of a command line as the kernel takes it.
    static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}
