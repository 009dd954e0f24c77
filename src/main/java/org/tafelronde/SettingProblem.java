package org.tafelronde;

/** A setting with which the program cannot run; the message says which one, and what would do. */
public final class SettingProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private SettingProblem(String message) {
        super(message);
    }

    static SettingProblem portTaken(int port) {
        return new SettingProblem(
                "port " + port + " is in use already, or may not be used; stop the other program, or choose another"
                        + " port with TAFELRONDE_PORT");
    }

    static SettingProblem noPort(String said) {
        return new SettingProblem(
                "TAFELRONDE_PORT is no port: \"" + said + "\"; give a number from 1 to 65535, like 8080");
    }

    static SettingProblem noHost(String said) {
        return new SettingProblem("TAFELRONDE_HOST is no address of this machine: \"" + said
                + "\"; give 127.0.0.1 for this machine alone, or 0.0.0.0 for everybody who can reach it");
    }

    static SettingProblem noBaseUrl(String said) {
        return new SettingProblem("TAFELRONDE_BASE_URL is no web address: \"" + said
                + "\"; give the one that people type, like https://cafe.example.org");
    }

    static SettingProblem noDays(String said) {
        return new SettingProblem(
                "TAFELRONDE_RETENTION_DAYS is no number of days: \"" + said + "\"; give one from 1 to 3650, like 30");
    }

    static SettingProblem noTimeZone(String said) {
        return new SettingProblem(
                "TAFELRONDE_TIME_ZONE is no time zone: \"" + said + "\"; give one like Europe/Amsterdam");
    }
}
