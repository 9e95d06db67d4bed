/// Draws a picture of `system.picture` on a canvas, to be zoomed, moved and clicked, and into files.
/// Calls `ui.control`.
package org.socklens.ui.sockets.graph;
