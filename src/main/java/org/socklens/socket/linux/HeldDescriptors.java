package org.socklens.socket.linux;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.socklens.posix.FileCalls;
import org.socklens.posix.PathText;
import org.socklens.socket.PassedDescriptor;

/// The open descriptors that one socket received. It is their only owner.
final class HeldDescriptors implements AutoCloseable {
    private final Kernel kernel;
    private final List<PassedDescriptor> open = new ArrayList<>();

    HeldDescriptors(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Owns these from now on, and tells what they are.
    List<PassedDescriptor> take(List<Integer> numbers) {
        List<PassedDescriptor> taken = numbers.stream().map(this::describe).toList();
        open.addAll(taken);
        return taken;
    }

    private PassedDescriptor describe(int number) {
        byte[] link = ("/proc/self/fd/" + number).getBytes(StandardCharsets.US_ASCII);
        int length = kernel.looks.readLink(FileCalls.AT_FDCWD, link);
        String target = length < 0 ? "" : PathText.quoted(kernel.looks.linkTarget(length));
        return new PassedDescriptor(number, "", target);
    }

    @Override
    public void close() {
        open.forEach(descriptor -> kernel.files.close(descriptor.number()));
        open.clear();
    }
}
