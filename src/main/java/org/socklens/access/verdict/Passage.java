package org.socklens.access.verdict;

import org.socklens.access.path.PathStep;

/// A node of the walk that was asked for rights, and its answer.
public record Passage(PathStep step, Decision decision) {}
