package org.socklens.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.socklens.socket.Address;
import org.socklens.socket.Credentials;

/// Who has sent datagrams to one server: written by its loop, read by any thread.
final class DatagramSenders {
    // Memory stays bounded however many clients come and go.
    private static final int KEPT = 1000;

    /// A socket by its name; those without one are told apart by their process, where that is known.
    private record Key(Address address, Credentials credentials) {}

    private final Map<Key, DatagramSender> byKey = new LinkedHashMap<>(16, 0.75f, true);
    private final ConcurrentSkipListMap<Integer, DatagramSender> byNumber = new ConcurrentSkipListMap<>();
    private int latest;

    /// The sender with this name and process, a new one when it was not seen before.
    DatagramSender of(Address address, Credentials credentials) {
        return byKey.computeIfAbsent(new Key(address, credentials), _ -> add(address, credentials));
    }

    private DatagramSender add(Address address, Credentials credentials) {
        DatagramSender sender = new DatagramSender(++latest, address, credentials);
        byNumber.put(sender.number(), sender);
        return sender;
    }

    /// Forgets whoever has been silent for longest, beyond what is kept.
    void trim() {
        while (byKey.size() > KEPT) {
            Map.Entry<Key, DatagramSender> oldest = byKey.entrySet().iterator().next();
            byKey.remove(oldest.getKey());
            byNumber.remove(oldest.getValue().number());
        }
    }

    List<ClientInfo> infos() {
        List<ClientInfo> infos = new ArrayList<>();
        byNumber.values().forEach(sender -> infos.add(sender.info()));
        return infos;
    }
}
