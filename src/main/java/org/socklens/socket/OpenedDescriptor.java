package org.socklens.socket;

/// A descriptor that was opened to be passed. Whoever asked for it closes it: what was passed is a copy.
public interface OpenedDescriptor extends AutoCloseable {
    /// What it is.
    PassedDescriptor descriptor();

    /// Closing twice is fine.
    @Override
    void close();
}
