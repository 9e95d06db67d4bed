/// Controls that several panels share: transcript, bytes, mode bits, paths.
/// Calls `traffic` and AtlantaFX; never a panel.
package org.socklens.ui.control;
