package org.socklens.ui.calls;

import org.socklens.posix.SystemCall;

/// Which calls are listed.
public enum CallKind {
    /// Only calls on sockets.
    SOCKETS("sockets", "Calls on sockets"),
    /// Only calls on files and directories.
    FILES("files", "Calls on files and directories"),
    /// Every call, those of the event loop too.
    ALL("all", "Every call, the event loop's too");

    private final String label;
    private final String hint;

    CallKind(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /// What its segment says.
    public String label() {
        return label;
    }

    /// What it means.
    public String hint() {
        return hint;
    }

    boolean accepts(SystemCall.Family family) {
        return switch (this) {
            case SOCKETS -> family == SystemCall.Family.SOCKETS;
            case FILES -> family == SystemCall.Family.FILES;
            case ALL -> true;
        };
    }
}
