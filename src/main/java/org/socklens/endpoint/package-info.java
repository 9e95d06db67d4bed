/// Things that run: the echo server and the client, each with one event loop of its own.
/// May call `socket` and `traffic`; nobody here knows JavaFX.
package org.socklens.endpoint;
