package org.tafelronde.testing;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.flow.Opening;
import org.tafelronde.flow.Scripts;
import org.tafelronde.flow.Stores;

/** A café in a bot that runs, whose people press buttons: what their chat looks like does not matter. */
public final class RunningCafe {
    private final Beans bot;
    private final String id;
    private int pressed;

    /** What the bot that runs is made of. */
    public interface Beans {
        <T> T bean(Class<T> type);
    }

    private RunningCafe(Beans bot, String id) {
        this.bot = bot;
        this.id = id;
    }

    /** @param script the name of one that comes with the bot */
    public static RunningCafe opened(Beans bot, String script, Person facilitator, String name) {
        Stores stores = bot.bean(Stores.class);
        Script found = ((Scripts.Found.Good) stores.scripts().find(script)).script();
        Opening.Wish wish = new Opening.Wish(
                found,
                ZoneId.of("Europe/Amsterdam"),
                Tempo.REAL,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        Session session = bot.bean(Opening.class)
                .open(facilitator.key(), name, wish, stores.clock().instant());
        return new RunningCafe(bot, session.setting().id());
    }

    public String id() {
        return id;
    }

    public Session now() {
        return bot.bean(Stores.class).sessions().find(id).orElseThrow();
    }

    /** Where somebody who may lead it finds the desk. */
    public String desk(Person who) {
        return bot.bean(Stores.class).desks().address(id, who.key()).orElseThrow();
    }

    /** Somebody presses a button that stands for this command. */
    public Answer says(Person who, String name, String command) {
        return bot.bean(Door.class)
                .hear(new Incoming.Pressed(
                        "pressed-" + pressed++,
                        Speaker.of(who, name),
                        new Place(who.platform(), "T1/anywhere"),
                        "@" + id + " " + command,
                        Map.of()));
    }
}
