package org.tafelronde.testing;

/** What sixteen people could have asked. */
final class HarvestWords {
    private HarvestWords() {}

    static void fill(HarvestFixture c) {
        c.asks("Ada", "inclusie", 1, "Voor welke jongeren is dit bedoeld, en voor welke juist niet?");
        c.asks("Bram", "inclusie", 1, "Welk lichter middel hebben we overwogen voordat we aan AI dachten?");
        c.asks("Chris", "inclusie", 1, "Wie sluiten we uit als de vragenlijst alleen in het Nederlands bestaat?");
        c.answers("Dina", "inclusie", 1, "Met welke ouders hebben we gesproken voordat de krant het deed?");
        c.asks("Emre", "inclusie", 2, "Welke jongeren testen mee, en hoe kiezen we hen?");
        c.asks(
                "Ilse",
                "inclusie",
                2,
                "Werkt het algoritme net zo goed voor meisjes als voor jongens?\nEn hoe weten we dat?");
        c.answers("Mees", "inclusie", 2, "Hoe leggen we aan een jongere uit dat een profiel niet klopt?");
        c.asks("Noor", "inclusie", 3, "Hoe merken we dat het voor een groep slechter werkt?");
        c.asks("Petra", "inclusie", 3, "Wat vinden de jongeren er zelf van, een jaar later?");

        c.asks("Emre", "werkplezier", 1, "Wat verandert er op een gewone dinsdag voor een behandelaar?");
        c.asks("Fatima", "werkplezier", 1, "Wat moeten we in ieder geval regelen voordat iemand hiermee werkt?");
        c.asks("Gijs", "werkplezier", 1, "Hebben medewerkers hier zelf om gevraagd?");
        c.answers("Hanna", "werkplezier", 1, "Wie vangt een behandelaar op die door de krant gebeld wordt?");
        c.asks("Ada", "werkplezier", 2, "Zitten er behandelaren aan tafel bij het ontwerp?");
        c.asks("Bram", "werkplezier", 2, "Op welk punt beslist altijd een mens?");
        c.answers(
                "Lotte",
                "werkplezier",
                2,
                "Mag een behandelaar het profiel naast zich neerleggen zonder zich te verantwoorden?");
        c.answers("Omar", "werkplezier", 2, "Wie weegt de twijfel van één professional tegen tien tevreden jongeren?");
        c.asks("Kamal", "werkplezier", 3, "Kan iedere medewerker uitleggen wat er gebeurt?");
        c.answers(
                "Joost",
                "werkplezier",
                3,
                "Hoe voorkomen we dat het gesprek korter wordt omdat het profiel er al ligt?");

        c.asks(
                "Ilse",
                "privacy",
                1,
                "Met welke gegevens is het systeem getraind, en mochten die daarvoor gebruikt worden?");
        c.asks("Joost", "privacy", 1, "Welke gegevens van cliënten hebben we echt nodig?");
        c.asks("Kamal", "privacy", 1, "Op welke grondslag verwerken we dit?");
        c.answers("Lotte", "privacy", 1, "Wat zeggen we tegen een gezin dat vraagt of een computer beslist?");
        c.answers(
                "Ilse",
                "privacy",
                1,
                "Wanneer hebben we de functionaris gegevensbescherming voor het laatst gesproken?");
        c.asks("Gijs", "privacy", 2, "Waar staan de gegevens, en hoe lang?");
        c.asks("Hanna", "privacy", 2, "Wie bij de leverancier kan meekijken?");
        c.asks("Chris", "privacy", 3, "Weet iedereen wat te doen bij een datalek om vijf uur op vrijdagmiddag?");
        c.asks("Dina", "privacy", 3, "Hoe vraagt een jongere om inzage, en wie antwoordt er op tijd?");
        c.answers("Fatima", "privacy", 3, "Wat wissen we als het vertrouwen weg is?");

        c.asks("Mees", "kwaliteit", 1, "Hoe representatief zijn de gegevens waarmee is getraind?");
        c.asks("Noor", "kwaliteit", 1, "Welke vooroordelen zitten er in die gegevens?");
        c.asks("Omar", "kwaliteit", 2, "Hoe betrouwbaar moet een uitkomst zijn voordat we hem gebruiken?");
        c.asks("Petra", "kwaliteit", 2, "Hoe meten we dat, en wie doet dat?");
        c.answers("Kamal", "kwaliteit", 2, "Wat doen we als het oordeel van de behandelaar en het profiel botsen?");
        c.asks("Ada", "kwaliteit", 3, "Wie kijkt er elke maand naar de uitkomsten?");
        c.asks("Bram", "kwaliteit", 3, "Waar meldt een medewerker dat er iets niet klopt?");
        c.answers("Emre", "kwaliteit", 3, "Hoe houden we mensen scherp als het negen van de tien keer goed gaat?");

        c.asks("Gijs", "kwaliteit", 3, "Laat maar, dit hoorde ergens anders.").withdraws(38);
        c.asksSomewhere("Hanna", "Wie betaalt dit als de subsidie stopt?");

        c.votes(1, 3).votes(2, 2).votes(8, 2).votes(9, 1);
        c.votes(11, 2).votes(15, 4).votes(19, 3).votes(10, 2);
        c.votes(20, 4).votes(23, 2).votes(27, 3).votes(21, 2);
        c.votes(30, 3).votes(32, 3).votes(36, 2).votes(31, 1);

        c.looksBack("Ada", 0, "Wennen, en daarna wilde ik niet meer stoppen.");
        c.looksBack("Chris", 0, "Sneller dan ik dacht. Schrijven maakt dat je eerst nadenkt.");
        c.looksBack("Noor", 0, "Leuk om steeds andere mensen te treffen.");
        c.looksBack("Emre", 1, "Dat wij de vraag naar een lichter middel bijna nooit stellen.");
        c.looksBack("Petra", 1, "Dat privacy niet van de jurist is maar van mij.");
        c.looksBack("Omar", 2, "Ik neem de drie vragen van Kwaliteit mee naar het MT van donderdag.");
    }
}
