/// The door for every system with Java: stream sockets with path names on `java.nio.channels`, as on macOS and Windows.
/// May call `socket` and the values of `posix`; only `ui.app` opens this door.
package org.socklens.socket.portable;
