package org.tafelronde.chat;

/** The one way in. Nothing behind it touches a network. */
public interface Door {
    /**
     * Hears something. When this returns, whatever follows from it is committed: the adapter acknowledges only then. When it throws,
     * nothing is kept and the platform may send it again.
     */
    Answer hear(Incoming what);
}
