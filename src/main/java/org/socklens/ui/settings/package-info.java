/// What lasts from one run to the next, and the file in the person's configuration directory that holds it.
/// Calls nobody; only `ui.app` calls it.
package org.socklens.ui.settings;
