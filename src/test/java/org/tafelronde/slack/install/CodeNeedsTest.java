package org.tafelronde.slack.install;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.event.Event;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of scopes, and so the manifests, say what the code does: read from the compiled code itself. */
class CodeNeedsTest {
    /** What an app does by its own tokens, whatever scopes the bot has. */
    private static final Set<String> OF_THE_APP = Set.of("oauthv2access", "appsconnectionsopen");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tafelronde.slack");

    @Test
    void every_method_that_is_called_is_in_the_table_and_no_other() {
        Set<String> called = CLASSES.stream()
                .flatMap(c -> c.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(MethodsClient.class))
                .map(call -> call.getTarget().getName().toLowerCase(Locale.ROOT))
                .filter(name -> !OF_THE_APP.contains(name))
                .collect(toCollection(TreeSet::new));

        assertThat(called).isEqualTo(squeezed(Scope.allMethods()));
    }

    @Test
    void every_event_that_is_heard_is_in_the_table_and_no_other() {
        Set<String> heard = CLASSES.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(d -> d.getTargetClass())
                .filter(c -> c.isAssignableTo(Event.class) && !c.isEquivalentTo(Event.class))
                .map(CodeNeedsTest::type)
                .collect(toCollection(TreeSet::new));

        assertThat(heard)
                .isEqualTo(Scope.allEvents().stream()
                        .map(e -> e.replaceFirst("\\..*", ""))
                        .collect(toCollection(TreeSet::new)));
    }

    /** "chatPostMessage" is "chat.postMessage". */
    private static Set<String> squeezed(Set<String> methods) {
        return methods.stream()
                .map(m -> m.replace(".", "").toLowerCase(Locale.ROOT))
                .collect(toCollection(TreeSet::new));
    }

    private static String type(JavaClass event) {
        try {
            return (String) event.reflect().getField("TYPE_NAME").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(event.getName() + " has no type", e);
        }
    }
}
