package org.socklens.endpoint;

/// A message that is sent again and again, as it stands.
///
/// @param sent how often it was sent
/// @param skipped how often it was left out because something still waited to be sent
public record Repetition(long sent, long skipped) {}
