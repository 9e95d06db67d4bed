/// The transcript alone: what recording costs, how it is searched, that it stays bounded.
/// Calls `traffic` and `endpoint`; `bench.report`, `bench.process`.
package org.socklens.bench.record;
