/// The page of every Unix socket of the machine: table, filter, details, picture, export.
/// May call `system`, `access`, and `ui.control`; what it leads to elsewhere it is given.
package org.socklens.ui.sockets;
