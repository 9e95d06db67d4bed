package org.socklens.ui.control.address;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socklens.socket.Address;

class AddressFormTest {
    private final AddressForm server = new AddressForm(AddressForm.Use.LISTEN, "/work");
    private final AddressForm client = new AddressForm(AddressForm.Use.CONNECT, "/work");

    private static Address.Abstract named(String latin) {
        return new Address.Abstract(latin.getBytes(ISO_8859_1));
    }

    @Test
    void anAbstractNameMayHoldAnyByteAndTrailingNulsCount() {
        server.type(new TypedAddress("m\\0x\\xff\\0\\0", true));
        assertThat(server.problem()).isEmpty();
        assertThat(server.address()).isEqualTo(named("m\0x\u00ff\0\0")).isNotEqualTo(named("m\0x\u00ff\0"));
        assertThat(server.bytes("m\\0x\\xff\\0\\0")).isEqualTo(6);
        assertThat(server.address().toString()).isEqualTo("@\"m\\x00x\\xff\\x00\\x00\"");
    }

    @Test
    void withoutTheSwitchABackslashIsABackslash() {
        server.type(TypedAddress.path("/tmp/a\\0"));
        assertThat(server.address()).isEqualTo(Address.Path.of("/tmp/a\\0"));
        assertThat(server.bytes("/tmp/a\\0")).isEqualTo(8);
    }

    @Test
    void anEmptyAbstractNameIsLeftToTheKernelButCannotBeConnectedTo() {
        server.type(new TypedAddress("", true));
        client.type(new TypedAddress("", true));
        assertThat(server.problem()).isEmpty();
        assertThat(server.address()).isEqualTo(new Address.Autobind());
        assertThat(server.hintProperty().get()).contains("the kernel chooses a free name (autobind)");
        assertThat(client.problem()).hasValueSatisfying(words -> assertThat(words).contains("is empty"));
    }

    @Test
    void whoTypesAnAbstractNameReadsThatNoModeBitsGuardIt() {
        client.type(new TypedAddress("m", true));
        assertThat(client.hintProperty().get())
                .isEqualTo("No mode bits guard it: any process of this network namespace may connect.");
        client.type(new TypedAddress("@m", true));
        assertThat(client.hintProperty().get()).startsWith("The '@' typed here is part of the name.");
    }

    @Test
    void aBadEscapeIsNamedByItsPlace() {
        client.type(new TypedAddress("m\\q", true));
        assertThat(client.problem()).hasValueSatisfying(words -> assertThat(words)
                .startsWith("Bad escape “\\q” at position 2."));
    }

    @Test
    void anAbstractNameOf107BytesFitsAnd108DoNot() {
        client.type(new TypedAddress("x".repeat(107), true));
        assertThat(client.problem()).isEmpty();
        client.type(new TypedAddress("x".repeat(104) + "\\0\\0\\0\\0", true));
        assertThat(client.problem()).contains(
                "The abstract name takes 108 bytes, the kernel takes at most 107. Use a shorter one.");
    }

    @Test
    void aNameThatASocketHasIsTypedSoThatItMeansTheSameBytes() {
        for (String latin : new String[] {"0001f", "a\"b\\c\0\n\u00ff", "\\\""}) {
            client.type(TypedAddress.of(named(latin)));
            assertThat(client.address()).isEqualTo(named(latin));
        }
    }
}
