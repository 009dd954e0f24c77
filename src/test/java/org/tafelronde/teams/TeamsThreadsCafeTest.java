package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Delivery;

/** The same café where no channels may be made: in one channel of the team, with a thread for each table and for the plenary. */
class TeamsThreadsCafeTest extends CafeInTeams {
    private static final String FICTION = "What if the money runs out half way?";

    @BeforeEach
    void nobodyConsented() {
        teams.withoutConsent();
    }

    /** Which threads are tables is known after a start of the program, too; and what they are about stays the same. */
    @Override
    void inMidRound(String plenary) {
        restarts();
        says(ada, plenary, "check");
        comes(() -> told(ada, "Yes, in threads"));
    }

    /** In a thread everything stands under its first message: it answers what was asked there last, whatever was said after that. */
    @Override
    void hasTalked(int round, Map<String, FakeTeams.Message> prompts) {
        prompts.forEach((thread, prompt) -> {
            assertThat(head(thread)).contains(table(thread), " · until ");
            assertThat(under(thread)).filteredOn(t -> t.startsWith("Round ")).hasSize(round);
        });
        if (round != 2) {
            return;
        }
        String thread = prompts.keySet().iterator().next();
        comes(() -> under(thread).stream()
                .filter(t -> t.contains("This is fiction"))
                .findFirst());
        says(ada, thread, "broadcast Five more minutes.");
        comes(() -> under(thread).stream()
                .filter(t -> t.contains("Five more minutes"))
                .findFirst());
        asks(people.getFirst(), thread, FICTION);
        Question asked = question(FICTION);
        assertThat(harvest().prompts().stream()
                        .filter(p -> p.id().equals(asked.prompt().orElseThrow()))
                        .map(Prompt::kind))
                .containsExactly(Prompt.Kind.INTERVENTION);
        assertThat(harvest().questions().stream().filter(q -> q.text().startsWith("Who decides here")))
                .as("each is kept with the table in whose thread it was asked")
                .allSatisfy(q -> assertThat(themeOf(q)).isEqualTo(q.theme().orElseThrow()));
    }

    /** A number is a vote, and talk is talk. */
    @Override
    void votes(String thread, String number) {
        people.forEach(p -> brings(activities.message(p, thread, number)));
        brings(activities.message(people.getLast(), thread, "I would take the first one."));
    }

    /** Nobody needs to mention the bot. */
    @Override
    void looksBack(String plenary) {
        assertThat(told(people.getLast(), "vote 2")).isEmpty();
        comes(() -> harvest().prompts().stream()
                .filter(p -> p.kind() == Prompt.Kind.DEBRIEF && isThere(p))
                .findFirst());
        asks(people.getFirst(), plenary, "I heard a new question.");
        assertThat(harvest().answers()).hasSize(1);
    }

    @Override
    void isOver(String plenary) {
        assertThat(plenary).contains("messageid");
        says(ada, plenary, "archive");
        comes(() -> told(ada, "The channel stays as it is"));
        assertThat(teams.channels().keySet().stream().filter(id -> id.startsWith("19:")))
                .containsExactly(FakeTeams.TEAM);
        assertThat(teams.calls("POST /graph")).as("asked once in all").hasSize(1);
    }

    private boolean isThere(Prompt prompt) {
        return stores().deliveries().about(prompt.session(), prompt.id()).stream()
                .anyMatch(d -> d.state() == Delivery.State.SENT);
    }

    private Stores stores() {
        return server.orElseThrow().bean(Stores.class);
    }

    private Harvest harvest() {
        Stores stores = stores();
        return stores.harvests().of(stores.sessions().all().getFirst());
    }

    private Question question(String text) {
        return harvest().questions().stream()
                .filter(q -> q.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Where it stands. */
    private String themeOf(Question question) {
        return teams.messages(FakeTeams.TEAM).stream()
                .filter(m -> text(m).equals(question.text()))
                .map(m -> table(FakeTeams.TEAM + ";messageid=" + m.root.orElseThrow()))
                .findFirst()
                .orElseThrow()
                .toLowerCase(java.util.Locale.ROOT)
                .replace(' ', '-');
    }

    /** What the thread is called in its first line. */
    private String table(String thread) {
        return head(thread).lines().findFirst().orElseThrow();
    }

    private String head(String thread) {
        Optional<String> root = TeamsId.rootOf(thread);
        return teams.messages(FakeTeams.TEAM).stream()
                .filter(m -> Optional.of(m.id).equals(root))
                .map(CafeInTeams::text)
                .findFirst()
                .orElseThrow();
    }

    private List<String> under(String thread) {
        Optional<String> root = TeamsId.rootOf(thread);
        return teams.messages(FakeTeams.TEAM).stream()
                .filter(m -> m.root.equals(root))
                .map(CafeInTeams::text)
                .toList();
    }
}
