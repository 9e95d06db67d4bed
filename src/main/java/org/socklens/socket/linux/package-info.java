/// The door on Linux: sockets through system calls, readiness through epoll.
/// May call `socket` and `posix`; only `ui.app`, and the program when it is a pair's child, open this door.
package org.socklens.socket.linux;
