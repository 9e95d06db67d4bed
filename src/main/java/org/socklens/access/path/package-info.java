/// What lies on the way: a path walked component by component as the kernel does, and the facts of each node.
/// Calls posix only. Makes system calls, so not for the FX thread.
package org.socklens.access.path;
