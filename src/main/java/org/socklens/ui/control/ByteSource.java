package org.socklens.ui.control;

/// Bytes that are read piece by piece, on the FX thread.
@FunctionalInterface
public interface ByteSource {
    /// At most `max` bytes from the byte `from` on; fewer at the end, none when they are gone.
    byte[] bytes(int from, int max);
}
