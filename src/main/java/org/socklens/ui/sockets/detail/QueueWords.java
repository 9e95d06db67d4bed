package org.socklens.ui.sockets.detail;

import java.util.ArrayList;
import java.util.List;
import org.socklens.system.Flag;
import org.socklens.system.MachineSocket;
import org.socklens.system.Queues;
import org.socklens.system.report.SocketText;
import org.socklens.ui.control.Tone;

/// Tells what waits at a socket.
final class QueueWords {
    private QueueWords() {}

    static List<Fact> of(MachineSocket socket) {
        Queues queues = socket.queues();
        if (!queues.isKnown()) {
            return List.of(new Fact(
                    SocketText.UNKNOWN, "only the kernel's socket diagnosis tells, which was refused", Tone.DANGER));
        }
        if (socket.isListening()) {
            Tone tone = socket.flags().contains(Flag.QUEUE_FULL) ? Tone.DANGER : Tone.MUTED;
            return List.of(new Fact("waiting", "%,d of %,d to be accepted".formatted(queues.receive(), queues.send()), tone));
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("to read", "%,d bytes".formatted(queues.receive())));
        Tone tone = socket.flags().contains(Flag.SEND_BLOCKED) ? Tone.DANGER : Tone.MUTED;
        facts.add(new Fact(
                "sent, not read",
                "%,d of %,d bytes of buffer".formatted(queues.send(), queues.sendBuffer()),
                tone));
        return facts;
    }
}
