package org.daywatch.emergencies.accountability;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollCall.Source;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What one adult says about one room.
 *
 * @param id chosen where it was written
 * @param place null: from the command post
 * @param says by person of the roll call; the person who is not named stays as they were
 * @param unexpected names nobody asked for
 * @param saidAt null: now
 */
public record RoomReport(UUID id, @Nullable UUID place, Source source, Map<UUID, Says> says, List<String> unexpected,
        @Nullable Boolean secured, @Nullable Instant saidAt) {

    private static final String PERSON = "person-";

    /**
     * As the form sends it: person-ID = what is said of them, everybody = PRESENT at one tap for all of the class who
     * are not marked otherwise, extra = ids of people of other rooms, with = names of people, expected elsewhere or by
     * nobody, unexpected = such names line by line, secured = yes or no, paperTime = HH:MM at the school.
     *
     * @param own ids of those expected in the room
     * @param others those expected elsewhere, by name
     */
    static RoomReport read(Map<String, List<String>> form, UUID place, List<UUID> own, OthersByName others,
            Instant begun, ZoneId zone) {
        Map<UUID, Says> says = new HashMap<>();
        if (form.containsKey("everybody")) own.forEach(id -> says.put(id, Says.PRESENT));
        form.forEach((field, values) -> {
            if (!field.startsWith(PERSON) || values.getFirst().isEmpty()) return;
            says.put(id(field.substring(PERSON.length())), says(values.getFirst()));
        });
        for (String extra : form.getOrDefault("extra", List.of()))
            if (!extra.isEmpty()) says.put(id(extra), Says.PRESENT);
        var unexpected = new ArrayList<String>();
        Stream.concat(form.getOrDefault("with", List.of()).stream(),
                String.join("\n", form.getOrDefault("unexpected", List.of())).lines()).map(String::strip)
                .filter(n -> !n.isEmpty()).limit(40).forEach(n -> others.find(n)
                        .ifPresentOrElse(id -> says.put(id, Says.PRESENT), () -> unexpected.add(cut(n))));
        String secured = first(form, "secured");
        String paper = first(form, "paperTime");
        return new RoomReport(id(first(form, "report")), place, paper.isEmpty() ? Source.PHONE : Source.PAPER, says,
                List.copyOf(unexpected),
                secured.isEmpty() ? null : secured.equals("yes"),
                paper.isEmpty() ? instant(first(form, "saidAt")) : onPaper(paper, begun, zone));
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), 120));
    }

    public static Says says(String word) {
        for (var says : Says.values()) if (says.name().equals(word)) return says;
        throw new InvalidInput("person", word, "accountability.error.says");
    }

    private static UUID id(String text) {
        return Ids.find(text).orElseThrow(() -> new InvalidInput("report", text, "accountability.error.person"));
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst().strip();
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null; // only a phone's own clock; the server's counts then
        }
    }

    /** The first moment after the alert at which the school's clock showed this. */
    private static Instant onPaper(String text, Instant begun, ZoneId zone) {
        try {
            var then = begun.atZone(zone);
            var at = then.with(LocalTime.parse(text));
            return (at.plusMinutes(1).isBefore(then) ? at.plusDays(1) : at).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput("paperTime", text, "accountability.error.time");
        }
    }
}
