package org.socklens.ui.control;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.socklens.access.account.Accounts;

/// Names of users and groups for views, which cannot wait for a look-up: each is the number at first and becomes the
/// name when it is found. FX thread only.
public final class AccountNames {
    private final Accounts accounts;
    private final Executor background;
    private final Executor fx;
    private final Map<Integer, ReadOnlyStringWrapper> users = new HashMap<>();
    private final Map<Integer, ReadOnlyStringWrapper> groups = new HashMap<>();

    /// @param background runs the look-ups
    /// @param fx runs what touches properties
    public AccountNames(Accounts accounts, Executor background, Executor fx) {
        this.accounts = accounts;
        this.background = background;
        this.fx = fx;
    }

    /// The name of a user.
    public ReadOnlyStringProperty user(int uid) {
        return name(users, uid, accounts::userName);
    }

    /// The name of a group.
    public ReadOnlyStringProperty group(int gid) {
        return name(groups, gid, accounts::groupName);
    }

    private ReadOnlyStringProperty name(Map<Integer, ReadOnlyStringWrapper> known, int id, IntFunction<String> find) {
        return known.computeIfAbsent(id, _ -> lookUp(id, find)).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper lookUp(int id, IntFunction<String> find) {
        ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(Integer.toUnsignedString(id));
        background.execute(() -> {
            String found = find.apply(id);
            fx.execute(() -> name.set(found));
        });
        return name;
    }
}
