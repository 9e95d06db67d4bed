/// What stands at the end of a path: a free name, a socket that somebody serves, one that nobody does, or something
/// else. Calls path and account, and the socket diagnosis of posix. Never connects.
package org.socklens.access.occupant;
