/// The engine as an echo server beside the same loop in C, socat and ncat, all driven by one C program.
/// Calls `endpoint` and what is below it; `bench.process`, `bench.report`.
package org.socklens.bench.echo;
