package org.tafelronde.flow;

import org.tafelronde.domain.session.Refusal;

/** Why not, in a sentence that says what would have worked. */
final class Refusals {
    private final Voice voice;

    Refusals(Voice voice) {
        this.voice = voice;
    }

    /** Whether the facilitator may do it all the same. */
    static boolean canBeSetAside(Refusal why) {
        return why instanceof Refusal.DoesNotFit
                || why instanceof Refusal.Protected
                || why instanceof Refusal.EnoughInterventions
                || why instanceof Refusal.TooLateForIntervention;
    }

    String say(Refusal why) {
        String key = "refusal." + why.getClass().getSimpleName();
        return switch (why) {
            case Refusal.CheckInNotOpen r -> voice.say(key, voice.time(r.opensAt()));
            case Refusal.TooManyPeople r -> voice.say(key, r.most());
            case Refusal.NotInThisCafe r -> voice.say(key, r.who());
            case Refusal.NotPresent r -> voice.say(key, r.name());
            case Refusal.NoSuchTable r -> voice.say(key, Cleaning.name(r.asked()), voice.list(r.tables()));
            case Refusal.NoSuchIntervention r ->
                r.names().isEmpty()
                        ? voice.say(key + ".none")
                        : voice.say(key, Cleaning.name(r.asked()), voice.list(r.names()));
            case Refusal.AlreadyFired r -> voice.say(key, r.title());
            case Refusal.EnoughInterventions r -> voice.say(key, r.most());
            case Refusal.TooLateForIntervention r -> voice.say(key, voice.length(r.before()));
            case Refusal.TalkIsOver r ->
                r.next().isPresent() ? voice.say(key, r.next().getAsInt()) : voice.say("refusal.TalkIsOver.last");
            case Refusal.DoesNotFit r -> voice.say(key, voice.length(r.tooMuch()), voice.time(r.end()));
            case Refusal.Protected r -> voice.say(key, r.step(), voice.time(r.until()));
            case Refusal.OnlyWithinTheChange r -> voice.say(key, voice.length(r.most()));
            case Refusal.TooLong r -> voice.say(key, voice.length(r.most()));
            case Refusal.AlreadyThere r -> voice.say(key, r.table());
            case Refusal.HostedHereBefore r -> voice.say(key, r.name());
            case Refusal.NotTheFacilitator r -> voice.say(key);
            case Refusal.NothingIsRunning r -> voice.say(key);
            case Refusal.AlreadyStarted r -> voice.say(key);
            case Refusal.NotPaused r -> voice.say(key);
            case Refusal.IsPaused r -> voice.say(key);
            case Refusal.IsClosed r -> voice.say(key);
            case Refusal.IsPublished r -> voice.say(key);
            case Refusal.NotClosed r -> voice.say(key);
            case Refusal.NobodyCheckedIn r -> voice.say(key);
            case Refusal.NotSeatedYet r -> voice.say(key);
            case Refusal.NoSuchNumberOfTables r -> voice.say(key, r.most());
            case Refusal.NoSuchRoom r -> voice.say(key, r.most());
            case Refusal.SeatedAlready r -> voice.say(key);
            case Refusal.NotARound r -> voice.say(key);
            case Refusal.NotTheHost r -> voice.say(key);
            case Refusal.NobodyToTakeOver r -> voice.say(key);
            case Refusal.AlreadyFacilitator r -> voice.say(key);
        };
    }
}
