package org.socklens.system.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.socklens.system.MachineSocket;

/// What can be told of a socket in a column: in the table, in an export, and after a key of the filter.
public enum SocketColumn {
    /// Who holds it.
    PROCESS("process", 22, "the program and pid that hold it, +N for further processes"),
    /// Who is at the other end.
    PEER("peer", 22, "the program and pid at the other end"),
    /// Its address.
    ADDRESS("address", 42, "path, abstract name after an @, or → the address of its peer"),
    /// Its state.
    STATE("state", 11, "listening, connected, queued, half-closed …"),
    /// Its type.
    TYPE("type", 9, "STREAM, DGRAM or SEQPACKET"),
    /// Which users.
    USER("user", 10, "the user of who holds it, or who made it"),
    /// Which processes hold it.
    PID("pid", 7, "every process that holds it"),
    /// By which descriptors.
    FD("fd", 4, "the descriptors by which it is held"),
    /// What waits.
    QUEUE("queue", 9, "waiting connections of the backlog, or bytes that wait to be read"),
    /// Kernel memory of the queues.
    MEMORY("memory", 7, "kernel memory of its queues in bytes"),
    /// Mode bits of the socket file.
    MODE("mode", 5, "the mode bits of the socket file"),
    /// Owner of the socket file.
    OWNER("owner", 8, "the owner of the socket file"),
    /// Its own number.
    INODE("inode", 8, "the socket's own number, as in socket:[N]"),
    /// What should be noticed.
    FLAG("flags", 14, "file gone, stale name, queue full …");

    private static final Comparator<SocketText> TIES = Comparator.<SocketText>comparingInt(
                    text -> text.socket().isListening() ? 0 : 1)
            .thenComparing(SocketText::address)
            .thenComparingLong(text -> text.socket().inode());

    private final String title;
    private final int width;
    private final String meaning;

    SocketColumn(String title, int width, String meaning) {
        this.title = title;
        this.width = width;
        this.meaning = meaning;
    }

    /// The word in the header.
    public String title() {
        return title;
    }

    /// Its usual width in characters.
    public int width() {
        return width;
    }

    /// What it tells, in a few words.
    public String meaning() {
        return meaning;
    }

    /// Whether it tells a number.
    public boolean isNumber() {
        return switch (this) {
            case PID, FD, QUEUE, MEMORY, INODE -> true;
            case TYPE, STATE, ADDRESS, PROCESS, USER, PEER, MODE, OWNER, FLAG -> false;
        };
    }

    /// What it tells of a socket.
    public String of(SocketText text) {
        return switch (this) {
            case TYPE -> text.type();
            case STATE -> text.state();
            case ADDRESS -> text.address();
            case PROCESS -> text.process();
            case PID -> text.pids();
            case USER -> text.user();
            case FD -> text.fds();
            case PEER -> text.peer();
            case QUEUE -> text.queue();
            case MEMORY -> text.memory();
            case MODE -> text.mode();
            case OWNER -> text.owner();
            case INODE -> Long.toString(text.socket().inode());
            case FLAG -> text.flags();
        };
    }

    /// The number that it is sorted by; 0 where it goes by words.
    private long number(SocketText text) {
        MachineSocket socket = text.socket();
        boolean held = !socket.holders().isEmpty();
        return switch (this) {
            case PID -> held ? socket.holders().getFirst().process().pid() : Long.MAX_VALUE;
            case FD -> held ? socket.holders().getFirst().fd() : Long.MAX_VALUE;
            case QUEUE -> socket.queues().receive();
            case MEMORY -> socket.queues().memory();
            case INODE -> socket.inode();
            case TYPE, STATE, ADDRESS, PROCESS, USER, PEER, MODE, OWNER, FLAG -> 0;
        };
    }

    /// Rows by what this column tells of their sockets; those of which it tells nothing stand last. Where it tells the
    /// same, listeners come first, then it goes by address and number.
    public <T> List<T> sorted(List<T> rows, Function<T, SocketText> text) {
        return sorted(rows, text, Comparator.naturalOrder());
    }

    /// As [#sorted], the other way round; those of which it tells nothing stand last all the same.
    public <T> List<T> sortedBackwards(List<T> rows, Function<T, SocketText> text) {
        return sorted(rows, text, Comparator.reverseOrder());
    }

    private <T> List<T> sorted(List<T> rows, Function<T, SocketText> text, Comparator<Told> direction) {
        record Keyed<T>(T row, Told told) {}
        Comparator<Told> order = Comparator.<Told>comparingInt(told -> told.words().isEmpty() ? 1 : 0)
                .thenComparing(direction)
                .thenComparing(Told::text, TIES);
        return rows.stream()
                .map(row -> new Keyed<>(row, told(text.apply(row))))
                .sorted(Comparator.comparing(Keyed::told, order))
                .map(Keyed::row)
                .toList();
    }

    private Told told(SocketText text) {
        return new Told(text, of(text), number(text));
    }

    /// What a column tells of a socket, made once for many comparisons.
    private record Told(SocketText text, String words, long number) implements Comparable<Told> {
        @Override
        public int compareTo(Told other) {
            int byNumber = Long.compare(number, other.number);
            return byNumber != 0 ? byNumber : words.compareToIgnoreCase(other.words);
        }
    }
}
