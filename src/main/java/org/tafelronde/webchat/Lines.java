package org.tafelronde.webchat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** What the web chat itself says no with, to one reader; everything else that people read is the bot's. */
final class Lines {
    private Lines() {}

    static String of(Refused.Reason reason, HttpRequest<?> reader) {
        boolean dutch = isDutch(reader);
        return switch (reason) {
            case NO_SUCH_PLACE ->
                dutch
                        ? "Deze plek is er niet (meer), of je zit er niet bij."
                        : "There is no such place, or you are not in it.";
            case NO_SUCH_MESSAGE -> dutch ? "Dit bericht is er niet (meer)." : "There is no such message (any more).";
            case NO_SUCH_INVITATION ->
                dutch
                        ? "Deze uitnodiging geldt niet (meer). Vraag de begeleider om een nieuwe link."
                        : "This invitation is not valid (any more). Ask the facilitator for a new link.";
            case NO_SUCH_FILE -> dutch ? "Dit bestand is er niet (meer)." : "There is no such file (any more).";
            case NO_SUCH_PAGE ->
                dutch
                        ? "Op dit adres is niets. Begin op de startpagina: /"
                        : "There is nothing at this address. Begin at /";
            case NO_SUCH_SCRIPT ->
                dutch
                        ? "Dit draaiboek is er niet, of er klopt iets niet in; tafelronde check DRAAIBOEK zegt wat."
                        : "There is no such script, or something is wrong in it; tafelronde check SCRIPT says what.";
            case NO_SUCH_REHEARSAL ->
                dutch ? "Deze oefening van jou is er niet (meer)." : "There is no such rehearsal of yours (any more).";
            case BAD_REHEARSAL ->
                dutch
                        ? "Een oefening heeft 3 tot 1000 mensen en gaat 1 tot 2000 keer zo snel als echt."
                        : "A rehearsal has from 3 to 1,000 people and goes from 1 to 2,000 times the real speed.";
            case NOT_A_FACILITATOR ->
                dutch
                        ? "Alleen een begeleider begint een oefening. Open eerst de begeleiderslink die de server bij het starten toont."
                        : "Only a facilitator begins a rehearsal. Open the facilitator's link first: the server shows it when it starts.";
            case ARCHIVED ->
                dutch
                        ? "Deze plek is gesloten: je kunt er nog lezen, niet meer schrijven."
                        : "This place is closed: you can still read here, but not write.";
            case NOT_YOURS ->
                dutch ? "Je kunt alleen je eigen berichten wijzigen." : "You can change your own messages only.";
            case EMPTY -> dutch ? "Er staat niets in je bericht." : "There is nothing in your message.";
            case TOO_LONG, BODY_TOO_LARGE ->
                dutch
                        ? "Dat is te lang: een bericht heeft hoogstens 4000 tekens. Maak het korter of verdeel het."
                        : "That is too long: a message has at most 4,000 characters. Shorten it, or send it in parts.";
            case BAD_NAME ->
                dutch
                        ? "Vul een naam in van 1 tot 60 tekens, zoals anderen je kennen."
                        : "Fill in a name of 1 to 60 characters, as others know you.";
            case BAD_KEY, BAD_VALUES, BAD_JSON ->
                dutch
                        ? "De server begrijpt dit verzoek niet. Laad de pagina opnieuw."
                        : "The server does not understand this request. Reload the page.";
            case TOO_FAST ->
                dutch ? "Dat gaat te snel. Wacht een paar tellen." : "That is too fast. Wait a few seconds.";
            case NO_PASS -> dutch ? "Vul eerst je naam in." : "Fill in your name first.";
            case NOT_INVITED ->
                dutch
                        ? "Je komt binnen met de uitnodigingslink van je café. Vraag de begeleider erom."
                        : "You come in with the invitation link of your café. Ask the facilitator for it.";
            case FOREIGN_ORIGIN ->
                dutch
                        ? "Dit verzoek komt van een andere website en wordt niet uitgevoerd."
                        : "This request comes from another website and is not carried out.";
        };
    }

    static String broken(HttpRequest<?> reader) {
        return isDutch(reader)
                ? "Dat lukte nu niet. Er gaat niets verloren; probeer het zo nog eens."
                : "That did not work just now. Nothing is lost; try again in a moment.";
    }

    static HttpStatus status(Refused.Reason reason) {
        return switch (reason) {
            case NO_SUCH_PLACE,
                    NO_SUCH_MESSAGE,
                    NO_SUCH_INVITATION,
                    NO_SUCH_FILE,
                    NO_SUCH_PAGE,
                    NO_SUCH_SCRIPT,
                    NO_SUCH_REHEARSAL -> HttpStatus.NOT_FOUND;
            case ARCHIVED -> HttpStatus.CONFLICT;
            case NOT_YOURS, NOT_INVITED, NOT_A_FACILITATOR, FOREIGN_ORIGIN -> HttpStatus.FORBIDDEN;
            case EMPTY, TOO_LONG, BAD_NAME, BAD_KEY, BAD_VALUES, BAD_JSON, BAD_REHEARSAL -> HttpStatus.BAD_REQUEST;
            case BODY_TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
            case TOO_FAST -> HttpStatus.TOO_MANY_REQUESTS;
            case NO_PASS -> HttpStatus.UNAUTHORIZED;
        };
    }

    private static boolean isDutch(HttpRequest<?> reader) {
        String asked = reader.getHeaders().get("Accept-Language");
        return asked != null && asked.strip().toLowerCase(Locale.ROOT).startsWith("nl");
    }
}
