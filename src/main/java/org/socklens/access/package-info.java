/// Who may connect to a path, what exactly stands in the way, and how to change it. No class stands here: each room has
/// one question. [account][org.socklens.access.account] who asks, [path][org.socklens.access.path] what lies on the
/// way, [verdict][org.socklens.access.verdict] may they, [occupant][org.socklens.access.occupant] what stands at the
/// end, [change][org.socklens.access.change] make it so, [failure][org.socklens.access.failure] why a call failed.
package org.socklens.access;
