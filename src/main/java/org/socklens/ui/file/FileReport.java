package org.socklens.ui.file;

import org.socklens.access.occupant.SocketFile;
import org.socklens.access.verdict.Verdict;

/// One look at a path, with the answer in words for this process.
///
/// @param headline the answer alone
/// @param reason why
public record FileReport(SocketFile file, Verdict verdict, String headline, String reason) {}
