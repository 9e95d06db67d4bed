/// The C library through `java.lang.foreign`: one method a system call, each told to the trace.
/// Calls nobody. [Errno] and [CallTrace] are for everyone; the calls are for `socket.linux`, `system` and `access`.
package org.socklens.posix;
