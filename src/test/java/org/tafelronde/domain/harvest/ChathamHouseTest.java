package org.tafelronde.domain.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.testing.HarvestFixture;

class ChathamHouseTest {
    private final HarvestFixture cafe = HarvestFixture.cafe()
            .with(Participant.expected("slack:T01:U07XYZ123", "Zebedeus van der Quux"))
            .with(Participant.expected("webchat:77aa77", "ada.l99"))
            .with(Participant.expected("webchat:78aa78", "Welkom"))
            .with(Participant.expected("webchat:79aa79", "Jo"))
            .with(Participant.expected("webchat:80aa80", "🦊"))
            .with(Participant.expected("webchat:81aa81", "🦊 Zoë"))
            .with(Participant.expected("webchat:82aa82", "sanne"))
            .with(Participant.expected("webchat:83aa83", "WOUTER DE BOER"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vraag het @emre maar.                      | Vraag het (naam) maar.
            Wat vindt @zebedeus.quux, en wie nog meer? | Wat vindt (naam), en wie nog meer?
            Zie <@U07XYZ123> in de draad               | Zie (naam) in de draad
            Mail z.quux+ai@voorbeeld.nl, graag         | Mail (naam), graag
            Wat zegt zebedeus VAN DER quux hiervan?    | Wat zegt (naam) hiervan?
            @Zebedeus van der Quux, wat vind jij?      | (naam), wat vind jij?
            Zoals Zebedeus al zei                      | Zoals (naam) al zei
            De vraag van meneer Quux                   | De vraag van meneer (naam)
            Emre's vraag, maar dan voor ouders         | (naam)'s vraag, maar dan voor ouders
            Wat doet ada.l99 met de data?              | Wat doet (naam) met de data?
            Hoe zag 🦊 zoë dat, en Zoë zelf?           | Hoe zag (naam) dat, en (naam) zelf?
            U07XYZ123 vroeg dit ook                    | (naam) vroeg dit ook
            Wat Sanne zei tegen Wouter, en meneer Boer | Wat (naam) zei tegen (naam), en meneer (naam)
            Wat zei WOUTER?                            | Wat zei (naam)?
            """)
    void nobody_is_named(String typed, String told) {
        assertThat(words(typed)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Welkom heten we ieder kind, maar hoe?",
                "Wordt een Adaptief systeem niet vanzelf onbegrijpelijk?",
                "Waarom 4 @ 5 euro per uur?",
                "Wat kost het per jaar (ex. btw)?",
                "Is Jo een naam of een uitroep?",
                "Kwaliteit: wie bewaakt die?",
                "De gijs in deze zin is een kleine letter, en sanne ook.",
                "Is dit een 🦊 in het kippenhok?"
            })
    void other_words_stay_as_they_are(String typed) {
        assertThat(words(typed)).isEqualTo(typed);
    }

    @Test
    void an_english_cafe_says_name() {
        cafe.in(Language.EN);

        assertThat(words("Ask Hanna.")).isEqualTo("Ask (name).");
    }

    @Test
    void a_name_in_an_example_question_is_no_word_of_the_scripts() {
        ReferenceCard card = new ReferenceCard(
                cafe.session().script().card().topics(),
                List.of(new ReferenceCard.Example(Optional.empty(), "Wat vond Hanna ervan?")));

        assertThat(card.toString()).contains("examples=1").doesNotContain("Hanna");
    }

    @Test
    void the_digest_names_nobody_in_questions_and_answers() {
        cafe.asks("Ada", "privacy", 1, "Wat vond Bram hiervan?").votes(1, 2).looksBack("Ada", 0, "Fijn, @Chris!");
        cafe.asksSomewhere("Ada", "En Dina?");

        assertThat(Digest.of(cafe.harvest()).toString())
                .contains("Wat vond (naam) hiervan?", "Fijn, (naam)!", "En (naam)?")
                .doesNotContain("Bram", "Chris", "Dina");
    }

    private String words(String typed) {
        return ChathamHouse.of(cafe.session()).words(typed);
    }
}
