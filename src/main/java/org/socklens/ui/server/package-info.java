/// The server panel: an echo listener on a path of the person's choice.
/// May call `access`, `endpoint`, `socket`, `traffic` and `ui.control`.
package org.socklens.ui.server;
