/// The window around the panels: navigation, theme and zoom, commands and their keys, the error window, and the one
/// place where everything is built and wired. May call every other room of `ui` and below; only `ui.tour` calls it.
package org.socklens.ui.app;
