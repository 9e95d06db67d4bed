package org.socklens.ui.control.address;

import org.socklens.socket.Address;

/// An address as a person types it.
///
/// @param text a path, or an abstract name with escapes and without the '@'
public record TypedAddress(String text, boolean isAbstract) {
    /// Nothing typed yet.
    public static final TypedAddress EMPTY = new TypedAddress("", false);

    /// A path.
    public static TypedAddress path(String text) {
        return new TypedAddress(text, false);
    }

    /// A name that a socket has, as it would be typed.
    public static TypedAddress of(Address.Abstract named) {
        return new TypedAddress(Escapes.text(named.name()), true);
    }
}
