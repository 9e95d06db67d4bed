/// Who asks: users, groups and what they are allowed to bypass.
/// Calls posix only. Looking up a name may block on the network: not for the FX thread.
package org.socklens.access.account;
