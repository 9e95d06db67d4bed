/// The client panel: connect, type, send, and see what comes back.
/// May call `endpoint`, `socket`, `traffic` and `ui.control`.
package org.socklens.ui.client;
