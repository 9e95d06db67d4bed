package org.socklens.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of `struct cmsghdr` as bytes, of 64-bit Linux (`man 3 cmsg`): length, level, type, data, padding to eight.
final class AncillaryBytes {
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int SCM_CREDENTIALS = 2;
    private static final int SCM_TIMESTAMP = 29;
    private static final long HEADER = 16;
    private static final long LEVEL = 8;
    private static final long TYPE = 12;

    /// Room for all that can come with one message: descriptors, credentials and a time.
    static final long ROOM = space(4L * Ancillary.MOST_DESCRIPTORS) + space(12) + space(16);

    private AncillaryBytes() {}

    private static long space(long data) {
        return HEADER + (data + 7) / 8 * 8;
    }

    static Ancillary read(MemorySegment control, long end) {
        List<Integer> descriptors = new ArrayList<>();
        Ancillary.@Nullable Sender sender = null;
        boolean stamped = false;
        for (long at = 0; at + HEADER <= end; at += space(control.get(JAVA_LONG, at) - HEADER)) {
            long data = control.get(JAVA_LONG, at) - HEADER;
            if (control.get(JAVA_INT, at + LEVEL) != SOL_SOCKET) {
                continue;
            }
            switch (control.get(JAVA_INT, at + TYPE)) {
                case SCM_RIGHTS -> {
                    for (long i = 0; i < data; i += 4) {
                        descriptors.add(control.get(JAVA_INT, at + HEADER + i));
                    }
                }
                case SCM_CREDENTIALS ->
                    sender = new Ancillary.Sender(
                            control.get(JAVA_INT, at + HEADER),
                            control.get(JAVA_INT, at + HEADER + 4),
                            control.get(JAVA_INT, at + HEADER + 8));
                case SCM_TIMESTAMP -> stamped = true;
                default -> {}
            }
        }
        return new Ancillary(descriptors, sender, stamped);
    }

    /// Writes one SCM_RIGHTS; returns its size in bytes.
    static long writeRights(MemorySegment control, int[] descriptors) {
        if (descriptors.length == 0 || descriptors.length > Ancillary.MOST_DESCRIPTORS) {
            throw new IllegalArgumentException(descriptors.length + " descriptors");
        }
        control.set(JAVA_LONG, 0, HEADER + 4L * descriptors.length);
        control.set(JAVA_INT, LEVEL, SOL_SOCKET);
        control.set(JAVA_INT, TYPE, SCM_RIGHTS);
        for (int i = 0; i < descriptors.length; i++) {
            control.set(JAVA_INT, HEADER + 4L * i, descriptors[i]);
        }
        return space(4L * descriptors.length);
    }
}
