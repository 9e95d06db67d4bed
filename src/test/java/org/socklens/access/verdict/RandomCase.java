package org.socklens.access.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Capability;
import org.socklens.access.account.Identity;
import org.socklens.access.path.Acl;
import org.socklens.access.path.AclEntry;
import org.socklens.posix.TestAttributes;

/// A tree of random owners, groups, modes, lists and links with something random at its end, and who asks.
final class RandomCase {
    private static final int[] UIDS = {0, 51001, 51002, 51003};
    private static final int[] GIDS = {0, 52001, 52002, 52003};
    private static final int[] DIRECTORY_MODES =
            {0755, 0755, 0711, 0700, 0750, 0710, 0770, 0777, 01777, 01777, 01770, 0705, 0744, 02775, 0007, 0070};
    private static final int[] FILE_MODES = {0755, 0777, 0666, 0660, 0600, 0620, 0722, 0702, 0707, 0070, 0002, 0000};

    private final Random random;
    private final TestSockets sockets;
    private final List<String> story = new ArrayList<>();
    private boolean stale;

    RandomCase(long seed, TestSockets sockets) {
        this.random = new Random(seed);
        this.sockets = sockets;
    }

    /// Whether a socket file without a socket was made.
    boolean isStale() {
        return stale;
    }

    /// What was made, for the report of a mismatch.
    String story() {
        return String.join("\n", story);
    }

    /// Makes the tree below `base`; the path that leads to its end, as somebody might type it.
    String make(Path base) throws IOException {
        Path directory = base;
        StringBuilder typed = new StringBuilder(base.toString());
        List<Path> made = new ArrayList<>();
        int depth = random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            Path parent = directory;
            directory = Files.createDirectory(parent.resolve("d" + i));
            made.add(directory);
            typed.append(separator()).append(step(parent, directory, i));
        }
        typed.append(separator()).append(end(directory));
        for (Path each : made.reversed()) {
            protect(each, DIRECTORY_MODES);
        }
        return typed.toString();
    }

    /// How a directory is reached: by its name, by a link to it, or on a detour.
    private String step(Path parent, Path directory, int i) throws IOException {
        String name = directory.getFileName().toString();
        return switch (random.nextInt(10)) {
            case 0 -> link(parent.resolve("l" + i), Path.of(name));
            case 1 -> link(parent.resolve("l" + i), directory);
            case 2 -> name + "/../" + name;
            case 3 -> "./" + name;
            default -> name;
        };
    }

    private String end(Path directory) throws IOException {
        Path end = directory.resolve("s");
        String slash = chance(0.04) ? "/" : "";
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> "free" + slash;
            case 3 -> {
                Files.createFile(end);
                protect(end, FILE_MODES);
                yield "s" + slash;
            }
            case 4 -> {
                Files.createDirectory(end);
                protect(end, DIRECTORY_MODES);
                yield "s" + (chance(0.2) ? "/." : slash);
            }
            case 5 -> link(directory.resolve("dangling"), Path.of("nowhere")) + slash;
            case 6 -> link(directory.resolve("circle"), Path.of("circle"));
            case 7 -> "missing/s";
            case 8 -> {
                Files.createFile(end);
                yield "s/below";
            }
            case 9, 10, 11 -> {
                socket(end);
                yield link(directory.resolve("l"), chance(0.5) ? end : Path.of("s")) + slash;
            }
            case 12 -> {
                socket(end);
                link(directory.resolve("m"), Path.of("s"));
                yield link(directory.resolve("l"), Path.of("m"));
            }
            default -> {
                socket(end);
                yield "s" + slash;
            }
        };
    }

    private void socket(Path end) throws IOException {
        stale = chance(0.15);
        if (stale) {
            sockets.stale(end);
        } else {
            sockets.listener(end, TestSockets.STREAM, 5);
        }
        protect(end, FILE_MODES);
    }

    private String link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
        Files.setAttribute(link, "unix:uid", pick(UIDS), LinkOption.NOFOLLOW_LINKS);
        story.add(link + " -> " + target);
        return link.getFileName().toString();
    }

    private void protect(Path path, int[] modes) throws IOException {
        int mode = chance(0.2) ? random.nextInt(010000) : pick(modes);
        int uid = pick(UIDS);
        int gid = pick(GIDS);
        Files.setAttribute(path, "unix:uid", uid);
        Files.setAttribute(path, "unix:gid", gid);
        Files.setAttribute(path, "unix:mode", mode);
        String list = "";
        if (chance(0.25)) {
            Acl acl = acl();
            assertThat(TestAttributes.set(path, Acl.ATTRIBUTE, acl.toAttribute())).isZero();
            list = " " + acl;
            if (chance(0.3)) {
                Files.setAttribute(path, "unix:mode", mode);
            }
        }
        story.add("%s %04o %d:%d%s".formatted(path, mode, uid, gid, list));
    }

    private Acl acl() {
        List<AclEntry> entries = new ArrayList<>();
        entries.add(entry(AclEntry.Tag.USER_OBJ, -1));
        for (int uid : some(UIDS)) {
            entries.add(entry(AclEntry.Tag.USER, uid));
        }
        entries.add(entry(AclEntry.Tag.GROUP_OBJ, -1));
        for (int gid : some(GIDS)) {
            entries.add(entry(AclEntry.Tag.GROUP, gid));
        }
        entries.add(entry(AclEntry.Tag.MASK, -1));
        entries.add(entry(AclEntry.Tag.OTHER, -1));
        return new Acl(entries);
    }

    private AclEntry entry(AclEntry.Tag tag, int id) {
        int permissions = chance(0.5) ? 7 : random.nextInt(8);
        return new AclEntry(tag, permissions, id);
    }

    /// Somebody with random ids and groups; now and then root without capabilities, or a user with some.
    Identity identity() {
        int uid = pick(UIDS);
        Set<Integer> groups = new TreeSet<>(some(GIDS));
        Identity plain = Identity.of("uid " + uid, uid, pick(GIDS), groups);
        if (!chance(0.15)) {
            return plain;
        }
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (chance(0.3)) {
                capabilities.add(capability);
            }
        }
        return new Identity(plain.name(), uid, plain.gid(), groups, capabilities);
    }

    private Set<Integer> some(int[] ids) {
        Set<Integer> some = new TreeSet<>();
        for (int id : ids) {
            if (chance(0.3)) {
                some.add(id);
            }
        }
        return some;
    }

    private String separator() {
        return chance(0.05) ? "//" : "/";
    }

    private int pick(int[] from) {
        return from[random.nextInt(from.length)];
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
