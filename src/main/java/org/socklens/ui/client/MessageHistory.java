package org.socklens.ui.client;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The messages that were sent, walked with Up and Down. What was being typed comes back at the end. FX thread only.
public final class MessageHistory {
    private static final int KEPT = 200;

    private final ReadOnlyObjectWrapper<List<String>> sent = new ReadOnlyObjectWrapper<>(this, "sent", List.of());
    private int at;
    private String draft = "";

    /// The messages, the oldest first; each change is another list.
    public ReadOnlyObjectProperty<List<String>> sentProperty() {
        return sent.getReadOnlyProperty();
    }

    /// Begins with the messages of an earlier run.
    public void restore(List<String> messages) {
        sent.set(List.copyOf(messages.subList(Math.max(0, messages.size() - KEPT), messages.size())));
        at = sent.get().size();
    }

    void add(String message) {
        List<String> messages = new ArrayList<>(sent.get());
        if (messages.isEmpty() || !messages.getLast().equals(message)) {
            messages.add(message);
        }
        restore(messages);
        draft = "";
    }

    /// The message before the shown one.
    String older(String shown) {
        List<String> messages = sent.get();
        if (at == messages.size()) {
            draft = shown;
        }
        at = Math.max(0, at - 1);
        return messages.isEmpty() ? shown : messages.get(at);
    }

    /// The message after the shown one.
    String newer(String shown) {
        List<String> messages = sent.get();
        if (at >= messages.size()) {
            return shown;
        }
        at++;
        return at == messages.size() ? draft : messages.get(at);
    }
}
