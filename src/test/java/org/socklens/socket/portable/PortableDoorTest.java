package org.socklens.socket.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.DoorContract;
import org.socklens.socket.FileMode;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// The portable door keeps the contract of every door, and refuses in words what it cannot do.
class PortableDoorTest extends DoorContract {
    @TempDir
    Path own = Path.of("");

    @Override
    protected SocketDoor door() {
        return new PortableSocketDoor();
    }

    @ParameterizedTest
    @EnumSource(value = SocketType.class, names = "STREAM", mode = EnumSource.Mode.EXCLUDE)
    void otherTypesAreRefused(SocketType type) throws Exception {
        assertRefused(Binding.of(type, path()), Errno.ESOCKTNOSUPPORT);
    }

    @Test
    void abstractNamesAreRefused() throws Exception {
        Address name = new Address.Abstract("x".getBytes(StandardCharsets.UTF_8));
        assertRefused(Binding.of(SocketType.STREAM, name), Errno.EOPNOTSUPP);
    }

    @Test
    void aModeThatCannotBeThereFromTheFirstMomentIsRefusedAndNoFileIsMade() throws Exception {
        assertRefused(new Binding(SocketType.STREAM, path(), new FileMode.Exactly(0600)), Errno.EOPNOTSUPP);
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void aPathWithOneByteMoreThanTheLongestIsRefused() throws Exception {
        int room = door().maxPathBytes() - own.toString().length();
        Address path = Address.Path.of(own.resolve("x".repeat(room)).toString());
        assertRefused(Binding.of(SocketType.STREAM, path), Errno.ENAMETOOLONG);
    }

    private Address path() {
        return Address.Path.of(own.resolve("s").toString());
    }

    private void assertRefused(Binding binding, Errno errno) throws SocketFailure {
        try (Poller poller = door().open("test")) {
            assertThatThrownBy(() -> poller.listen(binding, 1, () -> {}))
                    .isInstanceOfSatisfying(
                            SocketFailure.class, failure -> assertThat(failure.errno()).isEqualTo(errno));
        }
    }
}
