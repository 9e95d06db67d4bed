/// The language of the filter: words and `key:word`, all of which must hold.
/// Calls `system.report` for what a socket is in words.
package org.socklens.system.filter;
