package org.tafelronde.testing;

import java.util.List;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Speaker;

/** The people of the stories. Ada is the facilitator as a rule, and sits at no table. */
public enum Cast {
    ADA("Ada"),
    BRAM("Bram"),
    CHRIS("Chris"),
    DINA("Dina"),
    EMRE("Emre"),
    FATIMA("Fatima"),
    GIJS("Gijs"),
    HANNA("Hanna"),
    IVO("Ivo"),
    JASMIJN("Jasmijn"),
    KEES("Kees"),
    LOTTE("Lotte"),
    MO("Mo"),
    NOOR("Noor"),
    OTTO("Otto"),
    PIEN("Pien"),
    QUINTEN("Quinten"),
    ROOS("Roos"),
    SEM("Sem"),
    TESS("Tess"),
    UMA("Uma");

    /** Where they chat. */
    public static final Platform PLATFORM = new Platform("test");

    private final String called;

    Cast(String called) {
        this.called = called;
    }

    public String called() {
        return called;
    }

    public Person person() {
        return new Person(PLATFORM, "u-" + called.toLowerCase(java.util.Locale.ROOT));
    }

    /** By which the café knows them. */
    public String key() {
        return person().key();
    }

    public Speaker speaker() {
        return Speaker.of(person(), called);
    }

    /** Everybody but the facilitator, the first so many. */
    public static List<Cast> guests(int n) {
        return List.of(values()).subList(1, n + 1);
    }

    public static Cast of(String key) {
        return List.of(values()).stream()
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
