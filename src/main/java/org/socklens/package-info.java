/// The way in: what the program was asked to do, and who does it.
/// Calls `ui.app`, `ui.tour` and, as the child of a socket pair, `endpoint.pair`; nobody calls it.
package org.socklens;
