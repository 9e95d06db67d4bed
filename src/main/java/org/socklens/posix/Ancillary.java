package org.socklens.posix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came beside the bytes of a receive (`man 3 cmsg`, `man 7 unix`).
///
/// @param descriptors open ones that a peer passed (SCM_RIGHTS)
/// @param sender who sent it, when the socket asks for that (SO_PASSCRED)
/// @param stamped whether a time came with it (SO_TIMESTAMP): true of every message, never of an end of stream
public record Ancillary(List<Integer> descriptors, @Nullable Sender sender, boolean stamped) {
    /// The most descriptors that go with one message: the kernel's `SCM_MAX_FD`.
    public static final int MOST_DESCRIPTORS = 253;

    /// Nothing came beside the bytes.
    public static final Ancillary NONE = new Ancillary(List.of(), null, false);

    /// Process and accounts of whoever sent a message.
    public record Sender(int pid, int uid, int gid) {}

    /// Copies the list.
    public Ancillary {
        descriptors = List.copyOf(descriptors);
    }
}
