package org.socklens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathFieldTest extends ControlTest<PathField> {
    PathFieldTest() {
        super(PathField::new);
    }

    @BeforeEach
    void nameIt() {
        interact(() -> control().setId("serverPath"));
    }

    @Test
    void itIsTypedIntoAsAnyTextField() {
        clickOn("#serverPath").write("/tmp/a.sock");
        assertThat(control().getText()).isEqualTo("/tmp/a.sock");
        assertThat(control().meterText()).isEqualTo("11 of 107 bytes");
    }

    @Test
    void bytesAreCountedAndNotCharacters() {
        interact(() -> control().setText("é".repeat(53)));
        assertThat(control().byteCountProperty().get()).isEqualTo(106);
        assertThat(isTooLong()).isFalse();
        interact(() -> control().setText("é".repeat(54)));
        assertThat(control().meterText()).isEqualTo("108 of 107 bytes");
        assertThat(isTooLong()).isTrue();
    }

    @Test
    void theButtonChoosesAPath() {
        interact(() -> control().setChooser(current -> current + "/chosen"));
        interact(() -> control().setText("/run"));
        clickOn(".path-choose");
        assertThat(control().getText()).isEqualTo("/run/chosen");
        assertThat(control().isFocused()).isTrue();
    }

    @Test
    void choosingNothingChangesNothing() {
        interact(() -> control().setChooser(current -> null));
        clickOn(control()).write("/run");
        clickOn(".path-choose");
        assertThat(control().getText()).isEqualTo("/run");
        push(KeyCode.END);
        write("x");
        assertThat(control().getText()).isEqualTo("/runx");
    }

    private boolean isTooLong() {
        return control().getPseudoClassStates().contains(PseudoClass.getPseudoClass("too-long"));
    }
}
