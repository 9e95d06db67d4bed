package org.socklens.socket;

/// What a socket is bound as.
///
/// @param mode of the socket file; means nothing to an address without one
public record Binding(SocketType type, Address address, FileMode mode) {
    /// A binding whose socket file gets what the umask leaves.
    public static Binding of(SocketType type, Address address) {
        return new Binding(type, address, new FileMode.ByUmask());
    }
}
