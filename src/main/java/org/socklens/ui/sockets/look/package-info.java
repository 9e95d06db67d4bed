/// What the page shows, made in the background: one look at the machine, arranged as a person wants to see it.
/// Calls `system`, `access` and `ui.sockets.detail`; knows no control.
package org.socklens.ui.sockets.look;
