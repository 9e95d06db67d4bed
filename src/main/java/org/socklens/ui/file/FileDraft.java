package org.socklens.ui.file;

import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.posix.FileStatus;

/// Owner, group and mode of a file as fields that a person edits: bits, octal and letters in step. While nothing is
/// changed they follow the file. FX thread only; needs no toolkit.
public final class FileDraft {
    private final IntegerProperty mode = new SimpleIntegerProperty(this, "mode");
    private final StringProperty octal = new SimpleStringProperty(this, "octal", "");
    private final StringProperty symbolic = new SimpleStringProperty(this, "symbolic", "");
    private final StringProperty owner = new SimpleStringProperty(this, "owner", "");
    private final StringProperty group = new SimpleStringProperty(this, "group", "");
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(this, "editable");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyBooleanWrapper octalValid = new ReadOnlyBooleanWrapper(this, "octalValid", true);
    private final ReadOnlyBooleanWrapper symbolicValid = new ReadOnlyBooleanWrapper(this, "symbolicValid", true);
    private @Nullable SocketFile base;

    FileDraft() {
        mode.subscribe(this::writeMode);
        octal.subscribe(typed -> read(octalValid, ModeText.parseOctal(typed.strip())));
        symbolic.subscribe(typed -> read(symbolicValid, ModeText.parseSymbolic(typed.strip())));
        owner.subscribe(this::compare);
        group.subscribe(this::compare);
    }

    /// The twelve mode bits.
    public IntegerProperty modeProperty() {
        return mode;
    }

    /// The mode in octal, as typed.
    public StringProperty octalProperty() {
        return octal;
    }

    /// Whether [#octalProperty] is a mode; the bits stay as they were while it is not.
    public ReadOnlyBooleanProperty octalValidProperty() {
        return octalValid.getReadOnlyProperty();
    }

    /// The mode in letters, as typed: `srw-rw----`.
    public StringProperty symbolicProperty() {
        return symbolic;
    }

    /// Whether [#symbolicProperty] is a mode; the bits stay as they were while it is not.
    public ReadOnlyBooleanProperty symbolicValidProperty() {
        return symbolicValid.getReadOnlyProperty();
    }

    /// The owner by name or number, as typed.
    public StringProperty ownerProperty() {
        return owner;
    }

    /// The group by name or number, as typed.
    public StringProperty groupProperty() {
        return group;
    }

    /// Whether there is a file to change.
    public ReadOnlyBooleanProperty editableProperty() {
        return editable.getReadOnlyProperty();
    }

    /// Whether anything differs from the file.
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// What is wanted; null when nothing is changed or a mode is mistyped.
    @Nullable Draft draft() {
        boolean valid = octalValid.get() && symbolicValid.get();
        return changed.get() && valid ? asTyped() : null;
    }

    /// The fields as they stand, with the last bits that were valid.
    Draft asTyped() {
        return new Draft(owner.get(), group.get(), mode.get());
    }

    /// Takes a new look at the file in: changes that a person has begun stay, unless it is another file.
    void show(@Nullable SocketFile file) {
        boolean keep = changed.get() && sameFile(base, file);
        base = file;
        editable.set(file != null && file.node() != null);
        if (keep) {
            compare();
        } else {
            revert();
        }
    }

    /// Back to what the file is.
    void revert() {
        SocketFile file = base;
        FileNode node = file == null ? null : file.node();
        owner.set(file == null || file.owner() == null ? "" : file.owner());
        group.set(file == null || file.group() == null ? "" : file.group());
        mode.set(node == null ? 0 : node.status().permissions());
        octal.set(node == null ? "" : octal());
        symbolic.set(node == null ? "" : symbolic());
        compare();
    }

    private static boolean sameFile(@Nullable SocketFile one, @Nullable SocketFile two) {
        FileNode left = one == null ? null : one.node();
        FileNode right = two == null ? null : two.node();
        return left != null && right != null && left.status().sameFile(right.status());
    }

    private void read(ReadOnlyBooleanWrapper valid, OptionalInt typed) {
        valid.set(typed.isPresent() || !editable.get());
        typed.ifPresent(mode::set);
        compare();
    }

    /// Writes the bits where they do not stand already, so that what is being typed keeps its form.
    private void writeMode() {
        if (!ModeText.parseOctal(octal.get().strip()).equals(OptionalInt.of(mode.get()))) {
            octal.set(octal());
        }
        if (!ModeText.parseSymbolic(symbolic.get().strip()).equals(OptionalInt.of(mode.get()))) {
            symbolic.set(symbolic());
        }
        compare();
    }

    private String octal() {
        return ModeText.octal(mode.get());
    }

    private String symbolic() {
        FileNode node = base == null ? null : base.node();
        int type = node == null ? 0 : node.status().mode() & ~07777;
        return ModeText.symbolic(type | mode.get());
    }

    private void compare() {
        SocketFile file = base;
        FileNode node = file == null ? null : file.node();
        changed.set(file != null && node != null && differs(file, node.status()));
    }

    private boolean differs(SocketFile file, FileStatus status) {
        boolean sameOwner = owner.get().strip().equals(file.owner()) && group.get().strip().equals(file.group());
        boolean valid = octalValid.get() && symbolicValid.get();
        return !sameOwner || !valid || mode.get() != status.permissions();
    }
}
