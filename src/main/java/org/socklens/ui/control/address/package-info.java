/// How an address is typed: a path, or with a switch an abstract name of any bytes.
/// May call `ui.control`, `socket` and `posix`'s values; no panel.
package org.socklens.ui.control.address;
