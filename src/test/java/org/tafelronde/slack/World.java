package org.tafelronde.slack;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Slack to hold a café in, whoever made it. */
interface World extends AutoCloseable {
    String url();

    String token();

    String secret();

    String team();

    String bot();

    /** From now on what happens is told there. */
    void tells(URI endpoint);

    String person(String name);

    /** By name. */
    Map<String, String> channels();

    Set<String> members(String channel);

    /** With threads, oldest first. */
    List<JsonObject> messages(String channel);

    /** Where the bot and this person are alone. */
    String alone(String user);

    /**
     * @return the message's ts
     */
    String says(String user, String channel, Optional<String> thread, String text);

    /** An address that answers to a button are brought to. */
    String responseUrl();

    @Override
    void close();
}
