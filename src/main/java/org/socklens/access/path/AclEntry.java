package org.socklens.access.path;

/// One line of a POSIX access control list.
///
/// @param tag whom it is for
/// @param permissions read 4, write 2, execute or search 1
/// @param id the user or group that [Tag#USER] and [Tag#GROUP] name; meaningless otherwise
public record AclEntry(Tag tag, int permissions, int id) {
    /// Whom an entry is for.
    public enum Tag {
        /// The owner of the file.
        USER_OBJ(0x01, "user"),
        /// A named user.
        USER(0x02, "user"),
        /// The group of the file.
        GROUP_OBJ(0x04, "group"),
        /// A named group.
        GROUP(0x08, "group"),
        /// What named users and all groups get at most.
        MASK(0x10, "mask"),
        /// Everybody else.
        OTHER(0x20, "other");

        private final int number;
        private final String word;

        Tag(int number, String word) {
            this.number = number;
            this.word = word;
        }

        /// The number in the extended attribute.
        public int number() {
            return number;
        }

        /// The word that `getfacl` begins the line with.
        public String word() {
            return word;
        }
    }

    /// Whether everything wanted is in the entry itself, mask aside.
    public boolean grants(int want) {
        return (permissions & want) == want;
    }

    /// The same entry with other permissions.
    public AclEntry with(int changed) {
        return new AclEntry(tag, changed, id);
    }

    /// The entry as `getfacl` writes it: `user:www-data:rw-`.
    ///
    /// @param name of the id; empty for entries that name nobody
    public String text(String name) {
        return tag.word() + ":" + name + ":" + ModeText.rwx(permissions);
    }
}
