package org.socklens.endpoint;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.habit.Pace;
import org.socklens.socket.Passable;
import org.socklens.socket.SocketDoor;
import org.socklens.traffic.Transcript;

/// Connects, sends what it is given and tells every chunk that comes.
///
/// A client connects once. Methods are for any thread and do not wait, but for [#close].
public final class Client implements DescriptorHolder, AutoCloseable {
    /// How many bytes may wait to be sent before [#send] refuses more.
    public static final long MAX_WAITING = 512L << 20;

    private final EventLoop loop;
    private final Talking talking;
    private final Descriptors descriptors = new Descriptors();
    private volatile int readSize;
    private volatile ClientState state = new ClientState.Connecting();

    /// A client that tells what it moves to `transcript`.
    public Client(SocketDoor door, ClientSettings settings, Transcript transcript) {
        readSize = settings.readSize();
        Timers timers = new Timers();
        talking = new Talking(
                settings, transcript, timers, descriptors, () -> readSize, now -> state = now, this::stop);
        loop = new EventLoop(door, "client", timers, talking);
    }

    /// Connects in the background; [#state] tells how it went.
    public void connect() {
        loop.start();
    }

    /// How the client is now.
    public ClientState state() {
        return state;
    }

    /// Bytes that were given to [#send] and not yet taken by the kernel.
    public long waiting() {
        return talking.outbox().waiting();
    }

    /// Sends in the background, after what was given before. False when too much waits already: nothing is sent then.
    ///
    /// @param bytes are not copied and must not change
    public boolean send(byte[] bytes) {
        if (!talking.outbox().reserve(bytes.length, MAX_WAITING)) {
            return false;
        }
        loop.execute(() -> talking.send(bytes));
        return true;
    }

    /// Sends in the background with a descriptor beside the bytes, which is opened for it and closed here afterwards.
    /// Refused while other bytes wait to be sent: [ClientState.Connected#refusal] says so.
    ///
    /// @param bytes at least one on a stream; not copied
    public void pass(byte[] bytes, Passable what) {
        loop.execute(() -> talking.pass(bytes, what));
    }

    @Override
    public List<HeldDescriptor> descriptors() {
        return descriptors.list();
    }

    @Override
    public void readDescriptor(int number) {
        loop.execute(() -> descriptors.read(number));
    }

    @Override
    public void closeDescriptor(int number) {
        loop.execute(() -> descriptors.close(number));
    }

    /// Asks for other buffer sizes (`SO_SNDBUF`, `SO_RCVBUF`), in bytes; the kernel has its own mind.
    public void bufferSizes(int send, int receive) {
        loop.execute(() -> talking.bufferSizes(send, receive));
    }

    /// How fast bytes are given to the kernel from now on. Also before [#connect].
    public void pace(Pace pace) {
        loop.execute(() -> talking.outbox().pace(pace));
    }

    /// Sends a message every `millis` milliseconds, the first time at once, until [#stopRepeating] or the end. It is
    /// left out while something waits to be sent.
    public void repeat(byte[] message, int millis) {
        loop.execute(() -> talking.outbox().repeat(message, millis));
    }

    /// Repeats no more.
    public void stopRepeating() {
        loop.execute(() -> talking.outbox().stopRepeating());
    }

    /// How often the message was repeated; null when none is.
    public @Nullable Repetition repetition() {
        return talking.outbox().repetition();
    }

    /// Sends a regular file, block by block: of messages each of 4,096 bytes, or as long as the pieces are.
    /// [#file] tells how far it is, and why it could not be read.
    public void sendFile(Path file) {
        loop.execute(() -> talking.outbox().sendFile(file));
    }

    /// Sends no more of the file; what the kernel has taken stays sent.
    public void cancelFile() {
        loop.execute(() -> talking.outbox().cancelFile());
    }

    /// How far the latest file is; null before the first.
    public @Nullable FileProgress file() {
        return talking.outbox().progress();
    }

    /// After what waits is sent, the peer sees end of stream; receiving goes on.
    public void halfClose() {
        loop.execute(talking::halfClose);
    }

    /// The most bytes that one receive takes from now on.
    public void readSize(int bytes) {
        readSize = ServerSettings.requireReadSize(bytes);
    }

    /// Ends in order and in the background: half-closes, takes what still comes for a moment, closes. What waits to be
    /// sent is given up, and the transcript says so.
    public void disconnect() {
        loop.execute(talking::sayFarewell);
    }

    private void stop() {
        loop.stop();
    }

    /// Closes at once and waits until it is done. Twice is fine; only after [#connect].
    @Override
    public void close() {
        stop();
        try {
            loop.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
