package org.socklens.ui.app;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import javafx.stage.Stage;
import javafx.scene.Node;
import javafx.scene.Parent;
class DebugTest extends ApplicationTest {
  @org.jspecify.annotations.Nullable Wiring w; 
  @Override public void start(Stage s){ s.setX(0); s.setY(0); Wiring v = new Wiring(s, null); w = v; v.show(); }
  @Test void x() { press(javafx.scene.input.KeyCode.F1); release(javafx.scene.input.KeyCode.F1); org.testfx.util.WaitForAsyncUtils.sleep(1, java.util.concurrent.TimeUnit.SECONDS); interact(() -> dump(java.util.Objects.requireNonNull(w).stage().getScene().getRoot(), "")); }
  static void dump(Node n, String in) { System.out.println(in + n + " " + n.getLayoutX()+","+n.getLayoutY()+" "+n.getLayoutBounds().getWidth()+"x"+n.getLayoutBounds().getHeight()+" vis "+n.isVisible()+" op "+n.getOpacity());
    if (n instanceof Parent p) for (Node c : p.getChildrenUnmodifiable()) dump(c, in+"  "); }
}
