package org.socklens.socket.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.socklens.socket.OpenedDescriptor;
import org.socklens.socket.Passable;
import org.socklens.socket.PassedDescriptor;
import org.socklens.socket.SocketFailure;

/// Opens what is to be passed.
final class Opening {
    private final Kernel kernel;
    private final HeldDescriptors held;

    /// @param held keeps the ends of pipes that stay here
    Opening(Kernel kernel, HeldDescriptors held) {
        this.kernel = kernel;
        this.held = held;
    }

    OpenedDescriptor open(Passable what) throws SocketFailure {
        return switch (what) {
            case Passable.File(var path) -> opened(kernel.checked("openat", kernel.descriptors.open(path.bytes())));
            case Passable.PipeToRead(String content) -> pipeToRead(content);
            case Passable.PipeToWrite _ -> pipeToWrite();
        };
    }

    private OpenedDescriptor opened(int number) {
        return new Opened(kernel, DescriptorFacts.of(kernel, number));
    }

    private OpenedDescriptor pipeToRead(String content) throws SocketFailure {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Passable.PIPE_BYTES) {
            throw new IllegalArgumentException("a pipe does not take " + bytes.length + " bytes at once");
        }
        kernel.checked("pipe2", kernel.descriptors.pipe());
        int readEnd = kernel.descriptors.readEnd();
        int writeEnd = kernel.descriptors.writeEnd();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(JAVA_BYTE, bytes);
            long written = kernel.descriptors.write(writeEnd, text, bytes.length);
            if (written < 0) {
                SocketFailure failure = kernel.failure("write", written);
                kernel.descriptors.close(readEnd);
                throw failure;
            }
        } finally {
            kernel.descriptors.close(writeEnd);
        }
        return opened(readEnd);
    }

    private OpenedDescriptor pipeToWrite() throws SocketFailure {
        kernel.checked("pipe2", kernel.descriptors.pipe());
        int writeEnd = kernel.descriptors.writeEnd();
        held.take(List.of(kernel.descriptors.readEnd()));
        return opened(writeEnd);
    }

    /// A descriptor of this process until it is closed.
    private static final class Opened implements OpenedDescriptor {
        private final Kernel kernel;
        private final PassedDescriptor descriptor;
        private boolean closed;

        Opened(Kernel kernel, PassedDescriptor descriptor) {
            this.kernel = kernel;
            this.descriptor = descriptor;
        }

        @Override
        public PassedDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                kernel.descriptors.close(descriptor.number());
            }
        }
    }
}
