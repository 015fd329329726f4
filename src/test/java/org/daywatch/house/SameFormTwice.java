package org.daywatch.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.daywatch._story.AllTables;
import org.daywatch._story.Explorer;
import org.daywatch._story.Explorer.Form;
import org.daywatch._story.Inserts;

/**
 * A reload, the way back and forth again, a program between that sends again what it sent: the very same form comes
 * twice. What was made stands there once; the audit may say that somebody looked or tried again. Forms are those of
 * everybody's pages, filled in as they stand there: a new one is tried without anybody adding it here.
 */
final class SameFormTwice {

    /** They end the session of somebody who walks here, or their place. */
    private static final Pattern LEFT_OUT = Pattern.compile("/(sign-out|sign-in|personas|users/\\{}).*");
    /** They say that a form came. */
    private static final Set<String> GROW = Set.of("platform.audit_line", "platform.submitted_form");
    private static final int REFUSALS = 3;
    /** So long nothing is written down: whatever was begun before has ended. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final List<Explorer> people;
    private final AllTables tables;

    SameFormTwice(List<Explorer> people, AllTables tables) {
        this.people = people;
        this.tables = tables;
    }

    void everyForm() throws SQLException {
        var taken = new TreeSet<String>();
        var made = new TreeSet<String>();
        var twice = new TreeSet<String>();
        var refused = new HashMap<String, Integer>();
        try (var inserts = tables.watchInserts()) {
            for (var person : people)
                for (var form : person.forms()) {
                    String kind = Explorer.kind(form.address());
                    if (LEFT_OUT.matcher(kind).matches() || taken.contains(kind)
                            || refused.getOrDefault(kind, 0) > REFUSALS)
                        continue;
                    var sent = filled(form);
                    inserts.sinceThen();
                    int answer = send(person, sent);
                    if (answer == 401) person.enter();
                    if (answer >= 400) {
                        refused.merge(kind, 1, Integer::sum);
                        continue;
                    }
                    taken.add(kind);
                    if (of(inserts).isEmpty()) continue;
                    made.add(kind);
                    var again = again(person, sent, inserts);
                    if (!again.isEmpty()) twice.add(kind + " makes again: " + String.join(", ", again));
                }
        }
        assertThat(made).as("forms that made something, of %d that were taken", taken.size()).hasSizeGreaterThan(60);
        Offenders.none(
                "Answer the form with a redirect, or say ShownOnce where what it made is found: it was made twice.",
                twice);
    }

    /**
     * What somebody began may be written down after its answer, in work beside the requests, and then stands among what
     * the next one made: whatever a form makes again it makes a third time, once nothing else is being written.
     */
    private static List<String> again(Explorer person, Sent sent, Inserts inserts) {
        send(person, sent);
        var again = of(inserts);
        if (again.isEmpty()) return again;
        inserts.untilQuiet(QUIET);
        send(person, sent);
        var third = of(inserts);
        return again.stream().filter(third::contains).toList();
    }

    private record Sent(String address, Map<String, String> fields, Map<String, byte[]> files) {}

    private static Sent filled(Form form) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.computeIfPresent("form", (name, old) -> UUID.randomUUID().toString());
        var files = new LinkedHashMap<String, byte[]>();
        form.files().forEach((name, kinds) -> files.put(name, kinds.contains("image") ? picture() : list()));
        return new Sent(form.address(), fields, files);
    }

    private static int send(Explorer person, Sent sent) {
        return (sent.files().isEmpty()
                ? person.post(sent.address(), sent.fields())
                : person.postParts(sent.address(), sent.fields(), sent.files())).statusCode();
    }

    private static List<String> of(Inserts inserts) {
        return inserts.sinceThen().stream().filter(table -> !GROW.contains(table)).toList();
    }

    private static byte[] picture() {
        var drawn = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", drawn);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return drawn.toByteArray();
    }

    private static byte[] list() {
        return "name,email\nKit Sage,kit@twice.example\n".getBytes(UTF_8);
    }
}
