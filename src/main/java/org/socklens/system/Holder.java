package org.socklens.system;

/// A descriptor by which a process holds a socket open.
public record Holder(MachineProcess process, int fd) {}
