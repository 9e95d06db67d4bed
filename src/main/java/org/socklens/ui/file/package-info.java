/// The socket file panel: what stands at a path, its owners and mode bits, and who may connect.
/// May call `access` and `ui.control`.
package org.socklens.ui.file;
