/// The transcript as a person reads it: rows, bytes of the selected one, find, filter, copy, save.
/// Calls `traffic`, the grid and the other shared controls; never a panel.
package org.socklens.ui.control.transcript;
