package org.tafelronde.testing;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;

/** A café about an AI application in youth care, in Dutch: four themes, three rounds, an intervention in each. */
final class HarvestScript {
    static final List<Theme> THEMES = List.of(
            new Theme("inclusie", "Inclusie", "Past deze toepassing bij iedereen?"),
            new Theme("werkplezier", "Werkplezier", "Wat betekent dit voor onze medewerkers?"),
            new Theme("privacy", "Privacy", "Hoe gaan we om met risico's rond persoonsgegevens?"),
            new Theme("kwaliteit", "Kwaliteit", "Hoe zorgen we dat uitkomsten betrouwbaar zijn?"));

    static final List<String> DEBRIEF = List.of(
            "Hoe was het om dit te doen?",
            "Welk inzicht is nieuw voor je?",
            "Hoe helpt dit gesprek jou of je organisatie verder?");

    static final List<ReferenceCard.Topic> CARD = List.of(
            new ReferenceCard.Topic(
                    "waar-en-hoelang",
                    "privacy",
                    2,
                    "Waar en hoelang bewaard?",
                    "Waar staan de gegevens, hoelang bewaren we ze en wie ruimt ze op?",
                    List.of("bewaren", "bewaartermijn", "hoelang", "opslag", "wissen")),
            new ReferenceCard.Topic(
                    "als-het-misgaat",
                    "privacy",
                    3,
                    "Als het misgaat",
                    "Weet iedereen wat hij moet doen als er gegevens op straat liggen?",
                    List.of("datalek", "incident", "draaiboek")),
            new ReferenceCard.Topic(
                    "vooroordelen",
                    "kwaliteit",
                    1,
                    "Vooroordelen in de gegevens",
                    "Welke vooroordelen zitten er in de gegevens, en wat doen we daaraan?",
                    List.of("vooroordeel", "bias", "stereotypen")),
            new ReferenceCard.Topic(
                    "uitleggen",
                    "werkplezier",
                    3,
                    "Kun je het altijd uitleggen?",
                    "Kan een medewerker uitleggen hoe het systeem aan zijn advies komt?",
                    List.of("uitleggen", "uitleg", "navolgbaar")));

    private HarvestScript() {}

    static Script script() {
        return new Script(
                "smart-from-the-start.nl",
                3,
                Language.NL,
                "Slim vanaf de start",
                "Bestuurders van zorg en welzijn oefenden vandaag in het stellen van de juiste vraag op het juiste moment over een toepassing van AI: voordat een projectleider al te ver is.",
                "Leg deze vragen voor aan iedere projectleider die met een voorstel voor AI komt, en spreek af wie de antwoorden bewaakt. Laat binnen twee maanden weten welke vragen bij u zonder antwoord bleven.",
                "Welke vragen stel je als bestuurder over het gebruik van AI?",
                LocalTime.of(10, 0),
                2,
                false,
                THEMES,
                List.of("Luister om elkaar te begrijpen."),
                Optional.empty(),
                List.of(
                        new Step.Talk("welkom", "Welkom", minutes(10), minutes(5), List.of("Welkom allemaal."), true),
                        round(1, "Besluitvorming (go/no-go)", "onrust", "Publieke onrust"),
                        round(2, "Ontwikkelen / inkopen", "zorgen", "Zorgen van een professional"),
                        round(3, "Gebruiken", "vertrouwen", "Vertrouwen in het AI-profiel"),
                        new Step.Pick("kiezen", "Kiezen", minutes(5), minutes(5)),
                        new Step.Feedback("terugkoppelen", "Terugkoppelen", minutes(10), minutes(5)),
                        new Step.Debrief("terugkijken", "Terugkijken", minutes(15), minutes(10), DEBRIEF)),
                List.of(new Intervention(
                        "businesscase",
                        "Businesscase onder druk",
                        Optional.empty(),
                        "Het wordt veel duurder dan gepland.",
                        "Welke kosten en baten tel je mee?")),
                new ReferenceCard(CARD),
                Map.of(),
                Ending.USUAL);
    }

    private static Step.Round round(int number, String title, String id, String intervention) {
        return new Step.Round(
                "ronde-" + number,
                number,
                title,
                minutes(15),
                minutes(10),
                minutes(10),
                THEMES.stream().collect(Collectors.toMap(Theme::id, t -> "Welke vragen stel je nu?")),
                List.of(new Intervention(
                        id,
                        intervention,
                        Optional.of(minutes(8)),
                        "Een verzonnen gebeurtenis.",
                        "Welke vragen stel je nu?")));
    }

    private static Duration minutes(int n) {
        return Duration.ofMinutes(n);
    }
}
