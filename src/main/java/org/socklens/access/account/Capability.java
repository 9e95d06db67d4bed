package org.socklens.access.account;

import java.util.EnumSet;
import java.util.Set;

/// The capabilities that let a process pass where mode bits would stop it (`man 7 capabilities`).
public enum Capability {
    /// Change the owner and group of any file.
    CAP_CHOWN(0),
    /// Bypass every read, write and search check.
    CAP_DAC_OVERRIDE(1),
    /// Bypass read checks on files, read and search checks on directories.
    CAP_DAC_READ_SEARCH(2),
    /// Do what only a file's owner may: change its mode, remove it from a sticky directory.
    CAP_FOWNER(3),
    /// Keep the set-id bits through changes of mode and owner.
    CAP_FSETID(4);

    private final int number;

    Capability(int number) {
        this.number = number;
    }

    /// The number that the kernel gives it.
    public int number() {
        return number;
    }

    /// Those that are set in the kernel's bit set.
    static Set<Capability> of(long bits) {
        Set<Capability> held = EnumSet.noneOf(Capability.class);
        for (Capability capability : values()) {
            if ((bits >>> capability.number & 1) == 1) {
                held.add(capability);
            }
        }
        return held;
    }
}
