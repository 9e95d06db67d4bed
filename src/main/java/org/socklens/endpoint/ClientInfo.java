package org.socklens.endpoint;

import org.socklens.socket.Credentials;

/// One client of a server, as it is at a moment.
///
/// @param number counts the clients of a server from 1
/// @param received bytes that came in
/// @param sent bytes that went out
public record ClientInfo(int number, Credentials peer, State state, long received, long sent) {
    /// How the connection is.
    public enum State {
        /// Accepted and open in both directions.
        ACCEPTED("accepted"),
        /// The client sends no more, and bytes still wait for it.
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
