package org.socklens.ui.app;

/// Shows one unexpected fault to the person. FX thread only.
interface ErrorShower {
    /// Shows `report`; calls `seen` when the person has put it away.
    void show(ErrorReport report, Runnable seen);

    /// Says beside the fault being shown that `count` more have happened since.
    void tellFurther(int count);

    /// Takes away what is shown, without asking.
    void hide();
}
