package org.socklens.socket;

/// Who a peer was when the connection was made (SO_PEERCRED, `man 7 unix`). A snapshot: the process may be gone since.
///
/// @param pid the process; 0 when this pid namespace cannot see it
/// @param uid the effective user
/// @param gid the effective group
/// @param program the process's name (`/proc/PID/comm`) as it was then; empty when it could not be read
/// @param started when the process began, in clock ticks after boot; [#UNKNOWN_START] when it could not be read
public record Credentials(int pid, int uid, int gid, String program, long started) {
    /// What stands for a time that could not be read.
    public static final long UNKNOWN_START = -1;

    /// Nothing is known: what a datagram socket that was connected tells of its peer.
    public static final Credentials UNKNOWN = new Credentials(0, -1, -1, "");

    /// Without the time at which the process began.
    public Credentials(int pid, int uid, int gid, String program) {
        this(pid, uid, gid, program, UNKNOWN_START);
    }

    /// Whether the kernel told who it is.
    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /// Process and accounts as a transcript tells them.
    public String text() {
        String process = pid == 0
                ? "a process that this pid namespace cannot see"
                : program.isEmpty() ? "pid " + pid : "pid " + pid + " " + program;
        return process + ", uid " + Integer.toUnsignedString(uid) + ", gid " + Integer.toUnsignedString(gid);
    }
}
