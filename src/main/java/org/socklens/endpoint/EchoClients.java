package org.socklens.endpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/// The clients of one server: written by its loop, read by any thread.
final class EchoClients {
    // Memory stays bounded however many clients come and go.
    private static final int ENDED_KEPT = 1000;

    private final ConcurrentSkipListMap<Integer, EchoConnection> byNumber =
            new ConcurrentSkipListMap<>();
    private final ArrayDeque<Integer> ended = new ArrayDeque<>();
    private int latest;

    int nextNumber() {
        return ++latest;
    }

    void add(EchoConnection connection) {
        byNumber.put(connection.number(), connection);
    }

    void ended(EchoConnection connection) {
        ended.add(connection.number());
        if (ended.size() > ENDED_KEPT) {
            byNumber.remove(ended.remove());
        }
    }

    void forEachOpen(Consumer<EchoConnection> action) {
        byNumber.values().stream().filter(connection -> !connection.ended()).forEach(action);
    }

    void closeAll() {
        byNumber.values().forEach(EchoConnection::close);
    }

    List<ClientInfo> infos() {
        List<ClientInfo> infos = new ArrayList<>();
        byNumber.values().forEach(connection -> infos.add(connection.info()));
        return infos;
    }
}
