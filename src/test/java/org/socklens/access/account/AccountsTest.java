package org.socklens.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socklens.posix.ProcessCalls;

class AccountsTest {
    private final Accounts accounts = new Accounts();

    @Test
    void numbersHaveNamesAndNamesHaveNumbers() {
        assertThat(accounts.userName(0)).isEqualTo("root");
        assertThat(accounts.groupName(0)).isEqualTo("root");
        assertThat(accounts.uid("root")).hasValue(0);
        assertThat(accounts.gid("daemon")).hasValue(1);
    }

    @Test
    void whatNobodyHasStaysANumber() {
        assertThat(accounts.userName(-3)).isEqualTo("4294967293");
        assertThat(accounts.groupName(54321)).isEqualTo("54321");
        assertThat(accounts.uid("54321")).hasValue(54321);
        assertThat(accounts.uid("no such account")).isEmpty();
        assertThat(accounts.gid("")).isEmpty();
    }

    @Test
    void theNumberThatMeansUnchangedIsNoAccount() {
        assertThat(accounts.uid("4294967295")).isEmpty();
        assertThat(accounts.uid("99999999999")).isEmpty();
    }

    @Test
    void anAccountComesWithTheGroupsOfANewLogin() {
        Identity daemon = accounts.identity("daemon").orElseThrow();
        assertThat(daemon.uid()).isEqualTo(1);
        assertThat(daemon.inGroup(1)).isTrue();
        assertThat(daemon.inGroup(0)).isFalse();
        assertThat(daemon.capabilities()).isEmpty();
        assertThat(accounts.identity("1")).contains(daemon);
        assertThat(accounts.identity("root").orElseThrow().may(Capability.CAP_DAC_OVERRIDE)).isTrue();
    }

    @Test
    void idsMayBeTypedForWhichThereIsNoAccount() {
        Identity typed = accounts.typed("54321:54322,daemon").orElseThrow();
        assertThat(typed.uid()).isEqualTo(54321);
        assertThat(typed.gid()).isEqualTo(54322);
        assertThat(typed.groups()).containsExactlyInAnyOrder(54322, 1);
        assertThat(accounts.typed("54321").orElseThrow().name()).isEqualTo("uid 54321");
        assertThat(accounts.typed("daemon").orElseThrow().uid()).isEqualTo(1);
        assertThat(accounts.typed("nobody such:1")).isEmpty();
        assertThat(accounts.typed("1:no such group")).isEmpty();
        assertThat(accounts.typed("")).isEmpty();
    }

    @Test
    void thisProcessIsWhatTheKernelSaysItIs() throws IOException {
        Identity self = Identity.ofThisProcess(accounts);
        List<String> status = Files.readAllLines(Path.of("/proc/thread-self/status"));
        assertThat(status)
                .anyMatch(line -> line.startsWith("Uid:\t") && line.contains("\t" + self.uid() + "\t"))
                .anyMatch(line -> line.startsWith("CapEff:")
                        && (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) == (self.capabilityBits() & 2));
    }

    @Test
    void aGroupOfTheDatabaseThatTheProcessLacksIsShownWithBothLists() {
        Identity stripped = new Identity("daemon", 1, 54321, Set.of(), Set.of());
        GroupDifference difference = Objects.requireNonNull(accounts.groupDifference(stripped));
        assertThat(difference.onlyInDatabase()).containsExactly(1);
        assertThat(difference.onlyInProcess()).containsExactly(54321);
        assertThat(difference.sentence(accounts))
                .isEqualTo("The account database also has group daemon, but this process was started before that:"
                        + " log in again to be in it. This process is in group 54321, which a new login would not be.");
        assertThat(accounts.groupDifference(accounts.identity("daemon").orElseThrow())).isNull();
    }

    @Test
    void keptNamesStayBounded() {
        for (int uid = 60000; uid < 60000 + 2 * Accounts.KEPT; uid++) {
            assertThat(accounts.userName(uid)).isEqualTo(Integer.toString(uid));
        }
        accounts.forget();
        assertThat(accounts.userName(ProcessCalls.effectiveUid())).isNotEmpty();
    }
}
