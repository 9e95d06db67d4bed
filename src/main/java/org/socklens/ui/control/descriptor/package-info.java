/// The open descriptors that an endpoint holds, as a table.
/// May call `endpoint`, `socket` and `ui.control`; no panel.
package org.socklens.ui.control.descriptor;
