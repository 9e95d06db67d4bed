package org.socklens.ui.pair;

import org.socklens.endpoint.pair.Side;

/// What a card tells of one descriptor that a process holds, or held.
///
/// @param end   the side that the end belongs to: it gives the card its colour
/// @param title `fd 30`, or `closed`
/// @param role  which end it is to its process
/// @param facts socket inode and flags, as `/proc` tells them
/// @param open  whether the process holds it
public record HeldCard(Side end, String title, String role, String facts, boolean open) {}
