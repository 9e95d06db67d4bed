package org.socklens.ui.client;

import java.util.ArrayList;
import java.util.List;

/// The messages that were sent, walked with Up and Down. What was being typed comes back at the end.
final class MessageHistory {
    private static final int KEPT = 200;

    private final List<String> sent = new ArrayList<>();
    private int at;
    private String draft = "";

    void add(String message) {
        if (sent.isEmpty() || !sent.getLast().equals(message)) {
            sent.add(message);
        }
        if (sent.size() > KEPT) {
            sent.removeFirst();
        }
        at = sent.size();
        draft = "";
    }

    /// The message before the shown one.
    String older(String shown) {
        if (at == sent.size()) {
            draft = shown;
        }
        at = Math.max(0, at - 1);
        return sent.isEmpty() ? shown : sent.get(at);
    }

    /// The message after the shown one.
    String newer(String shown) {
        if (at >= sent.size()) {
            return shown;
        }
        at++;
        return at == sent.size() ? draft : sent.get(at);
    }
}
