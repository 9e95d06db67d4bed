package org.socklens.socket;

/// One thread's sockets and their readiness. All methods but [#wakeUp] are for that one thread.
public interface Poller extends AutoCloseable {
    /// Binds and listens. On failure nothing is left behind: no descriptor, and no file that this call made.
    ///
    /// @param ready called from [#poll] when a connection can be accepted
    /// @throws SocketFailure of `socket`, `bind` (EADDRINUSE, EACCES, ENOENT …), `chmod` or `listen`
    Listener listen(Binding binding, int backlog, Runnable ready) throws SocketFailure;

    /// Connects without waiting.
    ///
    /// @throws SocketFailure of `socket` or `connect` (ENOENT, ECONNREFUSED, EACCES, EPROTOTYPE; EAGAIN when the
    ///     backlog is full)
    Connection connect(SocketType type, Address address) throws SocketFailure;

    /// As [#connect], from a socket that is bound first, so that answers to datagrams find it. A socket file that this
    /// makes is removed on close if it still is ours.
    ///
    /// @throws SocketFailure also of `bind`
    Connection connect(Binding own, Address address) throws SocketFailure;

    /// Binds a datagram socket. On failure nothing is left behind.
    ///
    /// @throws SocketFailure of `socket`, `bind` (EADDRINUSE, EACCES, ENOENT …) or `chmod`
    DatagramSocket bind(Binding binding) throws SocketFailure;

    /// Socket pairs that belong to this poller.
    Pairs pairs();

    /// Waits until something is ready, [#wakeUp] was called or the time is over, and calls whoever is ready. May return
    /// earlier.
    ///
    /// @param milliseconds the longest wait; -1 waits for ever
    void poll(int milliseconds) throws SocketFailure;

    /// Ends a running [#poll], or else the next one at once. For any thread.
    void wakeUp();

    /// When this thread's latest call on a socket returned, in nanoseconds since 1970 UTC.
    long lastNanos();

    /// The number of this thread's latest call in the trace; 0 when there is none.
    long lastCall();

    /// Closes the queue. Its sockets are closed by their owners first. Closing twice is fine.
    @Override
    void close();
}
