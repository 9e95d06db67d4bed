/// Programs that take part: our own in a JVM of their own, small C programs compiled here, and what is installed.
/// Calls nobody.
package org.socklens.bench.process;
