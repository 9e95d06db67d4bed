package org.socklens.endpoint;

/// How far a file has been sent.
///
/// @param name of the file, without its directories
/// @param sent bytes that the kernel took
/// @param total bytes that the file has
/// @param end how it ended, in words for people; empty while it is under way
public record FileProgress(String name, long sent, long total, String end) {
    /// Whether more of it is to come.
    public boolean isUnderWay() {
        return end.isEmpty();
    }

    /// From 0 to 1.
    public double fraction() {
        return total == 0 ? 1 : (double) sent / total;
    }
}
