package org.socklens.ui.settings;

import java.util.List;
import java.util.Optional;

/// All that lasts from one run to the next.
///
/// @param place      where the window stood; empty at the first run
/// @param theme      light, dark or as the desktop
/// @param zoom       in percent
/// @param serverPath the server's path; empty for the proposed one
/// @param clientPath the client's path; empty for the server's
/// @param fileMebibytes how large the temporary file of one transcript may become
/// @param messages   the messages that were sent, the oldest first
public record Settings(
        Optional<WindowPlace> place,
        Theme theme,
        int zoom,
        String serverPath,
        String clientPath,
        int fileMebibytes,
        List<String> messages) {
    /// What the first run begins with.
    public static final Settings USUAL = new Settings(Optional.empty(), Theme.SYSTEM, 100, "", "", 4096, List.of());

    /// Messages are kept in the order given.
    public Settings {
        messages = List.copyOf(messages);
    }

    /// These with another place of the window.
    public Settings withPlace(WindowPlace changed) {
        return new Settings(Optional.of(changed), theme, zoom, serverPath, clientPath, fileMebibytes, messages);
    }

    /// These with another theme.
    public Settings withTheme(Theme changed) {
        return new Settings(place, changed, zoom, serverPath, clientPath, fileMebibytes, messages);
    }

    /// These with another zoom.
    public Settings withZoom(int changed) {
        return new Settings(place, theme, changed, serverPath, clientPath, fileMebibytes, messages);
    }

    /// These with other paths.
    public Settings withPaths(String server, String client) {
        return new Settings(place, theme, zoom, server, client, fileMebibytes, messages);
    }

    /// These with other messages.
    public Settings withMessages(List<String> changed) {
        return new Settings(place, theme, zoom, serverPath, clientPath, fileMebibytes, changed);
    }
}
