package org.tafelronde.webchat;

import java.util.function.LongFunction;

/** Writes on the board, one writer at a time, and tells who watches. */
final class Pen {
    private final Board board;
    private final Ear ear;
    private final Runnable afterwards;

    Pen(Board board, Ear ear, Runnable afterwards) {
        this.board = board;
        this.ear = ear;
        this.afterwards = afterwards;
    }

    /**
     * @param work is given a number of its own, for one message or change
     */
    <T> T write(LongFunction<T> work) {
        T result = board.inOne(() -> {
            long n = board.next();
            ear.takeMarksOff();
            return work.apply(n);
        });
        afterwards.run();
        return result;
    }
}
