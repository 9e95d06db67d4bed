/// Who may connect to a path, what exactly stands in the way, and how to change it. Calls posix only.
///
/// No class stands here; each room has one question:
/// - [account][org.socklens.access.account]: who asks
/// - [path][org.socklens.access.path]: what lies on the way
/// - [verdict][org.socklens.access.verdict]: may they
/// - [occupant][org.socklens.access.occupant]: what stands at the end
/// - [failure][org.socklens.access.failure]: why a call failed
/// - [attempt][org.socklens.access.attempt]: what the kernel really answers
/// - [change][org.socklens.access.change]: make it so
package org.socklens.access;
