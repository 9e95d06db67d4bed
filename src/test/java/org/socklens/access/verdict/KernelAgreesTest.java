package org.socklens.access.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Identity;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.Errno;
import org.socklens.posix.FileCalls;
import org.socklens.posix.IdentityCalls;
import org.socklens.posix.ProcessCalls;

/// Random trees and identities: what the judge says is what the kernel answers to a thread that dropped to them. Root
/// only. The seed is printed; `-Dsocklens.kernel.seed=N` plays it again.
class KernelAgreesTest {
    private static final String SEED = "socklens.kernel.seed";
    private static final int CASES = 2_500;
    private static final int IDENTITIES = 2;
    private static final String PASSED = "0";

    @TempDir
    Path dir = Path.of("");

    private final PathWalker walker = new PathWalker(TestSockets.caller());
    private final FileCalls files = new FileCalls(TestSockets.caller());
    private final Judge judge = new Judge(KernelSettings.read());
    private final Map<Question, Map<String, Integer>> answers = new EnumMap<>(Question.class);

    @Test
    void everyVerdictIsWhatTheKernelAnswers() throws IOException {
        assumeTrue(ProcessCalls.effectiveUid() == 0, "only root can drop to other identities");
        long seed = Long.getLong(SEED, System.nanoTime());
        System.out.println("KernelAgreesTest: -D" + SEED + "=" + seed);
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        warmUp();
        Random seeds = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            compareCase(seeds.nextLong(), Files.createDirectory(dir.resolve("c" + i)));
        }
        System.out.println("KernelAgreesTest: " + answers);
        assertThat(answers.get(Question.CONNECT)).containsKeys(PASSED, "EACCES", "ECONNREFUSED", "ENOENT", "ELOOP");
        assertThat(answers.get(Question.BIND)).containsKeys(PASSED, "EACCES", "EADDRINUSE", "ENOTDIR");
        assertThat(answers.get(Question.DELETE)).containsKeys(PASSED, "EACCES", "EPERM", "EISDIR");
        assertThat(answers.values()).allSatisfy(counts -> assertThat(counts.get(PASSED)).isGreaterThan(CASES / 20));
    }

    private void compareCase(long seed, Path base) throws IOException {
        try (TestSockets sockets = new TestSockets()) {
            RandomCase random = new RandomCase(seed, sockets);
            String path = random.make(base);
            for (int i = 0; i < IDENTITIES; i++) {
                compare(random, random.identity(), path, sockets, Question.CONNECT);
                compare(random, random.identity(), path, sockets, Question.BIND);
            }
            compare(random, random.identity(), path, sockets, Question.DELETE);
        }
        removeTree(base);
    }

    private void compare(RandomCase random, Identity who, String path, TestSockets sockets, Question question) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        PathWalk walk = walker.walk(bytes);
        Verdict verdict = judge.judge(question, walk, who);
        String predicted = predicted(verdict, random.isStale());
        String real = name(IdentityCalls.runAs(
                who.uid(), who.gid(), who.groups(), who.capabilityBits(), call(question, bytes, sockets)));
        assertThat(real)
                .as(() -> "%s %s as %s%n%s%n%s".formatted(question, path, who, random.story(), verdict))
                .isEqualTo(predicted);
        answers.computeIfAbsent(question, _ -> new TreeMap<>()).merge(real, 1, Integer::sum);
        if (question == Question.BIND && real.equals(PASSED)) {
            assertThat(files.unlink(FileCalls.AT_FDCWD, bytes)).isZero();
        }
    }

    /// Whether somebody listens is not the judge's business: a stale file refuses whoever has the rights.
    private static String predicted(Verdict verdict, boolean stale) {
        return switch (verdict) {
            case Verdict.Allowed allowed ->
                stale && allowed.question() == Question.CONNECT ? Errno.ECONNREFUSED.symbol() : PASSED;
            case Verdict.Refused refused -> refused.errno().symbol();
            case Verdict.Undecided _ -> "undecided";
        };
    }

    private IntSupplier call(Question question, byte[] path, TestSockets sockets) {
        return switch (question) {
            case CONNECT -> () -> sockets.connect(path, TestSockets.STREAM);
            case BIND -> () -> sockets.bind(path);
            case DELETE -> () -> files.unlink(FileCalls.AT_FDCWD, path);
        };
    }

    private static String name(int result) {
        return result >= 0 ? PASSED : Errno.of(-result).symbol();
    }

    /// Runs every class once while class files can still be read.
    private void warmUp() throws IOException {
        Path base = Files.createDirectory(dir.resolve("warm"));
        byte[] path = TestSockets.bytes(base.resolve("s"));
        Identity root = Identity.of("root", 0, 0, Set.of());
        try (TestSockets sockets = new TestSockets()) {
            for (Question question : Question.values()) {
                IdentityCalls.runAs(0, 0, root.groups(), root.capabilityBits(), call(question, path, sockets));
            }
        }
        removeTree(base);
    }

    private static void removeTree(Path base) throws IOException {
        try (Stream<Path> all = Files.walk(base)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
