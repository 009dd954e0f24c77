package org.tafelronde.slack.install;

import com.slack.api.methods.SlackApiTextResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the bot asks a workspace for: each scope with the methods and events that need it. The manifests say the same, and a test holds all
 * three equal: this table, the manifests, and what the code calls and hears.
 */
public enum Scope {
    COMMANDS("commands", "people type /cafe, and save a message as a question", methods(), events()),
    CHAT_WRITE(
            "chat:write",
            "the bot says what it has to say, and corrects it",
            methods("chat.postMessage", "chat.postEphemeral", "chat.update", "chat.delete"),
            events()),
    APP_MENTIONS_READ("app_mentions:read", "people call it by its name", methods(), events("app_mention")),
    CHANNELS_MANAGE(
            "channels:manage",
            "a channel is made for each table, people are let in, and it is archived",
            methods("conversations.create", "conversations.invite", "conversations.archive"),
            events()),
    CHANNELS_READ(
            "channels:read",
            "it finds its own channels again, and hears who comes and goes, and when a channel is gone",
            methods("conversations.list", "conversations.info", "conversations.members"),
            events("member_joined_channel", "member_left_channel", "channel_archive", "channel_deleted")),
    CHANNELS_HISTORY(
            "channels:history",
            "questions are collected from the threads at the tables; only in channels that the bot is in",
            methods("conversations.history", "conversations.replies"),
            events("message.channels")),
    GROUPS_WRITE(
            "groups:write",
            "the digest goes to a private channel for management",
            methods("conversations.create", "conversations.invite", "conversations.archive"),
            events()),
    GROUPS_READ(
            "groups:read",
            "the same in private channels",
            methods("conversations.list", "conversations.info", "conversations.members"),
            events("group_archive")),
    GROUPS_HISTORY(
            "groups:history",
            "the same in private channels",
            methods("conversations.history", "conversations.replies"),
            events("message.groups")),
    IM_WRITE("im:write", "the bot writes to a person alone", methods("conversations.open"), events()),
    IM_HISTORY("im:history", "a person writes to the bot alone", methods(), events("message.im")),
    USERS_READ("users:read", "names, languages, and who is a guest", methods("users.info", "users.list"), events()),
    REACTIONS_READ(
            "reactions:read",
            "a question mark under a message keeps it as a question, and sos calls for help",
            methods(),
            events("reaction_added")),
    REACTIONS_WRITE(
            "reactions:write",
            "a question that was kept gets a tick",
            methods("reactions.add", "reactions.remove"),
            events()),
    PINS_WRITE("pins:write", "the round's post is pinned", methods("pins.add", "pins.remove"), events()),
    FILES_WRITE(
            "files:write",
            "the case's picture and the digest's files are brought along",
            methods("files.getUploadURLExternal", "files.completeUploadExternal"),
            events()),
    /** Only asked for: whoever installs the bot may say no. */
    CANVASES_WRITE(
            "canvases:write",
            "management can read the digest as the channel's canvas too; without it, as a message with files",
            methods("conversations.canvases.create"),
            events()),
    USERGROUPS_READ(
            "usergroups:read",
            "everybody in a user group can be invited (/cafe invite @group); without it, everybody in a channel",
            methods("usergroups.users.list"),
            events());

    private static final Set<Scope> OPTIONAL = EnumSet.of(CANVASES_WRITE, USERGROUPS_READ);

    /** Methods and events that need no scope. */
    static final Set<String> FREE_METHODS = methods("auth.test", "views.open", "views.update", "views.publish");

    static final Set<String> FREE_EVENTS = events("app_home_opened", "app_uninstalled", "tokens_revoked");

    private final String id;
    private final String why;
    private final Set<String> methods;
    private final Set<String> events;

    Scope(String id, String why, Set<String> methods, Set<String> events) {
        this.id = id;
        this.why = why;
        this.methods = methods;
        this.events = events;
    }

    /** Slack's word for it. */
    public String id() {
        return id;
    }

    /** What it is for, for an administrator. */
    public String why() {
        return why;
    }

    /** What the token lacks with which this was asked; nothing, when Slack does not tell. */
    public static List<String> lacking(SlackApiTextResponse answer) {
        Set<String> granted = SlackWeb.scopes(answer);
        return granted.isEmpty() ? List.of() : missing(granted);
    }

    /** The scopes that the bot cannot do without and a token does not have, in our order. */
    static List<String> missing(Set<String> granted) {
        return required().map(Scope::id).filter(s -> !granted.contains(s)).toList();
    }

    /** What the bot can do without, and does when a token does not have it. */
    static List<Scope> declined(Set<String> granted) {
        return OPTIONAL.stream().filter(s -> !granted.contains(s.id)).toList();
    }

    static Stream<Scope> required() {
        return Arrays.stream(values()).filter(s -> !OPTIONAL.contains(s));
    }

    /** In our order. */
    static List<String> optionalIds() {
        return OPTIONAL.stream().map(Scope::id).toList();
    }

    /** All that the bot asks for, in our order. */
    static List<String> ids() {
        return Arrays.stream(values()).map(Scope::id).toList();
    }

    static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }

    static Set<String> allMethods() {
        return all(Arrays.stream(values()).map(s -> s.methods), FREE_METHODS);
    }

    static Set<String> allEvents() {
        return all(Arrays.stream(values()).map(s -> s.events), FREE_EVENTS);
    }

    private static Set<String> all(Stream<Set<String>> some, Set<String> free) {
        Set<String> all = new TreeSet<>(free);
        some.forEach(all::addAll);
        return all;
    }

    private static Set<String> methods(String... names) {
        return Set.of(names);
    }

    private static Set<String> events(String... names) {
        return Set.of(names);
    }
}
