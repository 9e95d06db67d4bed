package org.socklens.bench.startup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The pixels of an X server that keeps them in a file (`Xvfb -fbdir`), in the form of `xwd`: a header of big-endian
/// numbers, a colour map, then four bytes a pixel. Looked at without asking the server, so that looking costs it nothing.
final class FrameBuffer {
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;
    private static final int BYTES_PER_LINE = 12;
    private static final int COLOURS = 19;
    private static final int BYTES_PER_COLOUR = 12;

    /// Every fourth pixel of every fourth line is looked at.
    private static final int STEP = 4;

    private final ByteBuffer file;
    private final int pixels;
    private final int lineBytes;
    private final int width;
    private final int height;

    private FrameBuffer(ByteBuffer file) {
        this.file = file;
        pixels = field(HEADER_SIZE) + field(COLOURS) * BYTES_PER_COLOUR;
        lineBytes = field(BYTES_PER_LINE);
        width = field(WIDTH);
        height = field(HEIGHT);
    }

    static FrameBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new FrameBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private int field(int number) {
        return file.getInt(number * Integer.BYTES);
    }

    /// How many pixels [#look] takes.
    int looked() {
        return ((width + STEP - 1) / STEP) * ((height + STEP - 1) / STEP);
    }

    /// Looks at the screen; how many pixels are others than those in `before`, which then holds what was seen.
    int look(int[] before) {
        int changed = 0;
        int at = 0;
        for (int y = 0; y < height; y += STEP) {
            for (int x = 0; x < width; x += STEP) {
                int pixel = file.getInt(pixels + y * lineBytes + x * Integer.BYTES);
                if (pixel != before[at]) {
                    before[at] = pixel;
                    changed++;
                }
                at++;
            }
        }
        return changed;
    }
}
