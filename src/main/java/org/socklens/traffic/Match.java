package org.socklens.traffic;

/// Where a search found its bytes.
///
/// @param row    the row that holds the last byte of the match
/// @param from   where the match begins in that row's bytes; negative when it begins in an earlier chunk of the stream
/// @param length bytes of the match
public record Match(long row, int from, int length) {}
