package org.tafelronde;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.annotation.Error;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.annotation.Testable;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.outbox.Courier;

/** The drawing of the house, as tests: who may lean on whom, who knows the time, who speaks. */
class HouseRulesTest {
    private static final String HOUSE = "org.tafelronde";
    private static final String[] DOMAIN = {"domain.script", "domain.seating", "domain.session", "domain.harvest"};

    /** Each room, and the other rooms that it may use. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        room("domain.script");
        room("domain.seating");
        room("domain.session", "domain.script", "domain.seating");
        room("domain.harvest", "domain.script", "domain.seating", "domain.session");
        room("language", "domain.script", "domain.harvest");
        room("chat");
        room("time");
        room("launch");
        room("secret");
        room("outbox", "chat", "time");
        room("flow", and(DOMAIN, "chat", "outbox", "time"));
        room("webchat", "chat", "secret");
        room("slack", "chat", "secret");
        room("teams", "chat");
        room("store", and(DOMAIN, "chat", "time", "outbox", "flow", "webchat", "slack", "teams"));
        room("report", and(DOMAIN, "chat", "flow"));
        room("desk", and(DOMAIN, "chat", "time", "outbox", "flow", "secret"));
        room("rehearsal", and(DOMAIN, "chat", "time", "outbox", "flow", "webchat"));
    }

    /** What puts the rooms together, and so may use all: the root package itself and the words of the command line. */
    private static final Set<String> PUT_TOGETHER = Set.of(HOUSE, HOUSE + ".cli");

    /** Drawn, with its rule in the table above, and empty so far. Strike a room from here with its first class. */
    private static final Set<String> NOT_YET_BUILT = Set.of();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(HOUSE);

    @Test
    void every_room_uses_only_the_rooms_that_its_line_in_the_table_names() {
        List<String> broken = new ArrayList<>();
        MAY_USE.forEach((room, others) -> {
            String[] allowed = and(others.toArray(String[]::new), room);
            broken.addAll(classes()
                    .that(resideIn(room))
                    .should()
                    .onlyDependOnClassesThat(outsideTheHouseOrIn(allowed))
                    .allowEmptyShould(NOT_YET_BUILT.contains(room))
                    .evaluate(CLASSES)
                    .getFailureReport()
                    .getDetails());
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void the_domain_and_chat_know_only_java() {
        for (String room : List.of("domain", "chat")) {
            classes()
                    .that(resideIn(room))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", HOUSE + "." + room + "..")
                    .check(CLASSES);
        }
    }

    /** Such a handler answers again what a controller has answered, without end while the request's body is on its way (micronaut-core 12940). */
    @Test
    void errors_are_handled_by_their_exceptions_and_not_by_their_status() {
        List<String> byStatus = CLASSES.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> m.isAnnotatedWith(Error.class))
                .filter(m -> m.getAnnotationOfType(Error.class).exception() == Throwable.class
                        && m.getRawParameterTypes().stream().noneMatch(t -> t.isAssignableTo(Throwable.class)))
                .map(JavaMember::getFullName)
                .toList();
        assertThat(byStatus).isEmpty();
        assertThat(CLASSES.stream().flatMap(c -> c.getMethods().stream()).filter(m -> m.isAnnotatedWith(Error.class)))
                .as("it is a rule over something")
                .isNotEmpty();
    }

    @Test
    void the_flow_and_the_outbox_know_no_framework() {
        classes()
                .that()
                .resideInAnyPackage(packages("flow", "outbox"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jakarta..", "org.slf4j..", "org.jspecify..", HOUSE + "..")
                .check(CLASSES);
    }

    @Test
    void only_the_store_knows_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("store"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.data..", "org.sqlite..", "org.postgresql..", "org.flywaydb..")
                .check(CLASSES);
    }

    @Test
    void only_the_language_room_knows_the_analysers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("language"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..", "org.tartarus..", "de.bwaldvogel.liblinear..")
                .check(CLASSES);
    }

    @Test
    void only_slack_knows_slack() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("slack"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.slack..")
                .check(CLASSES);
    }

    @Test
    void only_teams_reads_tokens() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("teams"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds..")
                .check(CLASSES);
    }

    @Test
    void no_rooms_lean_on_each_other_in_a_circle() {
        slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_time_asks_what_time_it_is_or_waits() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("time"))
                .should()
                .accessTargetWhere(describe("asks for the time or waits", HouseRulesTest::asksForTheTimeOrWaits))
                .check(CLASSES);
    }

    /** What a platform's own room repeats (a sign of life, a look for news) keeps no promise of the café. */
    @Test
    void nobody_leaves_the_waiting_to_a_framework() {
        noMethods()
                .should()
                .beAnnotatedWith("io.micronaut.scheduling.annotation.Scheduled")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("time", "webchat", "slack", "teams"))
                .should()
                .accessTargetWhere(describe(
                        "schedules something",
                        access -> access.getTargetOwner().isAssignableTo(ScheduledExecutorService.class)
                                && access.getTarget().getName().startsWith("schedule")))
                .check(CLASSES);
    }

    private static boolean asksForTheTimeOrWaits(JavaAccess<?> access) {
        JavaClass of = access.getTargetOwner();
        String name = access.getTarget().getName();
        return (of.getPackageName().startsWith("java.time") && name.equals("now"))
                || (of.isAssignableTo(InstantSource.class) && (name.startsWith("system") || name.startsWith("tick")))
                || (of.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || (of.isEquivalentTo(Date.class) && name.equals("<init>") && takesNothing(access))
                || (of.isAssignableTo(Calendar.class) && name.equals("getInstance"))
                || (of.isAssignableTo(Thread.class) && name.equals("sleep"))
                || (of.isAssignableTo(TimeUnit.class) && name.equals("sleep"))
                || (of.isEquivalentTo(LockSupport.class) && name.startsWith("park"))
                || of.isAssignableTo(Timer.class);
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access.getTarget().getFullName().endsWith("()");
    }

    @Test
    void only_the_courier_speaks() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Courier.class)
                .should()
                .accessTargetWhere(describe(
                        "says something on a platform",
                        access -> access.getTarget().getName().equals("send")
                                && access.getTargetOwner().isAssignableTo(ChatPlatform.class)))
                .check(CLASSES);
    }

    /** A rule over nothing is green: so each room of the drawing is either lived in, or listed as not yet built. */
    @Test
    void every_room_of_the_drawing_is_lived_in() {
        for (String room : MAY_USE.keySet()) {
            assertThat(CLASSES.stream().anyMatch(resideIn(room)))
                    .as("%s holds classes; rooms not yet built: %s", room, NOT_YET_BUILT)
                    .isEqualTo(!NOT_YET_BUILT.contains(room));
        }
    }

    @Test
    void every_class_lives_in_a_room_of_the_drawing() {
        Set<String> homeless = CLASSES.stream()
                .filter(type -> MAY_USE.keySet().stream()
                        .noneMatch(room -> resideIn(room).test(type)))
                .map(JavaClass::getPackageName)
                .filter(name -> !PUT_TOGETHER.contains(name))
                .collect(toSet());
        assertThat(homeless).isEmpty();
    }

    /** Some tests are run beside others: one that changes what belongs to the whole process would change it for those. */
    @Test
    void who_changes_the_whole_process_is_alone_meanwhile() {
        Set<String> besideOthers = TESTS.stream()
                .filter(type -> type.getSimpleName().endsWith("Test") && !type.isAnnotatedWith(Isolated.class))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(HouseRulesTest::changesTheProcess))
                .map(JavaClass::getSimpleName)
                .collect(toSet());
        assertThat(besideOthers).isEmpty();
    }

