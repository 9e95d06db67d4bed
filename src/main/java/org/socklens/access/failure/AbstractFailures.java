package org.socklens.access.failure;

import java.util.List;
import java.util.Optional;
import org.socklens.access.failure.Explanation.Words;
import org.socklens.access.occupant.BoundSocket;
import org.socklens.posix.Errno;
import org.socklens.posix.PathText;

/// Failures of calls on an abstract name: there is no file to look at, only whoever has bound the name. Each type of
/// socket has abstract names of its own, so that another type at the same name is not in the way and not found.
final class AbstractFailures {
    private final String type;
    private final String address;
    private final Optional<BoundSocket> same;
    private final Optional<BoundSocket> other;

    /// @param type of the socket that made the call
    /// @param bound the sockets that have the name
    AbstractFailures(String type, byte[] name, List<BoundSocket> bound) {
        this.type = type;
        address = "@" + PathText.quoted(name);
        same = bound.stream().filter(socket -> socket.type().equals(type)).findFirst();
        other = bound.stream().filter(socket -> !socket.type().equals(type)).findFirst();
    }

    Words of(String call, Errno errno) {
        return switch (errno.symbol()) {
            case "ECONNREFUSED" -> call.equals("connect") ? refused() : gone();
            case "EADDRINUSE" -> taken();
            case "EAGAIN" -> full();
            case "EPERM" -> new Words(
                    "The DGRAM socket at " + address + " is connected, and takes messages from its own peer only.",
                    "Ask its owner for another address.");
            case "ECONNRESET" -> PeerFailures.reset();
            case "EPIPE" -> PeerFailures.closed();
            case "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM" -> LimitFailures.exhausted(errno);
            default -> new Words(
                    "It concerns the abstract name " + address + ".", "man 2 " + call + " lists what it can mean.");
        };
    }

    private Words gone() {
        return new Words("Whoever received at " + address + " has closed its socket.", "Start it again.");
    }

    private Words refused() {
        return same.map(this::refusing)
                .or(() -> other.map(this::wrongType))
                .orElseGet(() -> new Words(
                        "No socket of this network namespace has the abstract name " + address
                                + ". A container often has a namespace of its own.",
                        "Start the server first, in the same network namespace; every byte counts, NULs too."));
    }

    private Words refusing(BoundSocket bound) {
        return bound.isLive()
                ? new Words(
                        "%s refused, yet a live %s socket has that name now, held by %s."
                                .formatted(address, bound.type(), bound.holdersInWords()),
                        "Try again.")
                : new Words(
                        "A %s socket has the name %s but does not listen yet, held by %s."
                                .formatted(bound.type(), address, bound.holdersInWords()),
                        "Try again when the server has called listen.");
    }

    private Words wrongType(BoundSocket bound) {
        return new Words(
                "Only a %s socket has the abstract name %s, held by %s; names of %s sockets are kept apart from it."
                        .formatted(bound.type(), address, bound.holdersInWords(), type),
                "Connect with type " + bound.type() + ".");
    }

    private Words taken() {
        return same.map(bound -> new Words(
                        "A %s socket has the abstract name %s already, held by %s."
                                .formatted(bound.type(), address, bound.holdersInWords()),
                        "Stop that process first, or choose another name."))
                .orElseGet(() -> new Words(
                        "The abstract name " + address + " was taken a moment ago and is free now.", "Try again."));
    }

    private Words full() {
        String waiting = same.map(bound ->
                        " (%d wait, the backlog is %d)".formatted(bound.waiting(), bound.backlog()))
                .orElse("");
        return new Words(
                "The server at %s is alive, but its backlog is full%s: it does not accept fast enough."
                        .formatted(address, waiting),
                "Try again when it has accepted, or raise its backlog.");
    }
}
