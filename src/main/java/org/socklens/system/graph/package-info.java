/// Who talks to whom: processes as nodes, what connects them as edges.
/// Calls `system` and `system.report` for words.
package org.socklens.system.graph;
