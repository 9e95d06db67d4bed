package org.socklens.ui.control.transcript;

/// What the view tells the person beside the rows.
interface Notices {
    /// A few words that may go away by themselves.
    void tell(String words);

    /// Whole sentences that stay until the person has done something about them.
    void warn(String sentences);
}
