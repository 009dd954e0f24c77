package org.tafelronde;

/** A setting with which the program cannot run; the message says which one, and what would do. */
public final class SettingProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private SettingProblem(String message) {
        super(message);
    }

    static SettingProblem portTaken(String port) {
        return new SettingProblem(
                "port " + port + " is in use already, or may not be used; stop the other program, or choose another"
                        + " port with TAFELRONDE_PORT");
    }

    static SettingProblem noPort(String said) {
        return new SettingProblem(
                "TAFELRONDE_PORT is no port: \"" + said + "\"; give a number from 1 to 65535, like 8080");
    }

    static SettingProblem noTimeZone(String said) {
        return new SettingProblem(
                "TAFELRONDE_TIME_ZONE is no time zone: \"" + said + "\"; give one like Europe/Amsterdam");
    }
}
