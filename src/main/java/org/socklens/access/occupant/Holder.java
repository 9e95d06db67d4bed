package org.socklens.access.occupant;

/// A process that has a socket open.
///
/// @param pid its number in this pid namespace
/// @param program the name of its program, as in `/proc/PID/comm`
public record Holder(int pid, String program) {
    /// As messages name it: `nginx (pid 4711)`.
    public String words() {
        return program + " (pid " + pid + ")";
    }
}
