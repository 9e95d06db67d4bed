/// The way in: what the program was asked to do, and who does it.
/// Calls `ui.app` and `ui.tour`; nobody calls it.
package org.socklens;
