package org.socklens.socket;

/// What a door can do beyond a stream with a path, and not every platform's can.
public enum Ability {
    /// Sockets of every type: datagram and seqpacket too.
    EVERY_TYPE,
    /// Names in the network namespace, and names that the kernel chooses.
    ABSTRACT_NAMES,
    /// A socket file that has the mode asked for from its first moment.
    MODE_AT_BIND,
    /// Who a peer is, and credentials and descriptors beside what is received.
    CREDENTIALS,
    /// How many connections wait to be accepted.
    WAITING_COUNT,
    /// Each system call with its result.
    CALL_TRACE
}
