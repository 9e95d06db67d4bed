/// The system calls panel: every call that the other panels caused.
/// May read the trace of `posix`, and call `ui.control`.
package org.socklens.ui.calls;
