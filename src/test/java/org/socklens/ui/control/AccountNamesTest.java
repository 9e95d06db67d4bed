package org.socklens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.beans.property.ReadOnlyStringProperty;
import org.junit.jupiter.api.Test;
import org.socklens.access.account.Accounts;

class AccountNamesTest {
    @Test
    void aNumberBecomesTheNameWhenTheLookUpIsDone() {
        Queue<Runnable> background = new ArrayDeque<>();
        AccountNames names = new AccountNames(new Accounts(), background::add, Runnable::run);
        ReadOnlyStringProperty root = names.user(0);
        assertThat(root.get()).isEqualTo("0");
        assertThat(names.user(0)).isSameAs(root);
        background.remove().run();
        assertThat(root.get()).isEqualTo("root");
        assertThat(background).isEmpty();
    }
}
