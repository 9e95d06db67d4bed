package org.socklens.ui.sockets.look;

import org.socklens.system.report.SocketText;

/// A socket in the table.
///
/// @param mark whether it came or went just now
public record SocketRow(SocketText text, Mark mark) {
    /// What happened to a socket lately.
    public enum Mark {
        /// It was there before.
        STEADY,
        /// It came.
        FRESH,
        /// It went: this is how it was seen last.
        GONE
    }

    /// The socket's number.
    public long inode() {
        return text.socket().inode();
    }
}
