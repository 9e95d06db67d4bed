/// The list of every Unix socket, beside `ss`, `lsof` and `lsfd`.
/// May call `bench.report`, `bench.process`, and `system`.
package org.socklens.bench.sockets;
