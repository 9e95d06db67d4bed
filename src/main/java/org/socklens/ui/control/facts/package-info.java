/// What is known of one connection's peer, live: credentials, queues, buffers, socket. A strip that panels open.
/// May call `system` and `socket` for their values, and `ui.control`.
package org.socklens.ui.control.facts;
