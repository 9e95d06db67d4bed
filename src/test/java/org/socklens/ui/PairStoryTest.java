package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.socklens.socket.SocketType;

/// The lesson of two processes and one pair in the window, by `fx:id`, as a teacher gives it.
class PairStoryTest extends WindowStory {
    @Test
    void onePressPlaysPingAndPongBetweenTwoProcesses() {
        clickOn("#navPair");
        clickOn("#pairRun");
        until(() -> copied("#pairParent").stream().anyMatch(row -> row.get(2).equals("recv")));
        assertThat(texts("#pairParent", "sent")).containsExactly("ping");
        assertThat(texts("#pairParent", "recv")).containsExactly("pong");
        until(() -> texts("#pairChild", "sent").equals(List.of("pong")));
        assertThat(texts("#pairChild", "recv")).containsExactly("ping");
        assertThat(text("#pairChildPid")).isNotEqualTo(text("#pairParentPid"));
        assertThat(text("#pairParentPid"))
                .isEqualTo("pid " + ProcessHandle.current().pid());
    }

    @Test
    void eitherSideIsTypedForAndTheLastCopyEndsTheStream() {
        clickOn("#navPair");
        clickOn("#pairMessage").push(KeyCode.CONTROL, KeyCode.A).write("hello");
        push(KeyCode.ENTER);
        until(() -> texts("#pairChild", "recv").equals(List.of("hello")));
        clickOn("#pairChildMessage").write("from the child");
        push(KeyCode.ENTER);
        until(() -> texts("#pairParent", "recv").equals(List.of("pong", "from the child")));
        clickOn("#pairParentCloseOwn");
        until(() -> text("#pairLesson").contains("no end of stream comes to the child"));
        clickOn("#pairChildCloseUnused");
        until(() -> copied("#pairChild").stream().anyMatch(row -> row.get(2).equals("end of stream")));
        assertThat(isDisabled("#pairChildCloseUnused")).isTrue();
    }

    @Test
    void theTypeIsChosenAndAnUnknownProtocolIsRefusedInThePanel() {
        clickOn("#navPair");
        interact(() -> {
            ComboBox<SocketType> type = lookup("#pairType").queryComboBox();
            type.setValue(SocketType.SEQPACKET);
        });
        clickOn("#pairRun");
        until(() -> text("#pairState").equals("SEQPACKET · two processes"));
        interact(() -> wiring().pair().model().form().protocolProperty().set("17"));
        clickOn("#pairRun");
        until(() -> text("#pairError").contains("EPROTONOSUPPORT (93, Protocol not supported)"));
    }

    @Test
    void stopEndsTheChild() {
        int pid = runningChild();
        clickOn("#pairStop");
        until(() -> !Files.exists(Path.of("/proc", Integer.toString(pid))));
        until(() -> text("#pairState").equals("not running"));
    }

    @Test
    void closingTheWindowEndsAHaltedChildToo() throws IOException {
        int pid = runningChild();
        clickOn("#pairChildHalt");
        until(() -> text("#pairChildState").equals("halted by SIGSTOP"));
        assertThat(Files.readString(Path.of("/proc", Integer.toString(pid), "status"))).contains("T (stopped)");
        closeWindow();
        assertThat(Files.exists(Path.of("/proc", Integer.toString(pid)))).isFalse();
    }

    private int runningChild() {
        clickOn("#navPair");
        clickOn("#pairRun");
        until(() -> text("#pairChildState").equals("running"));
        return Integer.parseInt(text("#pairChildPid").substring("pid ".length()));
    }

    private boolean isDisabled(String query) {
        return lookup(query).queryAs(Node.class).isDisabled();
    }

    private List<String> texts(String transcript, String direction) {
        return copied(transcript).stream()
                .filter(row -> row.get(2).equals(direction))
                .map(row -> row.get(6))
                .toList();
    }
}
