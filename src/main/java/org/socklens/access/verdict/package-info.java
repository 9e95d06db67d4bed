/// May they: the kernel's own rules, applied to a walk that was made before. Nothing here touches a file.
/// Calls path and account, and knows the errno of posix.
package org.socklens.access.verdict;
