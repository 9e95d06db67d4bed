package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingStackTest {
    private final List<String> closed = new ArrayList<>();
    private final ClosingStack stack = new ClosingStack();

    @Test
    void theLastAddedIsClosedFirstAndEachOnce() {
        stack.add(() -> closed.add("first"));
        stack.add(() -> closed.add("last"));
        stack.close();
        stack.close();
        assertThat(closed).containsExactly("last", "first");
    }

    @Test
    void theRestIsClosedThoughSomeFail() {
        IOException one = new IOException("one");
        IOException two = new IOException("two");
        stack.add(() -> closed.add("first"));
        stack.add(() -> {
            throw two;
        });
        stack.add(() -> {
            throw one;
        });
        assertThatThrownBy(stack::close).hasCause(one).hasSuppressedException(two);
        assertThat(closed).containsExactly("first");
    }
}
