package org.socklens.ui.control.descriptor;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.DescriptorHolder;
import org.socklens.endpoint.HeldDescriptor;
import org.socklens.ui.control.ListUpdate;

/// The descriptors that a panel's endpoint holds, and what is done with them. FX thread only; needs no toolkit.
public final class DescriptorsModel {
    private final ObservableList<HeldDescriptor> held = FXCollections.observableArrayList();
    private @Nullable DescriptorHolder holder;

    /// Those that are held.
    public ObservableList<HeldDescriptor> held() {
        return held;
    }

    /// Takes in what `current` holds now; once a pulse.
    public void refresh(DescriptorHolder current) {
        holder = current;
        ListUpdate.show(held, current.descriptors());
    }

    /// Reads from one; the transcript tells what was found.
    public void read(int number) {
        if (holder != null) {
            holder.readDescriptor(number);
        }
    }

    /// Closes one.
    public void close(int number) {
        if (holder != null) {
            holder.closeDescriptor(number);
        }
    }
}
