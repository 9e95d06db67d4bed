/// The whole window, on a screen that nobody sees: how smooth it is during a flood, and how much memory it takes.
/// Calls `ui.app` and what is below it; `bench.process`, `bench.report`.
package org.socklens.bench.window;
