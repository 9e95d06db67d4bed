/// Try it: a real connect, as this process or as somebody else, beside what the rules said.
/// Calls account, occupant, verdict and posix. A server sees the connection come and go.
package org.socklens.access.attempt;
