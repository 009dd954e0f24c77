package org.tafelronde.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tafelronde.Server;
import org.tafelronde.flow.Scripts;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Web chat, and whatever platform has its settings. */
@Command(name = "serve", description = "Serves the web chat and the platforms that are set up (the default).")
final class ServeCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Server server = Server.start(Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }));
        if (server.bean(Scripts.class).all().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "tafelronde: there is no script that can be run yet; set TAFELRONDE_SCRIPTS to the folder of your"
                                    + " scripts, and see what is wrong with one by: check SCRIPT");
        }
        spec.commandLine().getOut().println("Tafelronde is here: " + server.address());
        spec.commandLine()
                .getOut()
                .println("The facilitator's own link (keep it to yourself): " + server.facilitatorLink());
        spec.commandLine().getOut().flush();
        stopped.await();
        return Exit.FINE;
    }
}
