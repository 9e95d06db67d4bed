/// An empty JavaFX window, packaged as Socklens is: what a start costs before the program itself has done anything.
module org.socklens.empty {
    requires javafx.controls;

    exports org.socklens.empty to
            javafx.graphics;
}
