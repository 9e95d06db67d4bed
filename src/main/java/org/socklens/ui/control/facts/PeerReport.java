package org.socklens.ui.control.facts;

import java.util.Optional;
import org.socklens.system.peer.ConnectionFacts;
import org.socklens.system.peer.PeerProcess;

/// What one look found.
///
/// @param connection empty when the socket is gone, or the kernel offers no diagnosis
public record PeerReport(Optional<ConnectionFacts> connection, PeerProcess process) {}
