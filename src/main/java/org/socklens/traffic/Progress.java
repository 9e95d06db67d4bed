package org.socklens.traffic;

/// Watches a long walk over a transcript. Called on the walking thread, every few hundred rows.
public interface Progress {
    /// Neither shown nor ever cancelled.
    Progress NONE = new Progress() {
        @Override
        public void reached(long rows) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// How many rows were looked at so far.
    void reached(long rows);

    /// Whether the walk is to end early.
    boolean isCancelled();
}
