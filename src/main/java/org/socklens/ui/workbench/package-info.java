/// The page that lays server, client, socket file and system calls side by side.
/// Knows only the nodes that it is given, and no panel.
package org.socklens.ui.workbench;
