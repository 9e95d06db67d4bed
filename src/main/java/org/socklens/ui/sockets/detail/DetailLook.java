package org.socklens.ui.sockets.detail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Accounts;
import org.socklens.socket.Address;
import org.socklens.system.Flag;
import org.socklens.system.Holder;
import org.socklens.system.MachineProcess;
import org.socklens.system.MachineSocket;
import org.socklens.system.Peer;
import org.socklens.system.Snapshot;
import org.socklens.system.detail.ProcessDetails;
import org.socklens.system.detail.ProcessReader;
import org.socklens.system.detail.Sameness;
import org.socklens.system.report.SocketText;
import org.socklens.ui.control.Tone;

/// Puts everything about a socket into words. It reads `/proc` and walks paths: not for the FX thread.
public final class DetailLook {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int MOST_HOLDERS = 20;
    private static final int MOST_CHARACTERS = 200;

    private final ProcessReader processes = new ProcessReader();
    private final Accounts accounts;
    private final FileSection files;

    /// @param files tells of the socket file
    public DetailLook(Accounts accounts, FileSection files) {
        this.accounts = accounts;
        this.files = files;
    }

    /// The details of a socket, read now.
    public SocketDetail look(SocketText text) {
        MachineSocket socket = text.socket();
        List<String> notices = new ArrayList<>();
        socket.flags().stream().sorted().map(Flag::meaning).forEach(notices::add);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Held by", holders(text, socket.holders(), notices)));
        Section other = otherEnd(text);
        if (other != null) {
            sections.add(other);
        }
        sections.add(new Section("Queues", QueueWords.of(socket)));
        Section file = files.of(socket);
        if (file != null) {
            sections.add(file);
        }
        sections.add(numbers(socket));
        return new SocketDetail(
                socket.inode(), title(text), text.type(), text.state(), notices, sections);
    }

    private static String title(SocketText text) {
        if (!text.address().isEmpty()) {
            return text.address();
        }
        return text.addressOfPeer().isEmpty() ? "unnamed" : "→ " + text.addressOfPeer();
    }

    private List<Fact> holders(SocketText text, List<Holder> holders, List<String> notices) {
        if (holders.isEmpty()) {
            return List.of(nobody(text.snapshot()));
        }
        List<Fact> facts = new ArrayList<>();
        for (Holder holder : holders.subList(0, Math.min(MOST_HOLDERS, holders.size()))) {
            facts.addAll(holder(holder, text.socket().address()));
        }
        if (holders.size() > MOST_HOLDERS) {
            facts.add(Fact.of("", "and %d more".formatted(holders.size() - MOST_HOLDERS)));
        }
        if (holders.stream().map(Holder::process).distinct().count() > 1 && text.socket().hasPeer()) {
            notices.add("Several processes hold this end: the other one sees the end of stream when the last of them"
                    + " closes it.");
        }
        return facts;
    }

    private static Fact nobody(Snapshot snapshot) {
        return snapshot.visibility().seesAllHolders()
                ? Fact.of("nobody", "no process that this pid namespace can see")
                : new Fact(SocketText.UNKNOWN, snapshot.visibility().words(), Tone.DANGER);
    }

    private List<Fact> holder(Holder holder, Address address) {
        MachineProcess process = holder.process();
        ProcessDetails more = processes.read(process);
        List<Fact> facts = new ArrayList<>();
        String began = more.began().map(when -> " · since " + WHEN.format(when)).orElse("");
        facts.add(Fact.of(
                process.program() + " " + process.pid(),
                "fd %d · %s%s".formatted(holder.fd(), accounts.userName(process.uid()), began)));
        if (!more.command().isEmpty()) {
            facts.add(Fact.of("", shortened(more.commandLine())));
        }
        if (address instanceof Address.Path && more.mounts() == Sameness.OTHER) {
            facts.add(new Fact(
                    "",
                    "It lives in another mount namespace: this path is in its file tree (/proc/%d/root), perhaps not in yours."
                            .formatted(process.pid()),
                    Tone.DANGER));
        }
        if (address instanceof Address.Abstract && more.network() == Sameness.OTHER) {
            facts.add(new Fact("", "It lives in another network namespace, where this name means nothing.", Tone.DANGER));
        }
        return facts;
    }

    private static String shortened(String command) {
        return command.length() <= MOST_CHARACTERS ? command : command.substring(0, MOST_CHARACTERS) + " …";
    }

    private @Nullable Section otherEnd(SocketText text) {
        Snapshot snapshot = text.snapshot();
        return switch (text.socket().peer()) {
            case Peer.None _ -> null;
            case Peer.Closed _ ->
                new Section("Other end", List.of(Fact.of("closed", "a read meets the end of stream, a write EPIPE")));
            case Peer.Unknown _ ->
                new Section("Other end", List.of(new Fact(SocketText.UNKNOWN, snapshot.visibility().words(), Tone.DANGER)));
            case Peer.Waiting _ -> new Section("Waits to be accepted by", peerFacts(text));
            case Peer.Socket _ -> new Section("Other end", peerFacts(text));
        };
    }

    private List<Fact> peerFacts(SocketText text) {
        MachineSocket peer = text.snapshot().peer(text.socket());
        List<Fact> facts = new ArrayList<>();
        List<Holder> holders = text.snapshot().peerHolders(text.socket());
        if (holders.isEmpty()) {
            facts.add(nobody(text.snapshot()));
        }
        for (Holder holder : holders.subList(0, Math.min(MOST_HOLDERS, holders.size()))) {
            facts.addAll(holder(holder, peer == null ? new Address.Unnamed() : peer.address()));
        }
        if (peer != null) {
            facts.add(Fact.of("inode", peer.inode() + " · " + peer.state().word()));
        } else if (text.snapshot().peerIsForeign(text.socket())) {
            facts.add(Fact.of("namespace", "another network namespace: it is in no list here"));
        }
        return facts;
    }

    private Section numbers(MachineSocket socket) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("inode", Long.toString(socket.inode())));
        String user = socket.uid() == MachineSocket.UNKNOWN_USER
                ? SocketText.UNKNOWN
                : accounts.userName(socket.uid()) + " (uid " + Integer.toUnsignedString(socket.uid()) + ")";
        facts.add(Fact.of("made by", user));
        if (socket.queues().isKnown()) {
            facts.add(Fact.of("memory", "%,d bytes of the kernel".formatted(socket.queues().memory())));
        }
        facts.add(Fact.of(socket.state().word(), socket.state().meaning()));
        return new Section("Socket", facts);
    }
}
