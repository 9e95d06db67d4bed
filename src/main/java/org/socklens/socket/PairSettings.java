package org.socklens.socket;

/// What a socket pair is made with (`man 2 socketpair`).
///
/// @param protocol a number; Unix sockets know 0 and 1 (their own family), anything else is EPROTONOSUPPORT
/// @param closeOnExec whether both ends are closed in a child that starts another program, unless given to it
/// @param nonBlocking whether calls on either end answer EAGAIN instead of waiting
public record PairSettings(SocketType type, int protocol, boolean closeOnExec, boolean nonBlocking) {}
