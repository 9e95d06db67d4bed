/// What is worth knowing of one process that holds sockets: read when a person asks, not in every look.
/// Reads `/proc` through the JDK; calls `system` for its values.
package org.socklens.system.detail;
