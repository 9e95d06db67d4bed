/// How much is moved and how fast: the strip of numbers and small pictures below a transcript.
/// May call `ui.control` and `traffic`.
package org.socklens.ui.control.statistics;
