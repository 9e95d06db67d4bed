package org.socklens.socket.linux;

import java.util.Arrays;
import org.socklens.socket.Address;

/// Addresses as they go to the kernel in `sun_path` (`man 7 unix`).
final class SunPath {
    private SunPath() {}

    /// A path with its final NUL, an abstract name after a NUL, or nothing.
    static byte[] of(Address address) {
        return switch (address) {
            case Address.Path path -> Arrays.copyOf(path.bytes(), path.bytes().length + 1);
            case Address.Abstract named -> {
                byte[] name = named.name();
                byte[] bytes = new byte[name.length + 1];
                System.arraycopy(name, 0, bytes, 1, name.length);
                yield bytes;
            }
            case Address.Unnamed _, Address.Autobind _ -> new byte[0];
        };
    }

    /// The address that the kernel wrote.
    static Address address(byte[] sunPath) {
        if (sunPath.length == 0) {
            return new Address.Unnamed();
        }
        if (sunPath[0] == 0) {
            return new Address.Abstract(Arrays.copyOfRange(sunPath, 1, sunPath.length));
        }
        int end = 0;
        while (end < sunPath.length && sunPath[end] != 0) {
            end++;
        }
        return new Address.Path(Arrays.copyOf(sunPath, end));
    }
}
