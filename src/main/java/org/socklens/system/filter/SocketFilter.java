package org.socklens.system.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.socklens.system.report.SocketColumn;
import org.socklens.system.report.SocketText;

/// Which sockets a person wants to see, as typed: `nginx type:stream -state:listening path:"/run/my app"`.
///
/// A bare word may stand in the address, its peer's address, process, peer, user, type, state or flags; `key:word` only
/// in that column. `-` before either leaves out what matches. Upper and lower case are the same. Each word must hold.
public final class SocketFilter {
    /// Every socket passes.
    public static final SocketFilter NONE = new SocketFilter(List.of(), "");

    private record Key(List<SocketColumn> where, Term.Match match) {}

    private static final List<SocketColumn> EVERYWHERE = List.of(
            SocketColumn.ADDRESS,
            SocketColumn.PROCESS,
            SocketColumn.PID,
            SocketColumn.PEER,
            SocketColumn.USER,
            SocketColumn.TYPE,
            SocketColumn.STATE,
            SocketColumn.FLAG,
            SocketColumn.INODE);
    private static final Map<String, Key> KEYS = keys();
    private static final Pattern WORD = Pattern.compile("(-?)(?:([a-z]+):)?(?:\"([^\"]*)\"?|(\\S+))");

    private final List<Term> terms;
    private final String problem;

    private SocketFilter(List<Term> terms, String problem) {
        this.terms = List.copyOf(terms);
        this.problem = problem;
    }

    private static Map<String, Key> keys() {
        Map<String, Key> keys = new LinkedHashMap<>();
        keys.put("type", key(Term.Match.START, SocketColumn.TYPE));
        keys.put("state", key(Term.Match.START, SocketColumn.STATE));
        keys.put("path", key(Term.Match.PART, SocketColumn.ADDRESS));
        keys.put("program", key(Term.Match.START, SocketColumn.PROCESS));
        keys.put("pid", key(Term.Match.WHOLE, SocketColumn.PID));
        keys.put("user", key(Term.Match.WHOLE, SocketColumn.USER));
        keys.put("peer", key(Term.Match.START, SocketColumn.PEER));
        keys.put("fd", key(Term.Match.WHOLE, SocketColumn.FD));
        keys.put("inode", key(Term.Match.WHOLE, SocketColumn.INODE));
        keys.put("mode", key(Term.Match.WHOLE, SocketColumn.MODE));
        keys.put("owner", key(Term.Match.WHOLE, SocketColumn.OWNER));
        keys.put("flag", key(Term.Match.PART, SocketColumn.FLAG));
        return keys;
    }

    private static Key key(Term.Match match, SocketColumn column) {
        return new Key(List.of(column), match);
    }

    /// The keys that can stand before a colon.
    public static List<String> keyNames() {
        return List.copyOf(KEYS.keySet());
    }

    /// Reads what was typed. A key that does not exist is told by [#problem], and its word is left out; a key without a
    /// word yet says nothing.
    public static SocketFilter parse(String typed) {
        List<Term> terms = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Matcher word = WORD.matcher(typed.toLowerCase(Locale.ROOT));
        while (word.find()) {
            boolean wanted = word.group(1).isEmpty();
            String text = word.group(3) == null ? word.group(4) : word.group(3);
            String name = word.group(2);
            Key key = name == null ? null : KEYS.get(name);
            if (name == null) {
                addBare(terms, text, wanted);
            } else if (key == null) {
                unknown.add(name);
            } else {
                terms.add(new Term(key.where(), key.match(), text, wanted));
            }
        }
        return new SocketFilter(terms, problem(unknown));
    }

    /// A key whose word is not typed yet is no word itself.
    private static void addBare(List<Term> terms, String text, boolean wanted) {
        boolean key = text.endsWith(":") && KEYS.containsKey(text.substring(0, text.length() - 1));
        if (!text.isEmpty() && !key) {
            terms.add(new Term(EVERYWHERE, Term.Match.PART, text, wanted));
        }
    }

    private static String problem(List<String> unknown) {
        return unknown.isEmpty()
                ? ""
                : unknown.stream().distinct().collect(Collectors.joining(", ", "There is no key ", ". "))
                        + "Keys are " + String.join(", ", KEYS.keySet()) + ".";
    }

    /// What is wrong with what was typed, or empty.
    public String problem() {
        return problem;
    }

    /// Whether every socket passes.
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /// Whether a socket is wanted.
    public boolean passes(SocketText socket) {
        return terms.stream().allMatch(term -> term.passes(socket));
    }
}
