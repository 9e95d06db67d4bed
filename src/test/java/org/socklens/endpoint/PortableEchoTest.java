package org.socklens.endpoint;

import org.socklens.posix.CallTrace;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.portable.PortableSocketDoor;

/// The portable door keeps the contract.
class PortableEchoTest extends EchoContract {
    @Override
    SocketDoor door(CallTrace trace) {
        return new PortableSocketDoor();
    }
}
