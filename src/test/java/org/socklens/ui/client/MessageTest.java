package org.socklens.ui.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void textIsSentAsTyped() throws BadMessage {
        assertThat(MessageFormat.TEXT.bytes("é\\n")).isEqualTo("é\\n".getBytes(UTF_8));
    }

    @Test
    void escapesStandForBytesAndCharacters() throws BadMessage {
        assertThat(MessageFormat.ESCAPES.bytes("a\\n\\r\\t\\0\\\\\\xff"))
                .containsExactly('a', '\n', '\r', '\t', 0, '\\', 0xff);
        String unicode = "\\" + "u00e9" + "\\" + "ud83d" + "\\" + "ude00";
        assertThat(MessageFormat.ESCAPES.bytes(unicode)).isEqualTo("é😀".getBytes(UTF_8));
    }

    @Test
    void hexMayHaveSpaces() throws BadMessage {
        assertThat(MessageFormat.HEX.bytes("00 ff1A")).containsExactly(0, 0xff, 0x1a);
    }

    @Test
    void lineEndingsFollowTheMessage() {
        assertThat(LineEnding.CRLF.after(new byte[] {1})).containsExactly(1, '\r', '\n');
        assertThat(LineEnding.NUL.after(new byte[] {1})).containsExactly(1, 0);
        assertThat(LineEnding.NONE.after(new byte[] {1})).containsExactly(1);
    }

    @Test
    void upAndDownWalkTheHistoryAndTheDraftComesBack() {
        MessageHistory history = new MessageHistory();
        history.add("one");
        history.add("two");
        assertThat(history.older("draft")).isEqualTo("two");
        assertThat(history.older("two")).isEqualTo("one");
        assertThat(history.older("one")).isEqualTo("one");
        assertThat(history.newer("one")).isEqualTo("two");
        assertThat(history.newer("two")).isEqualTo("draft");
    }
}
