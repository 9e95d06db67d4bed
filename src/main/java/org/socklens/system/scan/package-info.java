/// Makes a look at the machine: the kernel's list of sockets, the walk over everybody's descriptors, the socket files.
/// Calls `posix` and `socket`; gives values of `system`.
package org.socklens.system.scan;
