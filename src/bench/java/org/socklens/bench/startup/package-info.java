/// How long it takes from the start of a program to its window, packaged.
/// May call `bench.process` and `bench.report`.
package org.socklens.bench.startup;
