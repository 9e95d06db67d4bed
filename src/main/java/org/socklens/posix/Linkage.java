package org.socklens.posix;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The one place that binds native functions. Every handle takes the errno slot of its [Caller] first.
final class Linkage {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout ERRNO_SLOT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = ERRNO_SLOT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private Linkage() {}

    /// A function of the C library that reports through errno.
    static MethodHandle bind(String function, FunctionDescriptor signature, Linker.Option... options) {
        Linker.Option[] all = new Linker.Option[options.length + 1];
        all[0] = Linker.Option.captureCallState("errno");
        System.arraycopy(options, 0, all, 1, options.length);
        MemorySegment symbol = LINKER.defaultLookup()
                .find(function)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library lacks " + function));
        return LINKER.downcallHandle(symbol, signature, all);
    }

    /// The signature of a function that returns `int`.
    static FunctionDescriptor returningInt(MemoryLayout... arguments) {
        return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
    }

    /// The signature of a function that returns `ssize_t`.
    static FunctionDescriptor returningLong(MemoryLayout... arguments) {
        return FunctionDescriptor.of(ValueLayout.JAVA_LONG, arguments);
    }

    static MemoryLayout errnoSlot() {
        return ERRNO_SLOT;
    }

    static int errno(MemorySegment slot) {
        return (int) ERRNO.get(slot, 0L);
    }

    /// A downcall handle throws nothing of its own: whatever comes out is a fault of this package.
    static AssertionError broken(Throwable cause) {
        return new AssertionError("a native call could not be made", cause);
    }
}
