package org.socklens.access.path;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The POSIX access control list of a node (`man 5 acl`), in the order of the kernel: owner, named users, the file's
/// group, named groups, mask, others.
public record Acl(List<AclEntry> entries) {
    /// The extended attribute that holds it.
    public static final String ATTRIBUTE = "system.posix_acl_access";

    private static final int VERSION = 2;
    private static final int ENTRY_BYTES = 8;

    /// Copies the list.
    public Acl {
        entries = List.copyOf(entries);
    }

    /// Reads the value of the extended attribute; null when it has another shape than version 2.
    public static @Nullable Acl parse(byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 4 || in.getInt() != VERSION || in.remaining() % ENTRY_BYTES != 0) {
            return null;
        }
        List<AclEntry> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            AclEntry.Tag tag = tag(in.getShort());
            if (tag == null) {
                return null;
            }
            entries.add(new AclEntry(tag, in.getShort() & 7, in.getInt()));
        }
        return new Acl(entries);
    }

    /// The value of the extended attribute.
    public byte[] toAttribute() {
        ByteBuffer out = ByteBuffer.allocate(4 + ENTRY_BYTES * entries.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(VERSION);
        for (AclEntry entry : entries) {
            out.putShort((short) entry.tag().number())
                    .putShort((short) entry.permissions())
                    .putInt(entry.id());
        }
        return out.array();
    }

    /// The mask entry, or null when the list names nobody and therefore needs none.
    public @Nullable AclEntry mask() {
        return entries.stream()
                .filter(entry -> entry.tag() == AclEntry.Tag.MASK)
                .findFirst()
                .orElse(null);
    }

    /// The list as `chmod` leaves it: the owner and others take the mode's bits, and so does the mask, or the file's
    /// group where there is no mask (`posix_acl_chmod` of the kernel).
    public Acl withMode(int mode) {
        boolean masked = mask() != null;
        return new Acl(entries.stream()
                .map(entry -> switch (entry.tag()) {
                    case USER_OBJ -> entry.with(mode >> 6 & 7);
                    case GROUP_OBJ -> masked ? entry : entry.with(mode >> 3 & 7);
                    case MASK -> entry.with(mode >> 3 & 7);
                    case OTHER -> entry.with(mode & 7);
                    case USER, GROUP -> entry;
                })
                .toList());
    }

    private static AclEntry.@Nullable Tag tag(int number) {
        for (AclEntry.Tag tag : AclEntry.Tag.values()) {
            if (tag.number() == number) {
                return tag;
            }
        }
        return null;
    }
}
