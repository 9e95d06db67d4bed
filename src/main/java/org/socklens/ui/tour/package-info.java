/// The main job played by itself, step by step, with pictures.
/// Drives the window that `ui.app` wires, through the panels' models.
package org.socklens.ui.tour;
