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
    /// The kind in the bits above a packed [Utf8Carry]; the highest bit marks a message.
    private static final int KIND_AND_CARRY = 40;
    /// Of a stream's chunk: how many rows back the one before it is; 0 for none. Of a message: its real length.
    private static final int BACK_OR_LENGTH = 44;

    private static final int MESSAGE = 1 << 31;
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
            long back,
            int messageLength) {
        page.set(ValueLayout.JAVA_LONG, at + NANOS, nanos);
        page.set(ValueLayout.JAVA_LONG, at + POSITION, position);
        page.set(ValueLayout.JAVA_LONG, at + OFFSET, offset);
        page.set(ValueLayout.JAVA_LONG, at + CALL, call);
        page.set(ValueLayout.JAVA_INT, at + LENGTH, length);
        page.set(ValueLayout.JAVA_INT, at + CONNECTION, connection);
        boolean message = messageLength != Row.NO_MESSAGE;
        int known = back > 0 && back < 1L << Integer.SIZE ? (int) back : 0;
        int mark = message ? MESSAGE : 0;
        page.set(ValueLayout.JAVA_INT, at + KIND_AND_CARRY, mark | (kind.ordinal() << Utf8Carry.BITS) | carry);
        page.set(ValueLayout.JAVA_INT, at + BACK_OR_LENGTH, message ? messageLength : known);
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
        return KINDS[((int) INT_VIEW.get(records, at + KIND_AND_CARRY) & ~MESSAGE) >>> Utf8Carry.BITS];
    }

    static int carry(byte[] records, int at) {
        return (int) INT_VIEW.get(records, at + KIND_AND_CARRY) & CARRY_MASK;
    }

    /// 0 for a message too: nothing goes on from one into the next.
    static long back(byte[] records, int at) {
        return isMessage(records, at) ? 0 : Integer.toUnsignedLong((int) INT_VIEW.get(records, at + BACK_OR_LENGTH));
    }

    /// The real length of a message, or [Row#NO_MESSAGE].
    static int messageLength(byte[] records, int at) {
        return isMessage(records, at) ? (int) INT_VIEW.get(records, at + BACK_OR_LENGTH) : Row.NO_MESSAGE;
    }

    private static boolean isMessage(byte[] records, int at) {
        return ((int) INT_VIEW.get(records, at + KIND_AND_CARRY) & MESSAGE) != 0;
    }
}
