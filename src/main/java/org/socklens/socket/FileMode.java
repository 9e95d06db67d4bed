package org.socklens.socket;

/// The mode bits that a socket file gets when it is made (`man 7 unix`).
public sealed interface FileMode {
    /// The nine bits that a mode at bind is made of.
    int ALL = 0777;

    /// Everything but what the umask of this process takes.
    record ByUmask() implements FileMode {}

    /// Exactly these bits. The file never has more rights than these, not for a moment.
    ///
    /// @param bits of the nine
    record Exactly(int bits) implements FileMode {
        /// Checks that nothing but the nine bits is asked for.
        public Exactly {
            if ((bits & ~ALL) != 0) {
                throw new IllegalArgumentException("mode 0" + Integer.toOctalString(bits));
            }
        }
    }
}
