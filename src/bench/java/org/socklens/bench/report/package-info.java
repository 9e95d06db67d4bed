/// What was found: samples, tables and figures, as a page of Markdown.
/// Calls nobody.
package org.socklens.bench.report;
