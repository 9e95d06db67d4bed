package org.socklens.access.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.socklens.access.path.ModeText;

/// The mode that a socket file gets at bind. `fchmod` on the socket before bind asks for a mode, and the umask takes
/// its part of it (`man 7 unix`): so the file never has more rights than asked, not for a moment. What the umask took
/// is added by a chmod afterwards.
///
/// @param asked the nine bits that are wanted
/// @param umask of this process
public record ModeAtBind(int asked, int umask) {
    /// What bind asks for when nobody says otherwise.
    public static final int STANDARD = 0777;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String UMASK = "Umask:";
    private static final int USUAL_UMASK = 022;

    /// The umask of this process, read without changing it; the usual 022 where the kernel does not show it.
    public static int umaskOfThisProcess() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(UMASK))
                    .map(line -> Integer.parseInt(line.substring(UMASK.length()).strip(), 8))
                    .findFirst()
                    .orElse(USUAL_UMASK);
        } catch (IOException hidden) {
            return USUAL_UMASK;
        }
    }

    /// The mode that the file is born with.
    public int atBirth() {
        return asked & ~umask;
    }

    /// Whether a chmod must add what the umask took.
    public boolean needsChmod() {
        return atBirth() != asked;
    }

    /// The umask's part in words.
    public String sentence() {
        String birth = "The umask " + ModeText.octal(umask) + " makes it " + ModeText.octal(atBirth()) + " at bind";
        return needsChmod()
                ? birth + "; chmod adds " + ModeText.octal(asked & umask) + " right after."
                : "The umask " + ModeText.octal(umask) + " takes nothing from " + ModeText.octal(asked) + ".";
    }
}
