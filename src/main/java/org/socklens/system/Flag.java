package org.socklens.system;

/// Something about a socket that a person should notice.
public enum Flag {
    /// The socket file was removed while the socket is open.
    FILE_GONE("file gone", "The socket file was removed or renamed: connections live on, new clients get ENOENT."),
    /// Another file has the name.
    NAME_TAKEN("name taken", "Another file has this name now: connections live on, new clients meet that one."),
    /// The file is in another file tree.
    OTHER_TREE(
            "other file tree",
            "The path leads to this file in the file tree of its holder only (a container, a private /tmp, a chroot): "
                    + "here it means something else or nothing."),
    /// The file is there and nobody takes connections behind it.
    STALE_NAME(
            "stale name",
            "The socket file is still there, but nobody takes connections behind it: new clients get ECONNREFUSED."),
    /// No more connections fit into the queue.
    QUEUE_FULL("queue full", "As many connections wait as the backlog allows: further clients wait, or get EAGAIN."),
    /// The send buffer is full.
    SEND_BLOCKED("send blocked", "The send buffer is full: a send waits until the peer reads."),
    /// No process that can be seen holds it.
    NO_HOLDER(
            "no holder",
            "No process that this pid namespace can see holds it: a process of another pid namespace does, or the "
                    + "kernel, or its descriptor is under way in a message.");

    private final String word;
    private final String meaning;

    Flag(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /// In a word or two.
    public String word() {
        return word;
    }

    /// What it means, in a sentence or two.
    public String meaning() {
        return meaning;
    }
}
