/// A socket in words: the columns of the table, and the same as CSV and JSON.
/// Calls `system` and `socket`; whoever asks brings the names of users.
package org.socklens.system.report;