    private static boolean changesTheProcess(MethodCallTarget called) {
        String owner = called.getOwner().getSimpleName();
        String name = called.getName();
        return owner.equals("Typed") && name.equals("line")
                || owner.equals("System") && (name.startsWith("set") || name.equals("clearProperty"))
                || name.equals("setDefault");
    }

    /** Surefire runs what is named so, and passes over the rest without a word; a measurement is meant to be run by name alone. */
    @Test
    void every_test_has_a_name_that_makes_it_run() {
        Set<String> passedOver = TESTS.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !type.isInterface())
                .filter(type ->
                        type.getAllMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class)))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.endsWith("Test") && !name.endsWith("Speed"))
                .collect(toSet());
        assertThat(passedOver).isEmpty();
    }

    /** Not a rule but a figure to watch: what is public is a promise, and a third is plenty. */
    @Test
    void the_number_of_public_types_is_printed() {
        List<JavaClass> written = CLASSES.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getName().contains("$")
                        && !type.getSimpleName().equals("package-info"))
                .toList();
        long open = written.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        System.out.printf("%d of %d types are public; a third is %d.%n", open, written.size(), written.size() / 3);
        assertThat(written).isNotEmpty();
    }

    private static void room(String name, String... mayUse) {
        MAY_USE.put(name, List.of(mayUse));
    }

    private static String[] and(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] packages(String... rooms) {
        return Arrays.stream(rooms).map(room -> HOUSE + "." + room + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> resideIn(String room) {
        return resideInAPackage(HOUSE + "." + room + "..");
    }

    /** The root package is not outside: a room that uses what puts the rooms together would turn the house around. */
    private static DescribedPredicate<JavaClass> outsideTheHouseOrIn(String... rooms) {
        return resideOutsideOfPackage(HOUSE + "..").or(resideInAnyPackage(packages(rooms)));
    }
}
