package org.socklens.system.detail;

/// Whether a process is in the same namespace as this one.
public enum Sameness {
    /// It is.
    SAME,
    /// It is in another one: names mean something else to it.
    OTHER,
    /// This process may not look, or it has ended.
    UNKNOWN
}
