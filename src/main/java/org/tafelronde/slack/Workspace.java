package org.tafelronde.slack;

/**
 * A workspace that the bot is in.
 *
 * @param team its id
 * @param token the bot's, for this workspace
 * @param bot the bot's own user id in it
 */
record Workspace(String team, String token, String bot) {
    @Override
    public String toString() {
        return "workspace " + team;
    }
}
