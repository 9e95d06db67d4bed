package org.socklens.socket;

import java.util.List;

/// Socket pairs, and the processes that inherit their ends. For the thread of its [Poller].
public interface Pairs {
    /// Makes a pair.
    ///
    /// @throws SocketFailure EPROTONOSUPPORT for a protocol that Unix sockets lack, EMFILE
    SocketPair open(PairSettings settings) throws SocketFailure;

    /// Takes over an end that this process inherited.
    Connection inherited(int descriptor, SocketType type) throws SocketFailure;

    /// Starts a program that inherits `given` under the same descriptor numbers, and those of `left` that are not
    /// close-on-exec: nothing else but standard input, output and error.
    ///
    /// @param command the program's path and its arguments
    /// @param ended called from [Poller#poll] when the process has ended
    /// @throws SocketFailure of `posix_spawn` (ENOENT, EACCES …) or `pidfd_open`
    ChildProcess spawn(List<String> command, List<Connection> given, List<Connection> left, Runnable ended)
            throws SocketFailure;

    /// This process ends when the thread that started it ends, even while it is stopped.
    void endWithParent() throws SocketFailure;

    /// Which descriptors of a process are the ends with these inodes, by number. Nothing when the process has ended or
    /// may not be looked at.
    List<HeldEnd> held(int pid, List<Long> inodes);

    /// How many bytes wait to be received at the end with this inode (of datagrams: in the oldest); -1 when it is closed
    /// everywhere, or the kernel does not tell.
    long queued(long inode);
}
