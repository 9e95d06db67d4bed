package org.socklens.ui.control;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.socklens.access.account.Accounts;

/// Names of users and groups for views, which cannot wait for a look-up: the number until the name is there.
public final class AccountNames {
    private final Accounts accounts;
    private final Executor background;
    private final ConcurrentHashMap<Integer, String> users = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, String> groups = new ConcurrentHashMap<>();

    /// Look-ups run in `background`.
    public AccountNames(Accounts accounts, Executor background) {
        this.accounts = accounts;
        this.background = background;
    }

    /// The name of a user, or its number for now.
    public String user(int uid) {
        String number = Integer.toUnsignedString(uid);
        String known = users.putIfAbsent(uid, number);
        if (known == null) {
            background.execute(() -> users.put(uid, accounts.userName(uid)));
        }
        return known == null ? users.getOrDefault(uid, number) : known;
    }

    /// The name of a group, or its number for now.
    public String group(int gid) {
        String number = Integer.toUnsignedString(gid);
        String known = groups.putIfAbsent(gid, number);
        if (known == null) {
            background.execute(() -> groups.put(gid, accounts.groupName(gid)));
        }
        return known == null ? groups.getOrDefault(gid, number) : known;
    }
}
