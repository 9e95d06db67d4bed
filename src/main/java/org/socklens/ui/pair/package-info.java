/// The page of the socket pair: parent and child side by side, each with what it holds and what it moved.
/// Calls `endpoint.pair`, `traffic` and `ui.control`.
package org.socklens.ui.pair;
