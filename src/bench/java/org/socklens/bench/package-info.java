/// Measures Socklens beside other programs and writes what it found; `mvn -q -Pbench` runs all of it.
/// May call everything of Socklens; nothing calls it.
package org.socklens.bench;
