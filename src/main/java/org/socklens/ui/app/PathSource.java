package org.socklens.ui.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.socklens.access.path.PathCompletion;
import org.socklens.posix.PathEncoding;
import org.socklens.socket.Address;
import org.socklens.system.scan.LiveAddresses;

/// What a typed path may become: paths behind which somebody is now come first, then what stands in the directory. It
/// may block.
final class PathSource implements Function<String, List<String>> {
    private static final int MOST_LIVE = 20;

    private final LiveAddresses addresses;
    private final String workingDirectory;

    PathSource(LiveAddresses addresses, String workingDirectory) {
        this.addresses = addresses;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public List<String> apply(String typed) {
        Set<String> suggestions = new LinkedHashSet<>();
        addresses.now().stream()
                .filter(Address.Path.class::isInstance)
                .map(address -> PathEncoding.text(((Address.Path) address).bytes()))
                .filter(path -> path.startsWith("/") && path.startsWith(typed))
                .sorted()
                .limit(MOST_LIVE)
                .forEach(suggestions::add);
        suggestions.addAll(PathCompletion.of(typed, workingDirectory));
        return List.copyOf(suggestions);
    }
}
