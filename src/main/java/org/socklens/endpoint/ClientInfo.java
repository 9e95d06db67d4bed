package org.socklens.endpoint;

import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.socket.Credentials;

/// One client of a server, as it is at a moment: a connection, or a sender of datagrams.
///
/// @param number counts the clients of a server from 1
/// @param peer who it is, as far as the kernel told
/// @param address the name that its datagrams come from; null for a connection
/// @param inode the number of the server's socket for it; 0 when it has none of its own
/// @param received bytes that came in
/// @param sent bytes that went out
public record ClientInfo(
        int number,
        Credentials peer,
        @Nullable Address address,
        long inode,
        State state,
        long received,
        long sent) {
    /// How the connection is.
    public enum State {
        /// Accepted and open in both directions.
        ACCEPTED("accepted"),
        /// Has sent datagrams: there is no connection that could end.
        SEEN("seen"),
        /// An answer to its datagrams found no room: it does not read.
        DEAF("not reading"),
        /// Answers to its datagrams do not reach it any more.
        GONE("gone"),
        /// The server sends no more; the client still may.
        HALF_CLOSED("half-closed"),
        /// Ended in order.
        CLOSED("closed"),
        /// Ended by an error.
        RESET("reset");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /// The word that people read.
        public String word() {
            return word;
        }
    }
}
