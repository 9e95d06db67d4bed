package org.socklens.socket.linux;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.PassedDescriptor;
import org.socklens.socket.SocketFailure;

/// The open descriptors that one socket received or kept. It is their only owner.
final class HeldDescriptors implements AutoCloseable {
    private final Kernel kernel;
    private final List<PassedDescriptor> open = new ArrayList<>();

    HeldDescriptors(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Owns these from now on, and tells what they are.
    List<PassedDescriptor> take(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<PassedDescriptor> taken =
                numbers.stream().map(number -> DescriptorFacts.of(kernel, number)).toList();
        open.addAll(taken);
        return taken;
    }

    List<PassedDescriptor> open() {
        return List.copyOf(open);
    }

    int read(int number, MemorySegment into, int length) throws SocketFailure {
        requireHeld(number);
        // What is shared with the sender may wait in a read: only the sender may make it non-blocking.
        if (kernel.checked("poll", kernel.descriptors.readable(number)) == 0) {
            return OpenSocket.NOTHING_TO_READ;
        }
        long result = kernel.descriptors.read(number, into, length);
        if (Kernel.isLater(result)) {
            return OpenSocket.NOTHING_TO_READ;
        }
        if (result < 0) {
            throw kernel.failure("read", result);
        }
        return (int) result;
    }

    void close(int number) {
        requireHeld(number);
        open.removeIf(descriptor -> descriptor.number() == number);
        kernel.descriptors.close(number);
    }

    private void requireHeld(int number) {
        if (open.stream().noneMatch(descriptor -> descriptor.number() == number)) {
            throw new IllegalArgumentException("descriptor " + number + " is not held here");
        }
    }

    @Override
    public void close() {
        open.forEach(descriptor -> kernel.descriptors.close(descriptor.number()));
        open.clear();
    }
}
