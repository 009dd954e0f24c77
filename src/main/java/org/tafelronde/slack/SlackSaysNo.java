package org.tafelronde.slack;

import java.util.Set;

/** A definite no from Slack, on its way to who answers for it; it leaves this room as {@code SendResult.Never}. */
final class SlackSaysNo extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Set<String> LOCKED_OUT =
            Set.of("invalid_auth", "token_revoked", "token_expired", "account_inactive", "not_authed");

    private final String code;

    /**
     * @param code Slack's own word for it: {@code channel_not_found}
     * @param why for the facilitator
     */
    SlackSaysNo(String code, String why) {
        super(why);
        this.code = code;
    }

    static SlackSaysNo of(String method, String code) {
        return new SlackSaysNo(code, "Slack: " + explained(code) + " (" + code + ", " + method + ")");
    }

    String code() {
        return code;
    }

    /** It is not about what was asked, but about who asks: until somebody installs the app again, Slack hears nothing of us. */
    boolean isLockedOut() {
        return LOCKED_OUT.contains(code);
    }

    /** With what can be done about it, where something can. */
    private static String explained(String code) {
        return switch (code) {
            case "channel_not_found" ->
                "there is no such channel, or the bot is not in it; invite it there, or make another with /cafe reopen TABLE";
            case "not_in_channel" -> "the bot is not in that channel; invite it there";
            case "is_archived" -> "the channel is archived; /cafe reopen TABLE makes another";
            case "restricted_action", "restricted_action_read_only_channel" ->
                "the workspace does not let the bot do this; an administrator can allow it";
            case "name_taken" -> "a channel of that name is there already and is not the bot's";
            case "missing_scope" -> "the app lacks a permission; install it again with the manifest of this version";
            case "invalid_auth", "token_revoked", "token_expired", "account_inactive", "not_authed" ->
                "the bot's token is not valid any more; install the app again";
            case "user_not_found", "users_not_found" -> "there is no such person";
            case "message_not_found", "thread_not_found" -> "the message is not there any more";
            case "cant_update_message" -> "the message is not the bot's own";
            case "user_is_restricted", "ura_max_channels", "cant_invite" ->
                "a guest or member cannot be let into this channel";
            case "msg_too_long", "msg_blocks_too_long" -> "the message is too long";
            default -> "it was refused";
        };
    }
}
