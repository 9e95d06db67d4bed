package org.socklens.endpoint.pair;

import java.util.concurrent.locks.LockSupport;
import org.socklens.posix.Signal;

/// A program of its own for tests: makes a pair with a child, prints the child's pid and waits to be killed.
final class ParentProgram {
    private ParentProgram() {}

    public static void main(String[] arguments) {
        RunningPair pair = RunningPair.of(RunningPair.STREAM);
        if (arguments[0].equals("halted")) {
            pair.run.signal(Signal.SIGSTOP);
            pair.until(() -> pair.open().child() instanceof ChildCondition.Halted);
        }
        System.out.println(pair.childPid());
        while (true) {
            LockSupport.park(pair);
        }
    }
}
