import org.jspecify.annotations.NullMarked;

/// Socklens, a desktop inspector for Unix domain sockets.
@NullMarked
module org.socklens {
    requires static org.jspecify;
}
