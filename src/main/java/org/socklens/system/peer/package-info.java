/// What can be told of one connection and of the process at its other end, from outside: by the socket's number.
/// May call `posix`.
package org.socklens.system.peer;
