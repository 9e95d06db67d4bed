package org.socklens.system.scan;

import java.util.Arrays;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;

/// The kernel's numbers and bytes as words of the field.
final class SocketNumbers {
    private SocketNumbers() {}

    /// The kernel makes a datagram socket of the only other type that it takes (SOCK_RAW).
    static SocketType type(int number) {
        return Arrays.stream(SocketType.values())
                .filter(type -> type.number() == number)
                .findFirst()
                .orElse(SocketType.DGRAM);
    }

    /// The address in a `sun_path` without its final NUL.
    static Address address(byte[] name) {
        if (name.length == 0) {
            return new Address.Unnamed();
        }
        return name[0] == 0
                ? new Address.Abstract(Arrays.copyOfRange(name, 1, name.length))
                : new Address.Path(name);
    }
}
