/// A socket pair and its two processes: this one, and a child that is the program itself started anew.
/// May call `endpoint`, `socket` and `traffic`; nobody here knows JavaFX, and the child never loads it.
package org.socklens.endpoint.pair;
