package steps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The icon in the one form that each system's `jpackage` takes, put together from the same PNG pictures.
record IconFile(Application application, Platform platform) {
    private static final List<Integer> ICO_SIZES = List.of(16, 32, 48, 64, 128, 256);

    /// Type of an element in an `.icns` file, and the pixels of the PNG that it holds ("@2x" types hold the double).
    private record IcnsElement(String type, int pixels) {}

    private static final List<IcnsElement> ICNS_ELEMENTS = List.of(
            new IcnsElement("icp4", 16),
            new IcnsElement("icp5", 32),
            new IcnsElement("ic11", 32),
            new IcnsElement("ic12", 64),
            new IcnsElement("ic07", 128),
            new IcnsElement("ic08", 256),
            new IcnsElement("ic13", 256));

    /// Writes it into `directory`, or returns the picture that is there already.
    Path write(Path directory) throws IOException {
        return switch (platform) {
            case LINUX -> application.picture(256);
            case MACOS -> Files.write(directory.resolve(application.name() + ".icns"), icns());
            case WINDOWS -> Files.write(directory.resolve(application.name() + ".ico"), ico());
        };
    }

    /// `icns`, total length, then elements of type, length (both with their own eight bytes) and PNG. Big endian.
    private byte[] icns() throws IOException {
        ByteArrayOutputStream elements = new ByteArrayOutputStream();
        for (IcnsElement element : ICNS_ELEMENTS) {
            elements.writeBytes(tagged(element.type(), Files.readAllBytes(application.picture(element.pixels()))));
        }
        return tagged("icns", elements.toByteArray());
    }

    private static byte[] tagged(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + content.length)
                .put(content)
                .array();
    }

    /// A header of six bytes, sixteen bytes a picture, then the PNGs. Little endian; a size of 256 is written as 0.
    private byte[] ico() throws IOException {
        ByteBuffer directory = ByteBuffer.allocate(6 + 16 * ICO_SIZES.size()).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (int size : ICO_SIZES) {
            byte[] picture = Files.readAllBytes(application.picture(size));
            directory.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            directory.putInt(picture.length).putInt(directory.capacity() + pictures.size());
            pictures.writeBytes(picture);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(directory.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }
}
