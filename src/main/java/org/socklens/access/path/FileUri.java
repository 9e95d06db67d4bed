package org.socklens.access.path;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import org.socklens.posix.PathEncoding;

/// Paths as `file:` URIs (RFC 8089), which keep every byte: Java's text of a path loses those that are not UTF-8.
public final class FileUri {
    private static final String SCHEME = "file://";

    private FileUri() {}

    /// The path, as text of [PathEncoding], of a URI such as a file manager drops; empty when it names no local file.
    public static String pathOf(String uri) {
        return uri.startsWith(SCHEME + "/")
                ? PathEncoding.text(bytes(uri.substring(SCHEME.length()).strip()))
                : "";
    }

    /// The bytes of the path part of a URI, with its percent escapes.
    static byte[] bytes(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            boolean escaped = raw.charAt(i) == '%';
            bytes.write(escaped ? Integer.parseInt(raw, i + 1, i + 3, 16) : raw.charAt(i));
            i += escaped ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    /// A path of any bytes for Java's file system.
    static Path path(byte[] absolute) {
        return Path.of(of(absolute));
    }

    /// The URI of a path of any bytes.
    public static URI of(byte[] absolute) {
        StringBuilder raw = new StringBuilder(SCHEME);
        for (byte each : absolute) {
            raw.append(each == '/' ? "/" : "%%%02x".formatted(each & 0xff));
        }
        return URI.create(raw.toString());
    }
}
