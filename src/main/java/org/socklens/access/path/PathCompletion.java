package org.socklens.access.path;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.socklens.posix.PathEncoding;

/// The paths that what is typed may become: names of the directory that it ends in, directories with a slash behind.
/// Paths are text as of [PathEncoding]. May block: not for the FX thread.
public final class PathCompletion {
    /// The most suggestions of one answer.
    public static final int MOST = 40;

    private static final int MOST_READ = 50_000;
    private static final int MOST_EXAMINED = 1_000;
    private static final byte SLASH = '/';

    private PathCompletion() {}

    /// Suggestions for what is typed, sockets first, then directories; none when the directory cannot be read.
    ///
    /// @param workingDirectory where relative paths start
    public static List<String> of(String typed, String workingDirectory) {
        byte[] bytes = PathEncoding.bytes(typed);
        int name = bytes.length;
        while (name > 0 && bytes[name - 1] != SLASH) {
            name--;
        }
        byte[] start = Arrays.copyOf(bytes, name);
        byte[] prefix = Arrays.copyOfRange(bytes, name, bytes.length);
        if (bytes.length == 0 || PathBytes.of(bytes).contains(0)) {
            return List.of();
        }
        boolean absolute = bytes[0] == SLASH;
        Path directory = FileUri.path(absolute ? start : join(PathEncoding.bytes(workingDirectory + "/"), start));
        return matches(directory, prefix).stream()
                .map(match -> PathEncoding.text(join(start, match)))
                .toList();
    }

    private static List<byte[]> matches(Path directory, byte[] prefix) {
        record Match(PathBytes name, int rank) {}
        List<Match> matches = new ArrayList<>();
        int read = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (++read > MOST_READ || matches.size() == MOST_EXAMINED) {
                    break;
                }
                if (mayMatch(entry, prefix)) {
                    byte[] name = name(entry);
                    if (startsWith(name, prefix)) {
                        matches.add(new Match(PathBytes.of(name), rank(entry)));
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        return matches.stream()
                .sorted(Comparator.comparingInt(Match::rank)
                        .thenComparing(match -> match.name().toByteArray(), Arrays::compare))
                .limit(MOST)
                .map(match -> match.name().toByteArray())
                .toList();
    }

    /// A quick look that spares asking what kind of file each name is: hidden names only when asked for.
    private static boolean mayMatch(Path entry, byte[] prefix) {
        String name = entry.getFileName().toString();
        boolean wantsHidden = prefix.length > 0 && prefix[0] == '.';
        boolean sameStart = prefix.length == 0 || prefix[0] < 0 || name.charAt(0) == (char) prefix[0];
        return sameStart && (wantsHidden || !name.startsWith("."));
    }

    private static int rank(Path entry) {
        try {
            BasicFileAttributes kind =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return kind.isOther() ? 0 : kind.isDirectory() ? 1 : 2;
        } catch (IOException goneMeanwhile) {
            return 2;
        }
    }

    /// Java keeps the bytes of a name, but its text loses those that are not UTF-8; the URI keeps them, and has a slash
    /// behind a directory.
    private static byte[] name(Path entry) {
        byte[] path = FileUri.bytes(entry.toUri().getRawPath());
        int end = path.length > 0 && path[path.length - 1] == SLASH ? path.length - 1 : path.length;
        int start = end;
        while (start > 0 && path[start - 1] != SLASH) {
            start--;
        }
        return Arrays.copyOfRange(path, start, path.length);
    }

    private static boolean startsWith(byte[] name, byte[] prefix) {
        return name.length >= prefix.length && Arrays.equals(name, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] joined = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, joined, one.length, two.length);
        return joined;
    }
}
