package steps;

import java.nio.file.Path;

/// A directory that holds the program and all that it needs to run.
///
/// @param root          the directory itself
/// @param launcher      what a person starts
/// @param app           the launcher's own files; `$APPDIR` in its configuration
/// @param configuration what the launcher reads: main class and options of the virtual machine
/// @param runtime       the Java runtime (`java.home`)
/// @param libraries     where that runtime looks for native libraries
record AppImage(Path root, Path launcher, Path app, Path configuration, Path runtime, Path libraries) {}
