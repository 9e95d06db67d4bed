package org.socklens.bench;

import org.socklens.bench.report.Report;

/// Measures one thing. Named on the command line by its class, so it has a constructor without parameters.
public interface Benchmark {
    /// What is measured, as a heading.
    String title();

    /// Measures, with its peers in turn and in this run, and tells what it found.
    void run(Report report) throws Exception;
}
