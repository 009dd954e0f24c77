package org.tafelronde.webchat;

class MemoryBoardTest extends BoardContract {
    @Override
    protected Board board() {
        return new MemoryBoard();
    }
}
