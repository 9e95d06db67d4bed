/// The door on Linux: sockets through system calls, readiness through epoll.
/// May call `socket` and `posix`; only `ui.app` opens this door.
package org.socklens.socket.linux;
