package org.socklens.access.account;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Where a running process and the account database disagree about groups: groups are given at login and stay.
///
/// @param onlyInDatabase a new login would be in these, the process is not
/// @param onlyInProcess the process is in these, a new login would not be
public record GroupDifference(Set<Integer> onlyInDatabase, Set<Integer> onlyInProcess) {
    /// Copies the sets.
    public GroupDifference {
        onlyInDatabase = Set.copyOf(onlyInDatabase);
        onlyInProcess = Set.copyOf(onlyInProcess);
    }

    /// The difference in words, and what to do about it.
    public String sentence(Accounts accounts) {
        StringBuilder text = new StringBuilder();
        if (!onlyInDatabase.isEmpty()) {
            text.append("The account database also has ")
                    .append(names(accounts, onlyInDatabase))
                    .append(", but this process was started before that: log in again to be in it.");
        }
        if (!onlyInProcess.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append("This process is in ")
                    .append(names(accounts, onlyInProcess))
                    .append(", which a new login would not be.");
        }
        return text.toString();
    }

    private static String names(Accounts accounts, Set<Integer> groups) {
        return (groups.size() == 1 ? "group " : "groups ")
                + new TreeSet<>(groups).stream().map(accounts::groupName).collect(Collectors.joining(", "));
    }
}
