package org.socklens.ui.file;

/// Owner, group and mode as a person wants them, the names still as typed.
///
/// @param owner a name or a number
/// @param group a name or a number
/// @param permissions the twelve bits
public record Draft(String owner, String group, int permissions) {}
