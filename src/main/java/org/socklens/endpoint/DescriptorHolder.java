package org.socklens.endpoint;

import java.util.List;

/// An endpoint that holds open descriptors. Methods are for any thread and do not wait.
public interface DescriptorHolder {
    /// Those that were received, and the ends of pipes that stayed here, as far as nobody has closed them.
    List<HeldDescriptor> descriptors();

    /// Reads from one of [#descriptors] in the background; the transcript tells what was found.
    void readDescriptor(int number);

    /// Closes one of [#descriptors] in the background.
    void closeDescriptor(int number);
}
