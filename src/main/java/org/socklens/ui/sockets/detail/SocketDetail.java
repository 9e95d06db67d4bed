package org.socklens.ui.sockets.detail;

import java.util.List;
import java.util.stream.Collectors;

/// Everything about one socket, in words.
///
/// @param title its address, or what it is without one
/// @param type STREAM, DGRAM or SEQPACKET
/// @param state in a word
/// @param notices what should be noticed, in sentences
public record SocketDetail(
        long inode, String title, String type, String state, List<String> notices, List<Section> sections) {
    /// Copies the lists.
    public SocketDetail {
        notices = List.copyOf(notices);
        sections = List.copyOf(sections);
    }

    /// All of it as lines of text.
    public String text() {
        String head = title + "\n" + type + ", " + state + "\n";
        String noticed = notices.stream().map(notice -> notice + "\n").collect(Collectors.joining());
        return head + noticed + sections.stream().map(SocketDetail::text).collect(Collectors.joining());
    }

    private static String text(Section section) {
        return section.facts().stream()
                .map(fact -> (fact.name() + "\t" + fact.value()).strip())
                .collect(Collectors.joining("\n", "\n" + section.title() + "\n", "\n"));
    }
}
