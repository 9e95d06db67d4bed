/// Everything about one socket in words, and the pane that shows it.
/// Calls `system`, `access` and `ui.control`.
package org.socklens.ui.sockets.detail;
