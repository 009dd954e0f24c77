package org.tafelronde.teams;

import org.tafelronde.chat.Failure;

/** A definite no. It leaves this room as {@code SendResult.Never}. */
final class TeamsSaysNo extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final Failure failure;

    /**
     * @param status of HTTP; 0 when Teams was not asked at all
     */
    TeamsSaysNo(int status, String code, String what) {
        this(
                status,
                code,
                explained(code) + " (" + what + (code.isBlank() ? "" : ": " + code) + ")",
                new Failure(kind(code), "Teams: " + (code.isBlank() ? "" : code + ", ") + what));
    }

    private TeamsSaysNo(int status, String code, String why, Failure failure) {
        super(why);
        this.status = status;
        this.code = code;
        this.failure = failure;
    }

    /** Teams was not asked at all, or gave an answer that is of no use. */
    static TeamsSaysNo atOnce(Failure.Kind kind, String detail) {
        return new TeamsSaysNo(0, "", detail, new Failure(kind, detail));
    }

    Failure failure() {
        return failure;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    private static Failure.Kind kind(String code) {
        return switch (code) {
            case "BotNotInConversationRoster" -> Failure.Kind.NOT_IN_PLACE;
            case "MessageWritesBlocked" -> Failure.Kind.NOBODY_WRITES;
            case "MessageSizeTooBig" -> Failure.Kind.TOO_LONG;
            case "ActivityNotFoundInConversation" -> Failure.Kind.NO_MESSAGE;
            case "ConversationNotFound", "NotFound" -> Failure.Kind.NO_PLACE;
            case "Forbidden", "Authorization_RequestDenied" -> Failure.Kind.NO_PERMISSION;
            case "invalid_client", "unauthorized_client" -> Failure.Kind.LOCKED_OUT;
            default -> code.startsWith("AADSTS") ? Failure.Kind.LOCKED_OUT : Failure.Kind.OTHER;
        };
    }

    /** For the administrator, who looks with {@link TeamsDoctor}. */
    private static String explained(String code) {
        return switch (code) {
            case "BotNotInConversationRoster" ->
                "the bot is not in that team or chat (any more); install the app there";
            case "MessageWritesBlocked" -> "nobody may write there: the bot is blocked, or the channel is archived";
            case "MessageSizeTooBig" -> "the message is too long";
            case "ConversationNotFound", "ActivityNotFoundInConversation", "NotFound" ->
                "it is not there (any more): a deleted channel or message";
            case "Forbidden", "Authorization_RequestDenied" ->
                "a permission is missing; install the app with the manifest of this version, and let an owner of the team"
                        + " consent";
            case "AADSTS7000215" ->
                "the app's secret is not right; set TEAMS_APP_SECRET to the value of a client secret, not to its id";
            case "AADSTS7000222" -> "the app's secret has expired; make a new one and set TEAMS_APP_SECRET";
            case "AADSTS700016" ->
                "the directory does not know the app; set TEAMS_APP_ID and TEAMS_TENANT_ID to the ids in its registration";
            case "AADSTS90002", "AADSTS900023" ->
                "there is no such directory; set TEAMS_TENANT_ID to its id, in the app's registration";
            case "invalid_client", "unauthorized_client" ->
                "the app's secret is not valid (any more); make a new one and set TEAMS_APP_SECRET";
            default ->
                code.startsWith("AADSTS")
                        ? "Microsoft gives the app no token; compare TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_SECRET with its"
                                + " registration"
                        : "it was refused";
        };
    }
}
