package org.socklens.ui.tour;

import java.util.function.BooleanSupplier;

/// One step: something is done, then something must show.
///
/// @param name the picture's name
/// @param tells what is told on standard output
/// @param action does it, on the FX thread
/// @param expected what must show, in words
/// @param shows whether it shows; asked once a pulse
record TourStep(String name, String tells, Runnable action, String expected, BooleanSupplier shows) {}
