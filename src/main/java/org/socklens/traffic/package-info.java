/// What was moved, when and in which direction: chunks and events kept in bounded memory, searched and exported.
/// Calls nobody but the pure helper `posix.Utf8`; knows no socket and no window.
package org.socklens.traffic;
