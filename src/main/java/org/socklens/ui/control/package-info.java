/// Controls and helpers that several panels share: transcript view, hex dump, mode grid, words for failures.
/// May call `traffic`, `access`, `socket`; no panel and not `ui.app`.
package org.socklens.ui.control;
