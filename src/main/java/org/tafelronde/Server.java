package org.tafelronde;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafelronde.rehearsal.Rehearsals;
import org.tafelronde.rehearsal.Watcher;
import org.tafelronde.webchat.Passes;

/** The house, open: with a web page or without, with time passing or standing still. */
public final class Server implements AutoCloseable {
    private final ApplicationContext context;

    private Server(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Everything: time passes, and the web page is there. What was under way when the program ended goes on.
     *
     * @param settings beside those of the environment
     * @param environments beside those in MICRONAUT_ENVIRONMENTS
     */
    public static Server start(Map<String, Object> settings, String... environments) {
        Server server = withoutTime(settings, environments);
        try {
            Address address = Address.of(server.context);
            server.bean(Engine.class).start();
            server.bean(Rehearsals.class).goOn(Watcher.NOBODY);
            listen(server, address);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static void listen(Server server, Address address) {
        try {
            server.bean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            throw isTaken(e) ? SettingProblem.portTaken(address.port()) : e;
        }
    }

    private static boolean isTaken(@Nullable Throwable e) {
        return e != null && (e instanceof BindException || isTaken(e.getCause()));
    }

    /** Time passes; nobody can come in from outside. */
    public static Server withoutWeb(Map<String, Object> settings) {
        Server server = withoutTime(settings);
        try {
            server.bean(Engine.class).start();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** What is kept can be read, and nothing happens. */
    public static Server withoutTime(Map<String, Object> settings, String... environments) {
        return new Server(ApplicationContext.builder(environments)
                .banner(false)
                .properties(settings)
                .start());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All of a kind. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /** Where people find the page: what {@code TAFELRONDE_BASE_URL} says, or else {@code http://localhost:8080}. */
    public String address() {
        return Address.of(context)
                .baseUrl()
                .orElseGet(
                        () -> "http://localhost:" + bean(EmbeddedServer.class).getPort());
    }

    /** Whoever opens it may begin cafés. */
    public String facilitatorLink() {
        return address() + bean(Passes.class).facilitatorPath();
    }

    @Override
    public void close() {
        context.close();
    }
}
