package org.socklens.access.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.AccountCalls;

/// The accounts of the machine, by number and by name, from whatever database the C library asks.
///
/// Safe for any thread, but not for the FX thread: a look-up may wait for the network. Names of numbers are kept, at
/// most [#KEPT] of them, until [#forget]; everything about an account's groups is asked anew each time.
public final class Accounts {
    /// How many names of users, and as many of groups, are kept.
    public static final int KEPT = 1024;

    private static final Path PASSWD = Path.of("/etc/passwd");

    private final Map<Integer, String> users = new Kept();
    private final Map<Integer, String> groups = new Kept();

    /// The name of a user, or its number when it has none.
    public String userName(int uid) {
        return name(users, uid, Accounts::findUser);
    }

    /// The name of a group, or its number when it has none.
    public String groupName(int gid) {
        return name(groups, gid, Accounts::findGroup);
    }

    /// The number of a user, typed as a name or as a number; empty when there is no such name.
    public OptionalInt uid(String nameOrNumber) {
        AccountCalls.User user = isNumber(nameOrNumber) ? null : AccountCalls.userByName(nameOrNumber);
        return user != null ? OptionalInt.of(user.uid()) : number(nameOrNumber);
    }

    /// The number of a group, typed as a name or as a number; empty when there is no such name.
    public OptionalInt gid(String nameOrNumber) {
        AccountCalls.Group group = isNumber(nameOrNumber) ? null : AccountCalls.groupByName(nameOrNumber);
        return group != null ? OptionalInt.of(group.gid()) : number(nameOrNumber);
    }

    /// What a new login of an account would be, typed as a name or as a number; empty when there is no such account.
    public Optional<Identity> identity(String nameOrNumber) {
        OptionalInt number = number(nameOrNumber);
        AccountCalls.User user =
                number.isPresent() ? AccountCalls.userById(number.getAsInt()) : AccountCalls.userByName(nameOrNumber);
        return Optional.ofNullable(user)
                .map(found -> Identity.of(found.name(), found.uid(), found.gid(), AccountCalls.groupsOf(found)));
    }

    /// An identity as a person types it: the name or number of an account, or `uid:gid` or `uid:gid,group,group…` by
    /// name or number for ids that no account has. Empty when a name in it is unknown.
    public Optional<Identity> typed(String text) {
        String stripped = text.strip();
        int colon = stripped.indexOf(':');
        return colon < 0
                ? identity(stripped).or(() -> bare(stripped))
                : typed(stripped.substring(0, colon), List.of(stripped.substring(colon + 1).split(",", -1)));
    }

    /// A number that no account has: in the group of the same number, as for containers.
    private static Optional<Identity> bare(String text) {
        OptionalInt uid = number(text);
        return uid.isEmpty()
                ? Optional.empty()
                : Optional.of(Identity.of(bareName(uid.getAsInt()), uid.getAsInt(), uid.getAsInt(), List.of()));
    }

    private Optional<Identity> typed(String user, List<String> groupNames) {
        OptionalInt uid = uid(user.strip());
        List<OptionalInt> gids = groupNames.stream().map(name -> gid(name.strip())).toList();
        if (uid.isEmpty() || gids.stream().anyMatch(OptionalInt::isEmpty)) {
            return Optional.empty();
        }
        List<Integer> all = gids.stream().map(OptionalInt::getAsInt).toList();
        String word = all.size() == 1 ? "group" : "groups";
        String name = "%s (%s %s)".formatted(bareName(uid.getAsInt()), word, String.join(", ", groupNames));
        return Optional.of(Identity.of(name, uid.getAsInt(), all.getFirst(), all));
    }

    private static String bareName(int uid) {
        return "uid " + Integer.toUnsignedString(uid);
    }

    /// The groups that a new login would have and `identity` lacks, or the other way round; null when they agree or the
    /// account is unknown.
    public @Nullable GroupDifference groupDifference(Identity identity) {
        AccountCalls.User user = AccountCalls.userById(identity.uid());
        if (user == null) {
            return null;
        }
        TreeSet<Integer> onlyInDatabase = new TreeSet<>(AccountCalls.groupsOf(user));
        onlyInDatabase.removeIf(identity::inGroup);
        TreeSet<Integer> onlyHere = new TreeSet<>(identity.groups());
        onlyHere.add(identity.gid());
        AccountCalls.groupsOf(user).forEach(onlyHere::remove);
        onlyHere.remove(user.gid());
        boolean same = onlyInDatabase.isEmpty() && onlyHere.isEmpty();
        return same ? null : new GroupDifference(onlyInDatabase, onlyHere);
    }

    /// Accounts of the machine's own file, by name, as suggestions; others can be typed.
    public List<String> suggestions() {
        try {
            return Files.readAllLines(PASSWD).stream()
                    .map(line -> line.substring(0, Math.max(0, line.indexOf(':'))))
                    .filter(name -> !name.isEmpty())
                    .limit(KEPT)
                    .toList();
        } catch (IOException hidden) {
            return List.of();
        }
    }

    /// Drops every kept name, so that a changed database shows.
    public void forget() {
        synchronized (users) {
            users.clear();
        }
        synchronized (groups) {
            groups.clear();
        }
    }

    private static String name(Map<Integer, String> kept, int id, IntFunction<String> find) {
        synchronized (kept) {
            String known = kept.get(id);
            if (known != null) {
                return known;
            }
        }
        String found = find.apply(id);
        synchronized (kept) {
            kept.put(id, found);
        }
        return found;
    }

    private static String findUser(int uid) {
        AccountCalls.User user = AccountCalls.userById(uid);
        return user != null ? user.name() : Integer.toUnsignedString(uid);
    }

    private static String findGroup(int gid) {
        AccountCalls.Group group = AccountCalls.groupById(gid);
        return group != null ? group.name() : Integer.toUnsignedString(gid);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// An id as typed; the largest one means "unchanged" to the kernel and is none.
    private static OptionalInt number(String text) {
        if (!isNumber(text) || text.length() > 10) {
            return OptionalInt.empty();
        }
        long value = Long.parseLong(text);
        return value < 0xffff_ffffL ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    /// The names that were asked for last.
    private static final class Kept extends LinkedHashMap<Integer, String> {
        private static final long serialVersionUID = 1;

        Kept() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > KEPT;
        }
    }
}
