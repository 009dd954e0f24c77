package org.tafelronde.teams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tafelronde.chat.Keepsakes;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;

/** What this room keeps in its {@link Notes}, each under its name; read from memory, and written only when it is new. */
final class Known implements Keepsakes {
    private static final String NEAREST_SERVICE = "https://smba.trafficmanager.net/teams/";
    private static final String SERVICE = "service";

    private final Notes notes;
    private final TeamsSettings settings;
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    /** Noted since the last tidying: what is on its way to become a person or a place of a café is left alone. */
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();

    Known(Notes notes, TeamsSettings settings) {
        this.notes = notes;
        this.settings = settings;
    }

    private Optional<String> find(String name) {
        Optional<String> before = Optional.ofNullable(seen.get(name)).or(() -> notes.find(name));
        before.ifPresent(value -> seen.put(name, value));
        return before.filter(value -> !value.isEmpty());
    }

    private void keep(String name, String value) {
        if (!value.equals(seen.get(name))) {
            fresh.add(name);
            notes.keep(name, value);
            seen.put(name, value);
        }
    }

    /** Where to speak to this team or chat. */
    String service(TeamsId place) {
        return find(SERVICE + "/" + where(place)).or(() -> find(SERVICE)).orElse(NEAREST_SERVICE);
    }

    String service() {
        return find(SERVICE).orElse(NEAREST_SERVICE);
    }

    void service(TeamsId place, String url) {
        if (settings.isService(url)) {
            keep(SERVICE + "/" + where(place), url);
            keep(SERVICE, url);
        }
    }

    private static String where(TeamsId place) {
        return place.isAlone() ? place.channel() : place.team();
    }

    /** The id of a team's group in the directory. */
    Optional<String> group(String team) {
        return find("group/" + team);
    }

    void group(String team, String group) {
        keep("group/" + team, group);
    }

    /** The team where the bot was installed last. */
    Optional<TeamsId> team() {
        return find("team").map(team -> TeamsId.channel(team, team));
    }

    void team(String team) {
        keep("team", team);
    }

    /** The channel where somebody last spoke to the bot: a café that they begin is there. */
    Optional<TeamsId> lastOf(String person) {
        return find("last/" + person).map(Known::id);
    }

    void lastOf(String person, TeamsId channel) {
        keep("last/" + person, channel.place().id());
    }

    /** Where the places of a café are. */
    Optional<TeamsId> home(String cafe) {
        return find("cafe/" + cafe).map(Known::id);
    }

    void home(String cafe, TeamsId channel) {
        keep("cafe/" + cafe, channel.place().id());
    }

    /** A café whose places are threads, as no channels may be made. */
    boolean isInThreads(String cafe) {
        return find("threads/" + cafe).isPresent();
    }

    void isInThreads(String cafe, boolean so) {
        keep("threads/" + cafe, so ? "yes" : "");
    }

    /** A channel is gone: cafés that are held in it go on in the team's first one, which nobody can delete. */
    void vanished(TeamsId channel) {
        named("cafe/")
                .filter(cafe -> home(cafe).equals(Optional.of(channel)))
                .forEach(cafe -> home(cafe, TeamsId.channel(channel.team(), channel.team())));
    }

    /** The places that are threads in a channel. */
    List<TeamsId> threadsIn(TeamsId channel) {
        return named("thread/")
                .map(Known::id)
                .filter(room ->
                        room.team().equals(channel.team()) && room.channel().equals(channel.channel()))
                .toList();
    }

    /** Where the cafés of a team come together; a plenary is called as its café is. */
    List<TeamsId> plenariesIn(String team) {
        return named("cafe/")
                .flatMap(cafe -> room(cafe).stream())
                .filter(room -> room.team().equals(team))
                .toList();
    }

    private Stream<String> named(String kind) {
        return notes.names().stream().filter(name -> name.startsWith(kind)).map(name -> name.substring(kind.length()));
    }

    Optional<TeamsId> room(String name) {
        return find("room/" + name).map(Known::id);
    }

    void room(String name, TeamsId room) {
        keep("room/" + name, room.place().id());
    }

    boolean isClosed(TeamsId room) {
        return find("closed/" + room.place().id()).isPresent();
    }

    void closed(TeamsId room) {
        keep("closed/" + room.place().id(), "yes");
    }

    /** The message that stands for what is above a place. */
    Optional<String> topic(TeamsId room) {
        return find("topic/" + room.place().id());
    }

    void topic(TeamsId room, String message) {
        keep("topic/" + room.place().id(), message);
    }

    /** Whether everything in this thread is of one place. */
    boolean isRoom(TeamsId thread) {
        return find("thread/" + thread.place().id()).isPresent();
    }

    void thread(TeamsId room) {
        keep("thread/" + room.place().id(), "yes");
    }

    /** What a place that is a thread is called in its first message. */
    Optional<String> title(TeamsId room) {
        return find("title/" + room.place().id());
    }

    void title(TeamsId room, String title) {
        keep("title/" + room.place().id(), title);
    }

    /** By which id the connector calls somebody. */
    Optional<String> account(String person) {
        return find("account/" + person);
    }

    void account(String person, String id) {
        keep("account/" + person, id);
        keep("person/" + id, person);
    }

    /** Whom the connector calls so. */
    Optional<String> person(String account) {
        return find("person/" + account);
    }

    /** The chat of the bot and somebody. */
    Optional<String> chat(String person) {
        return find("chat/" + person);
    }

    void chat(String person, String conversation) {
        keep("chat/" + person, conversation);
    }

    /** The teams that the bot is in, by their threads' ids. */
    List<String> teams() {
        return Stream.concat(
                        named("group/").filter(team -> group(team).isPresent()), team().map(TeamsId::team).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The bot was taken out of a team: no café begins there by itself. */
    void left(String team) {
        keep("group/" + team, "");
        if (team().map(TeamsId::team).equals(Optional.of(team))) {
            team("");
        }
    }

    @Override
    public void tidy(Predicate<Person> isInACafe, Predicate<Place> isOfACafe) {
        new Tidying(isInACafe, isOfACafe)
                .of(notes, name -> find(name).orElse(""), fresh)
                .forEach(seen::remove);
    }

    private static TeamsId id(String place) {
        return TeamsId.of(new Place(org.tafelronde.chat.Platform.TEAMS, place));
    }
}
