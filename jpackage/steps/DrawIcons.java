package steps;

import java.util.List;
import java.util.Map;

/// Draws the icon's PNG pictures anew from its SVG: `java jpackage/steps/DrawIcons.java`, from the project's directory,
/// after `assets/socklens.svg` has changed. Needs `rsvg-convert`.
final class DrawIcons {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    private DrawIcons() {}

    static void main() {
        for (int size : SIZES) {
            Command.run(
                    Map.of(),
                    List.of(
                            "rsvg-convert",
                            "--width=" + size,
                            "--height=" + size,
                            "--output=src/main/resources/org/socklens/ui/app/socklens-" + size + ".png",
                            "assets/socklens.svg"));
        }
    }
}
