package org.socklens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class ModeGridTest extends ControlTest<ModeGrid> {
    ModeGridTest() {
        super(ModeGrid::new);
    }

    @Test
    void theNineBitsStandByName() {
        interact(() -> control().modeProperty().set(0754));
        assertThat(selected())
                .containsExactly(
                        "OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE", "GROUP_READ", "GROUP_EXECUTE", "OTHERS_READ");
    }

    @Test
    void aReadOnlyGridKeepsItsBitsWhenClicked() {
        interact(() -> control().modeProperty().set(0755));
        clickOn("#bit-GROUP_WRITE");
        assertThat(control().modeProperty().get()).isEqualTo(0755);
        assertThat(bit("GROUP_WRITE").isDisabled()).isFalse();
    }

    @Test
    void aClickChangesTheBitAndNoOther() {
        interact(() -> {
            control().setEditable(true);
            control().modeProperty().set(04755);
        });
        clickOn("#bit-GROUP_WRITE");
        assertThat(control().modeProperty().get()).isEqualTo(04775);
        clickOn("#bit-OWNER_READ");
        assertThat(control().modeProperty().get()).isEqualTo(04375);
        assertThat(bit("OWNER_READ").getText()).isEqualTo("–");
    }

    @Test
    void theTooltipSaysThatOnlyWriteMatters() {
        assertThat(bit("OTHERS_WRITE").getTooltip().getText()).isEqualTo("Everyone else may connect.");
        assertThat(bit("OTHERS_READ").getTooltip().getText()).contains("means nothing");
    }

    private List<String> selected() {
        return Arrays.stream(PosixFilePermission.values())
                .map(Enum::name)
                .filter(name -> bit(name).isSelected())
                .toList();
    }

    private ToggleButton bit(String name) {
        return lookup("#bit-" + name).queryAs(ToggleButton.class);
    }
}
