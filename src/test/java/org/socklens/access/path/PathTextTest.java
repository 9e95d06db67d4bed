package org.socklens.access.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Paths, modes, mounts and lists as people read them.
class PathTextTest {
    @Test
    void modesAreWrittenAsLsWritesThem() {
        assertThat(ModeText.symbolic(0140755)).isEqualTo("srwxr-xr-x");
        assertThat(ModeText.symbolic(0041777)).isEqualTo("drwxrwxrwt");
        assertThat(ModeText.symbolic(0106640)).isEqualTo("-rwSr-S---");
        assertThat(ModeText.symbolic(0041770)).isEqualTo("drwxrwx--T");
        assertThat(ModeText.octal(0140755)).isEqualTo("0755");
        assertThat(ModeText.octal(01777)).isEqualTo("1777");
    }

    @Test
    void aPathOf107BytesPassesAnd108AreRefusedWithBothNumbers() {
        assertThat(PathCheck.problem("p".repeat(107).getBytes(UTF_8))).isEmpty();
        assertThat(PathCheck.problem("p".repeat(108).getBytes(UTF_8)))
                .contains("The path takes 108 bytes, and the kernel takes at most 107. Use a shorter one, or a relative"
                        + " path.");
    }

    @Test
    void lettersOfTwoBytesCountTwice() {
        assertThat(PathCheck.problem("é".repeat(53).getBytes(UTF_8))).isEmpty();
        assertThat(PathCheck.problem("é".repeat(54).getBytes(UTF_8))).hasValueSatisfying(problem ->
                assertThat(problem).contains("108 bytes", "107"));
    }

    @Test
    void anEmptyPathAndANulAreRefusedBeforeAnyCall() {
        assertThat(PathCheck.problem(new byte[0])).hasValueSatisfying(problem ->
                assertThat(problem).startsWith("The path is empty."));
        assertThat(PathCheck.problem(new byte[] {'a', 0, 'b'})).hasValueSatisfying(problem ->
                assertThat(problem).contains("NUL"));
    }

    @Test
    void plainPathsStandBareAndOthersQuoted() {
        assertThat(PathBytes.of("/tmp/é.sock").text()).isEqualTo("/tmp/é.sock");
        assertThat(PathBytes.of("/tmp/a b").text()).isEqualTo("\"/tmp/a b\"");
        assertThat(PathBytes.of(new byte[] {'/', (byte) 0xff}).text()).isEqualTo("\"/\\xff\"");
    }

    @Test
    void parentsAndNamesAreJoinedWithOneSlash() {
        assertThat(PathBytes.ROOT.resolve(PathBytes.of("a")).text()).isEqualTo("/a");
        assertThat(PathBytes.of("/a/").resolve(PathBytes.of("b")).text()).isEqualTo("/a/b");
        assertThat(PathBytes.of("/a/b").parent().text()).isEqualTo("/a");
        assertThat(PathBytes.ROOT.parent()).isEqualTo(PathBytes.ROOT);
    }

    @Test
    void aMountTableTellsReadOnlyMountsFromReadOnlyFileSystems() {
        MountTable table = MountTable.parse("""
                36 35 98:0 /mnt1 /mnt2 ro,noatime master:1 - ext4 /dev/root rw,errors=continue
                37 35 98:1 / /a\\040b rw,nosymfollow - fuse.sshfs host:/ ro,user_id=0
                broken line
                """);
        assertThat(table.find(36)).isEqualTo(new Mount("ext4", true, false, true));
        assertThat(table.find(37)).isEqualTo(new Mount("fuse.sshfs", false, true, false));
        assertThat(table.find(38)).isNull();
    }

    @Test
    void aListSurvivesItsOwnForm() {
        Acl acl = new Acl(List.of(
                new AclEntry(AclEntry.Tag.USER_OBJ, 7, -1),
                new AclEntry(AclEntry.Tag.USER, 6, 1000),
                new AclEntry(AclEntry.Tag.GROUP_OBJ, 5, -1),
                new AclEntry(AclEntry.Tag.GROUP, 4, 2000),
                new AclEntry(AclEntry.Tag.MASK, 3, -1),
                new AclEntry(AclEntry.Tag.OTHER, 0, -1)));
        assertThat(Acl.parse(acl.toAttribute())).isEqualTo(acl);
        assertThat(Objects.requireNonNull(acl.mask()).text("")).isEqualTo("mask::-wx");
        assertThat(acl.entries().get(1).text("dev")).isEqualTo("user:dev:rw-");
    }

    @Test
    void aChmodChangesOwnerMaskAndOthersOfAList() {
        Acl acl = new Acl(List.of(
                new AclEntry(AclEntry.Tag.USER_OBJ, 7, -1),
                new AclEntry(AclEntry.Tag.GROUP_OBJ, 7, -1),
                new AclEntry(AclEntry.Tag.GROUP, 7, 2000),
                new AclEntry(AclEntry.Tag.MASK, 7, -1),
                new AclEntry(AclEntry.Tag.OTHER, 7, -1)));
        assertThat(acl.withMode(0640).entries()).extracting(AclEntry::permissions).containsExactly(6, 7, 7, 4, 0);
    }

    @Test
    void bytesOfAnotherShapeAreNoList() {
        assertThat(Acl.parse(new byte[] {2, 0, 0})).isNull();
        assertThat(Acl.parse(new byte[] {1, 0, 0, 0})).isNull();
        assertThat(Acl.parse(new byte[] {2, 0, 0, 0, 99, 0, 7, 0, 0, 0, 0, 0})).isNull();
        assertThat(Acl.parse(new byte[] {2, 0, 0, 0, 1})).isNull();
    }
}
