package org.socklens.access.verdict;

/// What somebody wants to do with a path.
public enum Question {
    /// Connect to the socket that stands there.
    CONNECT("connect", "connect"),
    /// Make a socket file there.
    BIND("bind", "bind here"),
    /// Remove the name.
    DELETE("unlink", "delete it");

    private final String call;
    private final String words;

    Question(String call, String words) {
        this.call = call;
        this.words = words;
    }

    /// The system call that asks the kernel.
    public String call() {
        return call;
    }

    /// How a sentence goes on after "may".
    public String words() {
        return words;
    }
}
