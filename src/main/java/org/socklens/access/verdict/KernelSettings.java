package org.socklens.access.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Settings of the kernel that change what a path walk allows (`man 5 proc_sys_fs`).
///
/// @param protectedSymlinks whether links in sticky directories that all may write to are followed for their owner only
public record KernelSettings(boolean protectedSymlinks) {
    private static final Path PROTECTED_SYMLINKS = Path.of("/proc/sys/fs/protected_symlinks");

    /// As they are now. A kernel that does not show the setting is taken for one that protects, as distributions do.
    public static KernelSettings read() {
        try {
            return new KernelSettings(!Files.readString(PROTECTED_SYMLINKS).strip().equals("0"));
        } catch (IOException hidden) {
            return new KernelSettings(true);
        }
    }
}
