package org.socklens.socket;

/// What a process can open to pass to another (SCM_RIGHTS, `man 7 unix`).
public sealed interface Passable {
    /// The longest content of a pipe in bytes that it takes at once without a reader (`man 7 pipe`).
    int PIPE_BYTES = 4096;

    /// What it is, at the start of a sentence.
    String words();

    /// A file, opened for reading.
    ///
    /// @param path where it is
    record File(Address.Path path) implements Passable {
        @Override
        public String words() {
            return "The file " + path;
        }
    }

    /// The end of a new pipe that is read, with a text in it; the other end is closed, so that the reader sees the end
    /// after it.
    ///
    /// @param content at most [#PIPE_BYTES] in UTF-8
    record PipeToRead(String content) implements Passable {
        @Override
        public String words() {
            return "The pipe";
        }
    }

    /// The end of a new pipe that is written to; the other end stays with the socket that passes it, to be read there.
    record PipeToWrite() implements Passable {
        @Override
        public String words() {
            return "The pipe";
        }
    }
}
