package org.tafelronde.slack;

import java.util.Locale;
import java.util.Set;
import org.tafelronde.chat.Failure;

/** A definite no from Slack, on its way to who answers for it; it leaves this room as {@code SendResult.Never}. */
final class SlackSaysNo extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Set<String> LOCKED_OUT =
            Set.of("invalid_auth", "token_revoked", "token_expired", "account_inactive", "not_authed");

    private final String code;
    private final Failure failure;

    /**
     * @param code Slack's own word for it: {@code channel_not_found}
     * @param failure what it comes to
     */
    SlackSaysNo(String code, Failure failure) {
        super(forTheAdministrator(failure));
        this.code = code;
        this.failure = failure;
    }

    private static String forTheAdministrator(Failure failure) {
        String what = failure.kind() == Failure.Kind.LOCKED_OUT
                ? "the bot's token is not valid (any more); install the app again"
                : failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return what + " (" + failure.detail() + ")";
    }

    static SlackSaysNo of(String method, String code) {
        return new SlackSaysNo(code, new Failure(kind(code), "Slack: " + code + ", " + method));
    }

    String code() {
        return code;
    }

    Failure failure() {
        return failure;
    }

    /** It is not about what was asked, but about who asks: until somebody installs the app again, Slack hears nothing of us. */
    boolean isLockedOut() {
        return LOCKED_OUT.contains(code);
    }

    static Failure.Kind kind(String code) {
        return switch (code) {
            case "channel_not_found" -> Failure.Kind.NO_PLACE;
            case "not_in_channel" -> Failure.Kind.NOT_IN_PLACE;
            case "is_archived" -> Failure.Kind.ARCHIVED;
            case "restricted_action", "restricted_action_read_only_channel" -> Failure.Kind.NOT_ALLOWED;
            case "name_taken" -> Failure.Kind.NAME_TAKEN;
            case "missing_scope" -> Failure.Kind.NO_PERMISSION;
            case "invalid_auth", "token_revoked", "token_expired", "account_inactive", "not_authed" ->
                Failure.Kind.LOCKED_OUT;
            case "user_not_found", "users_not_found" -> Failure.Kind.NO_PERSON;
            case "message_not_found", "thread_not_found" -> Failure.Kind.NO_MESSAGE;
            case "cant_update_message" -> Failure.Kind.NOT_OURS;
            case "user_is_restricted", "ura_max_channels", "cant_invite" -> Failure.Kind.NOT_LET_IN;
            case "msg_too_long", "msg_blocks_too_long" -> Failure.Kind.TOO_LONG;
            default -> Failure.Kind.OTHER;
        };
    }
}
