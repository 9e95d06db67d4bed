package org.socklens.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings file as it is found and as it is left.
class SettingsFileTest {
    private static final Settings SOME = new Settings(
            Optional.of(new WindowPlace(-1200, 34.5, 1280, 800, true)),
            Theme.DARK,
            150,
            "/srv/a b/é=#.sock",
            "/run/docker.sock",
            1024,
            List.of("GET / HTTP/1.1\\r\\n", "two\nlines\tand 漢字 😀", "", " = : # ! \\"));

    @TempDir
    Path directory = Path.of("");

    private Path file() {
        return directory.resolve("config").resolve("socklens").resolve("settings.properties");
    }

    private SettingsStore store() {
        return new SettingsFile(file());
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    @Test
    void theFirstRunHasTheUsualSettingsAndNothingToSay() {
        assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(Settings.USUAL, ""));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatWasSavedIsLoaded() throws IOException {
        store().save(SOME);
        assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(SOME, ""));
        store().save(Settings.USUAL);
        assertThat(store().load().settings()).isEqualTo(Settings.USUAL);
    }

    @Test
    void twoHundredMessagesKeepTheirOrder() throws IOException {
        List<String> messages = IntStream.range(0, 200).mapToObj(number -> "message " + number).toList();
        store().save(SOME.withMessages(messages));
        assertThat(store().load().settings().messages()).isEqualTo(messages);
    }

    @Test
    void theSameSettingsAreTheSameBytes() throws IOException {
        store().save(SOME);
        byte[] first = Files.readAllBytes(file());
        store().save(SOME);
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
    }

    @Test
    void onlyItsOwnerReadsItAndNothingLiesBesideIt() throws IOException {
        store().save(SOME);
        store().save(Settings.USUAL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        try (Stream<Path> found = Files.list(file().getParent())) {
            assertThat(found).containsExactly(file());
        }
    }

    @Test
    void aSymbolicLinkStaysOne() throws IOException {
        Path real = directory.resolve("dotfiles");
        Files.createDirectories(file().getParent());
        Files.writeString(real, "zoom=125\n");
        Files.createSymbolicLink(file(), real);
        store().save(SOME);
        assertThat(file()).isSymbolicLink();
        assertThat(Files.readString(real)).contains("zoom=150");
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() throws IOException {
        write("zoom=125\nsound=loud\n");
        assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(Settings.USUAL.withZoom(125), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoom=large",
                "zoom=NaN",
                "zoom=1e300",
                "theme=PINK",
                "client.path=\\u12",
                "window.width=1280\nwindow.x=left",
            })
    void aBrokenFileIsSetAsideAndToldOnce(String text) throws IOException {
        write(text);
        SettingsStore.Loaded loaded = store().load();
        Path aside = file().resolveSibling("settings.properties.broken");
        assertThat(loaded.settings()).isEqualTo(Settings.USUAL);
        assertThat(loaded.notice()).startsWith("The settings make no sense (it").endsWith("is now " + aside + ".");
        assertThat(aside).hasContent(text);
        assertThat(store().load().notice()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreBroken() throws IOException {
        write("");
        Files.write(file(), new byte[] {'z', '=', (byte) 0xc3, '\n'});
        assertThat(store().load().notice()).contains("it is not UTF-8");
    }

    @Test
    void aSecondBrokenFileDoesNotReplaceTheFirst() throws IOException {
        write("zoom=first");
        store().load();
        write("zoom=second");
        assertThat(store().load().notice()).endsWith("settings.properties.broken-2.");
        assertThat(file().resolveSibling("settings.properties.broken")).hasContent("zoom=first");
        assertThat(file().resolveSibling("settings.properties.broken-2")).hasContent("zoom=second");
    }

    @Test
    void aDirectoryInItsPlaceIsLeftAlone() throws IOException {
        Files.createDirectories(file().resolve("mine"));
        SettingsStore store = store();
        assertThat(store.load().notice())
                .isEqualTo("The settings file " + file() + " cannot be read (not a regular file). The usual settings are"
                        + " used, and changes are not kept.");
        store.save(SOME);
        assertThat(file().resolve("mine")).isDirectory();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(directory.resolve("config"), "a file where the directory should be");
        assertThatThrownBy(() -> store().save(SOME))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file() + " cannot be written (")
                .message()
                .doesNotContain("Exception");
    }

    @Test
    void eachSystemHasItsPlace() {
        Path home = Path.of("/home/ada");
        assertThat(SettingsDirectory.of("Linux", Collections.emptyMap(), home))
                .isEqualTo(Path.of("/home/ada/.config/socklens"));
        assertThat(SettingsDirectory.of("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"), home))
                .isEqualTo(Path.of("/cfg/socklens"));
        assertThat(SettingsDirectory.of("Linux", Map.of("XDG_CONFIG_HOME", "not/absolute"), home))
                .isEqualTo(Path.of("/home/ada/.config/socklens"));
        assertThat(SettingsDirectory.of("Mac OS X", Map.of("XDG_CONFIG_HOME", "/cfg"), home))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/socklens"));
        assertThat(SettingsDirectory.of("Windows 11", Map.of("APPDATA", "/roaming"), home))
                .isEqualTo(Path.of("/roaming/socklens"));
    }
}
