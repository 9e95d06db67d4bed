package org.socklens.ui.app;

import java.util.function.LongConsumer;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;
import org.socklens.endpoint.pair.ChildProgram;
import org.socklens.posix.CallTrace;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Transcript;
import org.socklens.ui.pair.PairController;
import org.socklens.ui.pair.PairModel;
import org.socklens.ui.pair.PairPage;
import org.socklens.ui.pair.PairSideController;

/// Builds the page of the socket pair and what stands behind it. FX thread only.
public final class PairTool {
    private static final String MAIN_CLASS = "org.socklens.Socklens";

    private final PairModel model;
    private final Page page;

    /// @param trace    where the calls of the parent stand
    /// @param showCall shows one of them by its number
    PairTool(CallTrace trace, ClosingStack resources, Pulse pulse, LongConsumer showCall) {
        model = resources.add(new PairModel(
                new LinuxSocketDoor(trace),
                ChildProgram.ofThisProgram(MAIN_CLASS),
                new Transcript(Limits.standard()),
                new Transcript(Limits.standard())));
        PairSideController parent = new PairSideController(model.parent());
        PairSideController child = new PairSideController(model.child());
        PairPage content = new PairPage(
                Fxml.load(PairController.class, "PairPanel.fxml", new PairController(model)),
                Fxml.load(PairSideController.class, "PairSide.fxml", parent),
                Fxml.load(PairSideController.class, "PairSide.fxml", child));
        parent.transcript().setOnShowCall(showCall);
        pulse.add(model::refresh);
        pulse.add(parent::refresh);
        pulse.add(child::refresh);
        page = new Page(
                "pair",
                "Pair",
                Feather.REPEAT,
                content,
                Command.of("pair-run", "Make the pair and play ping and pong", model::run, Keys.shortcut(KeyCode.R)),
                Command.of("pair-stop", "Stop the pair", model::stop, Keys.shortcut(KeyCode.S)),
                Command.of("pair-message", "Go to the parent's message", parent::focusMessage, Keys.shortcut(KeyCode.M)),
                Command.of("pair-child", "Go to the child's message", child::focusMessage, Keys.shortcut(KeyCode.K)));
    }

    /// The page in the navigation.
    public Page page() {
        return page;
    }

    /// The model of the pair.
    public PairModel model() {
        return model;
    }
}
