package steps;

/// A step that could not be done. The text says which, and what stood in the way.
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String words) {
        super(words);
    }
}
