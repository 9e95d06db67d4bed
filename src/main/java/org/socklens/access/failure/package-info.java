/// Why a call on a socket failed: the sentence that a panel shows.
/// Calls account, path, verdict and occupant. Looks at files, so not for the FX thread.
package org.socklens.access.failure;
