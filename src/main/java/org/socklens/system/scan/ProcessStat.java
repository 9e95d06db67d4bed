package org.socklens.system.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.socklens.posix.PathText;

/// What `/proc/PID/stat` tells of a process: the name of its program, which may hold any byte, its parent, and when it
/// began in clock ticks after boot.
record ProcessStat(String program, int parent, long started) {
    /// Places after the program's name, counted from 0.
    private static final int PARENT = 1;

    private static final int STARTED = 19;

    static ProcessStat read(byte[] line) {
        int open = 0;
        while (open < line.length && line[open] != '(') {
            open++;
        }
        int close = line.length - 1;
        while (close > open && line[close] != ')') {
            close--;
        }
        if (close <= open) {
            return new ProcessStat("?", 0, 0);
        }
        String rest = new String(line, close + 1, line.length - close - 1, StandardCharsets.US_ASCII);
        String[] fields = rest.strip().split(" ", STARTED + 2);
        String quoted = PathText.quoted(Arrays.copyOfRange(line, open + 1, close));
        return new ProcessStat(
                quoted.substring(1, quoted.length() - 1), Integer.parseInt(fields[PARENT]), Long.parseLong(fields[STARTED]));
    }
}
