package org.socklens.system.picture;

/// What a colour is for; which one it is, the theme says.
public enum Ink {
    /// Words.
    WORDS,
    /// Words that matter less.
    MUTED,
    /// Lines between things.
    LINE,
    /// The ground of the picture.
    GROUND,
    /// The ground of a card.
    CARD,
    /// The border of a card.
    BORDER,
    /// What belongs to the selected socket.
    ACCENT,
    /// The ground of what belongs to the selected socket.
    ACCENT_GROUND,
    /// Where one can be reached.
    PORT,
    /// The ground of where one can be reached.
    PORT_GROUND,
    /// A process of root.
    ROOT,
    /// A process of this user.
    OWN,
    /// A process of somebody else.
    OTHER
}
