package org.tafelronde;

/** The server cannot listen: another program does already, or this port is not for everybody. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTaken(String port) {
        super("port " + port
                + " is in use already, or may not be used; stop the other program, or choose another port with"
                + " TAFELRONDE_PORT");
    }
}
