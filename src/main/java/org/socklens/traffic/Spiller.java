package org.socklens.traffic;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The thread `socklens-spill`: moves pages to the spill file, and frees the store when it is closed.
final class Spiller implements Runnable {
    private final PageStore store;
    private @Nullable SpillFile file;

    Spiller(PageStore store) {
        this.store = store;
    }

    Thread start() {
        return Thread.ofPlatform().daemon().name("socklens-spill").start(this);
    }

    @Override
    public void run() {
        try {
            for (SpillJob job = store.nextJob(); job != null; job = store.nextJob()) {
                switch (job) {
                    case SpillJob.Move move -> move(move);
                    case SpillJob.Empty _ -> empty();
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Nobody else knows this thread.", interrupted);
        } finally {
            store.free();
            close();
        }
    }

    private void move(SpillJob.Move move) {
        try {
            openFile().write(move.slot(), move.memory());
            store.moved(move);
        } catch (IOException failure) {
            store.notMoved(move, failure);
        }
    }

    private void empty() {
        try {
            openFile().empty();
        } catch (IOException failure) {
            store.notEmptied(failure);
        }
    }

    private SpillFile openFile() throws IOException {
        SpillFile known = file;
        if (known == null) {
            known = SpillFile.create();
            file = known;
            store.opened(known);
        }
        return known;
    }

    private void close() {
        SpillFile used = file;
        if (used != null) {
            used.close();
        }
    }
}
