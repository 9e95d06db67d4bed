/// What a Unix socket is: type, address, listener, connection, datagrams, credentials and descriptors, and the door that
/// opens them.
/// May call `posix` for [org.socklens.posix.Errno] only; each platform's door lives in a room below.
package org.socklens.socket;
