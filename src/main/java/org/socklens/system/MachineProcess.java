package org.socklens.system;

/// A process that holds sockets.
///
/// @param pid its number in the pid namespace of the proc file system that was read
/// @param program the name of its program, as in `/proc/PID/comm`; what is no plain text in it is escaped
/// @param uid its effective user
/// @param started when it began, in clock ticks after boot: with the pid it names one process for ever
public record MachineProcess(int pid, String program, int uid, long started) {
    /// As messages name it: `nginx (pid 4711)`.
    public String words() {
        return program + " (pid " + pid + ")";
    }
}
