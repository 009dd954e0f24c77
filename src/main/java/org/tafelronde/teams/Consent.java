package org.tafelronde.teams;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What the owner of a team consents to, for that team alone; the manifest asks for exactly these. The bot can do without each of them. */
enum Consent {
    READ_MESSAGES(
            "ChannelMessage.Read.Group",
            "answers are heard in which the bot is not mentioned",
            "people write in the box on the prompt, or mention the bot"),
    CREATE_CHANNELS(
            "Channel.Create.Group",
            "a channel is made for each table",
            "each table is a thread, in the channel where the café was begun"),
    CHANGE_CHANNELS(
            "ChannelSettings.ReadWrite.Group",
            "the tables' channels are archived afterwards",
            "they stay open, and the bot says nothing there any more"),
    DELETE_CHANNELS(
            "Channel.Delete.Group", "they are deleted, when the facilitator wants that", "they are archived instead"),
    READ_MEMBERS("TeamMember.Read.Group", "who is in the team is known", "nobody is missed who has not spoken"),
    READ_CONSENTS(
            "TeamsAppInstallation.Read.Group",
            "doctor and the café's check can tell what is consented to",
            "they cannot tell");

    private final String id;
    private final String why;
    private final String without;

    Consent(String id, String why, String without) {
        this.id = id;
        this.why = why;
        this.without = without;
    }

    /** Microsoft's word for it. */
    String id() {
        return id;
    }

    /** What it is for, for an administrator. */
    String why() {
        return why;
    }

    /** How the bot does without it. */
    String without() {
        return without;
    }

    /** What is not among what was granted, in our order. */
    static List<Consent> missing(Collection<String> granted) {
        return Arrays.stream(values()).filter(c -> !granted.contains(c.id)).toList();
    }
}
