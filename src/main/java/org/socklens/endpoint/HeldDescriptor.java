package org.socklens.endpoint;

import org.socklens.socket.PassedDescriptor;

/// A descriptor that an endpoint holds until somebody closes it or its connection.
///
/// @param connection the number of the connection that closes it; 0 for a socket that takes datagrams
public record HeldDescriptor(int connection, PassedDescriptor descriptor) {}
