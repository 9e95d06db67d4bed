package org.socklens.ui.client;

/// What a datagram client is bound to, so that answers find it.
public enum OwnName {
    AUTOBIND("autobind", "The kernel chooses a free abstract name: answers come there"),
    NAMED("named", "A path or an abstract name of your choice: answers come there"),
    UNBOUND("unbound", "No name: no answer can come");

    private final String label;
    private final String hint;

    OwnName(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /// What its segment says.
    public String label() {
        return label;
    }

    /// What it means.
    public String hint() {
        return hint;
    }
}
