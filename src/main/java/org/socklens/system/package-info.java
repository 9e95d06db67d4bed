/// Every Unix socket of the machine and the processes that hold both ends, as values of one look.
/// Calls `socket` for its words (type, address) and `posix` for errno; what makes the look is `system.scan`.
package org.socklens.system;
