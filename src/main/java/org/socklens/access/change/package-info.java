/// Make it so: change owner, group and mode, or remove a stale socket; always the very node that was looked at.
/// Calls account, path, occupant, verdict and posix. Not for the FX thread.
package org.socklens.access.change;
