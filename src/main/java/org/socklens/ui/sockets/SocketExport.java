package org.socklens.ui.sockets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import org.socklens.system.picture.Ink;
import org.socklens.system.picture.Picture;
import org.socklens.system.picture.SvgDrawing;
import org.socklens.system.report.CsvReport;
import org.socklens.system.report.JsonReport;
import org.socklens.system.report.SocketText;
import org.socklens.ui.control.Png;
import org.socklens.ui.control.SaveFailure;

/// Writes the table and the picture into new files, in the background. A file that exists already is left alone. FX
/// thread only.
public final class SocketExport {
    /// Makes the content of a file.
    private interface Content {
        byte[] bytes() throws IOException;
    }

    private final Executor background;
    private final Executor fx;
    private final Consumer<String> tell;

    /// @param background runs what may block
    /// @param fx runs what touches properties
    /// @param tell is told what became of an export
    public SocketExport(Executor background, Executor fx, Consumer<String> tell) {
        this.background = background;
        this.fx = fx;
        this.tell = tell;
    }

    /// The sockets as CSV.
    public void saveCsv(List<SocketText> sockets, Path file) {
        save(file, () -> CsvReport.of(sockets).getBytes(StandardCharsets.UTF_8));
    }

    /// The sockets as JSON.
    public void saveJson(List<SocketText> sockets, Path file) {
        save(file, () -> JsonReport.of(sockets).getBytes(StandardCharsets.UTF_8));
    }

    /// The picture as SVG.
    ///
    /// @param colours for each ink, as `#rrggbb`
    public void saveSvg(Picture picture, Map<Ink, String> colours, Path file) {
        save(file, () -> SvgDrawing.of(picture, colours).getBytes(StandardCharsets.UTF_8));
    }

    /// The picture as PNG.
    public void savePng(WritableImage image, Path file) {
        save(file, () -> Png.bytes(image));
    }

    private void save(Path file, Content content) {
        tell.accept("saving …");
        background.execute(() -> {
            String result = write(file, content);
            fx.execute(() -> tell.accept(result));
        });
    }

    private static String write(Path file, Content content) {
        try {
            byte[] bytes = content.bytes();
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return "%s saved, %,d bytes".formatted(file, bytes.length);
        } catch (IOException failure) {
            return SaveFailure.sentence(file, failure);
        }
    }
}
