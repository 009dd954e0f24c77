package org.tafelronde.rehearsal;

/** Who wants to know how a rehearsal goes. Called by several threads. */
public interface Watcher {
    Watcher NOBODY = question -> {};

    /** What a virtual person asked was answered to them: from now on it may not be lost. */
    void acknowledged(String question);
}
