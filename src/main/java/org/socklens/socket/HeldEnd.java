package org.socklens.socket;

/// A descriptor of a process that refers to one end of a socket pair.
///
/// @param descriptor its number in that process
/// @param inode of the end: the same in every process that holds a copy
/// @param closeOnExec whether it closes when that process starts another program; a matter of this descriptor alone
/// @param nonBlocking a matter of the end, so the same for all its copies
public record HeldEnd(int descriptor, long inode, boolean closeOnExec, boolean nonBlocking) {}
