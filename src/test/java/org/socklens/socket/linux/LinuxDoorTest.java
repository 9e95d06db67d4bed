package org.socklens.socket.linux;

import org.socklens.posix.CallTrace;
import org.socklens.socket.DoorContract;
import org.socklens.socket.SocketDoor;

/// Linux's door keeps the contract of every door.
class LinuxDoorTest extends DoorContract {
    @Override
    protected SocketDoor door() {
        return new LinuxSocketDoor(CallTrace.discarding());
    }
}
