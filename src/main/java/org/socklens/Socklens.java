package org.socklens;

/// The way in.
public final class Socklens {
    private Socklens() {}

    /// Starts the program.
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
