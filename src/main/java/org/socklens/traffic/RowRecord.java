package org.socklens.traffic;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// How a row lies in its page: 48 bytes in the byte order of the machine.
final class RowRecord {
    static final int BYTES = 48;

    private static final int NANOS = 0;
    private static final int POSITION = 8;
    private static final int OFFSET = 16;
    private static final int CALL = 24;
    private static final int LENGTH = 32;
    private static final int CONNECTION = 36;
    /// The kind in the bits above a packed [Utf8Carry].
    private static final int KIND_AND_CARRY = 40;
    /// How many rows back the stream's chunk before this one is; 0 for none.
    private static final int BACK = 44;

    private static final int CARRY_MASK = (1 << Utf8Carry.BITS) - 1;
    private static final Kind[] KINDS = Kind.values();
    private static final VarHandle LONG_VIEW =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT_VIEW =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private RowRecord() {}

    // The ordinal is read back by the same run of the program, never by another.
    @SuppressWarnings("EnumOrdinal")
    static void write(
            MemorySegment page,
            int at,
            Kind kind,
            int connection,
            long nanos,
            long call,
            long position,
            int length,
            long offset,
            int carry,
            long back) {
        page.set(ValueLayout.JAVA_LONG, at + NANOS, nanos);
        page.set(ValueLayout.JAVA_LONG, at + POSITION, position);
        page.set(ValueLayout.JAVA_LONG, at + OFFSET, offset);
        page.set(ValueLayout.JAVA_LONG, at + CALL, call);
        page.set(ValueLayout.JAVA_INT, at + LENGTH, length);
        page.set(ValueLayout.JAVA_INT, at + CONNECTION, connection);
        page.set(ValueLayout.JAVA_INT, at + KIND_AND_CARRY, kind.ordinal() << Utf8Carry.BITS | carry);
        page.set(ValueLayout.JAVA_INT, at + BACK, back > 0 && back < 1L << Integer.SIZE ? (int) back : 0);
    }

    static long nanos(byte[] records, int at) {
        return (long) LONG_VIEW.get(records, at + NANOS);
    }

    static long position(byte[] records, int at) {
        return (long) LONG_VIEW.get(records, at + POSITION);
    }

    static long offset(byte[] records, int at) {
        return (long) LONG_VIEW.get(records, at + OFFSET);
    }

    static long call(byte[] records, int at) {
        return (long) LONG_VIEW.get(records, at + CALL);
    }

    static int length(byte[] records, int at) {
        return (int) INT_VIEW.get(records, at + LENGTH);
    }

    static int connection(byte[] records, int at) {
        return (int) INT_VIEW.get(records, at + CONNECTION);
    }

    static Kind kind(byte[] records, int at) {
        return KINDS[(int) INT_VIEW.get(records, at + KIND_AND_CARRY) >>> Utf8Carry.BITS];
    }

    static int carry(byte[] records, int at) {
        return (int) INT_VIEW.get(records, at + KIND_AND_CARRY) & CARRY_MASK;
    }

    static long back(byte[] records, int at) {
        return Integer.toUnsignedLong((int) INT_VIEW.get(records, at + BACK));
    }
}
