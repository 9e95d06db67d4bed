package org.socklens.access.failure;

import org.socklens.posix.Errno;

/// A failed call explained.
///
/// @param call the system call, such as `connect`
/// @param errno what the kernel answered
/// @param culprit the thing at fault, in one sentence or two
/// @param advice the next step; empty when there is none
public record Explanation(String call, Errno errno, String culprit, String advice) {
    /// Call, errno and culprit: `connect: EACCES (13, Permission denied). /tmp/x belongs to …`
    public String brief() {
        return call + ": " + errno + ". " + culprit;
    }

    /// Call, errno, culprit and next step.
    public String text() {
        return advice.isEmpty() ? brief() : brief() + " " + advice;
    }

    /// What a case tells apart from call and errno.
    ///
    /// @param advice empty when there is none
    record Words(String culprit, String advice) {
        Explanation about(String call, Errno errno) {
            return new Explanation(call, errno, culprit, advice);
        }
    }
}
