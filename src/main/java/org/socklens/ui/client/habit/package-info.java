/// What the client does beyond one message at once: pieces, repeating, files, reconnecting; a menu to set it up and rows
/// that show what is under way. May call `endpoint` and `ui.control`.
package org.socklens.ui.client.habit;
