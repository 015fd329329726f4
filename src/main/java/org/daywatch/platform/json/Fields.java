package org.daywatch.platform.json;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, asked for by name. What is wrong is noted in {@link Flaws} and a harmless value goes on in
 * its place: the file is refused at the end, with everything that was found.
 */
public final class Fields {

    public static final Window NO_WINDOW = Window.of(Instant.EPOCH, Duration.ofMinutes(1));

    private final JsonValue value;
    private final Flaws flaws;
    private final Map<String, JsonValue> fields;

    private Fields(JsonValue value, Flaws flaws) {
        this.value = value;
        this.flaws = flaws;
        this.fields = value.fields();
    }

    /** @param known every field this object may have */
    public static Fields of(JsonValue value, Flaws flaws, String... known) {
        if (value.kind() != JsonValue.Kind.OBJECT)
            flaws.add(value, "must be an object with the fields " + String.join(", ", known) + ".");
        value.fields().forEach((name, field) -> {
            if (!contains(known, name))
                flaws.add(field, "is not a field of this format; here stand " + String.join(", ", known) + ".");
        });
        return new Fields(value, flaws);
    }

    private static boolean contains(String[] known, String name) {
        for (String one : known) if (one.equals(name)) return true;
        return false;
    }

    public JsonValue value() {
        return value;
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public @Nullable JsonValue find(String name) {
        return fields.get(name);
    }

    /** For {@code null}, which says that an end is open, and for a field left out. */
    public boolean open(String name) {
        var field = fields.get(name);
        return field == null || field.kind() == JsonValue.Kind.NULL;
    }

    /** The field, or empty after noting that it is missing. */
    public Optional<JsonValue> required(String name) {
        var field = fields.get(name);
        if (field == null && value.kind() == JsonValue.Kind.OBJECT)
            flaws.add(value, "lacks the field " + name + "; add it.");
        return Optional.ofNullable(field);
    }

    public void constant(String name, String expected) {
        required(name).filter(f -> !f.text().equals(expected) || f.kind() == JsonValue.Kind.NULL)
                .ifPresent(f -> flaws.add(f, "must be " + expected + "; this reader knows no other."));
    }

    public String id(String name) {
        return required(name).map(f -> Scalars.text(f, flaws, 100)).orElse("");
    }

    public @Nullable String findText(String name) {
        return has(name) ? Scalars.text(fields.get(name), flaws, 100) : null;
    }

    public String choice(String name, @Nullable String otherwise, Collection<String> choices) {
        if (!has(name) && otherwise != null) return otherwise;
        return required(name).map(f -> Scalars.choice(f, flaws, choices)).orElse(choices.iterator().next());
    }

    public long whole(String name, long otherwise, long least, long most) {
        return has(name) ? Scalars.whole(fields.get(name), flaws, least, most) : otherwise;
    }

    public boolean truth(String name, boolean otherwise) {
        var field = fields.get(name);
        if (field == null) return otherwise;
        if (field.kind() != JsonValue.Kind.BOOLEAN) flaws.add(field, "must be true or false.");
        return field.text().equals("true");
    }

    public LocalDate day(String name) {
        return required(name).map(f -> Scalars.day(f, flaws)).orElse(LocalDate.EPOCH);
    }

    public @Nullable LocalDate findDay(String name) {
        return open(name) ? null : Scalars.day(fields.get(name), flaws);
    }

    public Duration length(String name) {
        return required(name).map(f -> Scalars.length(f, flaws)).orElse(Duration.ZERO);
    }

    public ZoneId zone(String name) {
        return required(name).map(f -> Scalars.zone(f, flaws)).orElse(java.time.ZoneOffset.UTC);
    }

    public DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(choice(name, null, Scalars.names(DayOfWeek.values())));
    }

    public LocalTime time(String name) {
        return required(name).map(f -> Scalars.time(f, flaws)).orElse(LocalTime.MIDNIGHT);
    }

    /**
     * The stretch between {@code start} and {@code end}, whole minutes; {@link #NO_WINDOW} where they could not be
     * read.
     */
    public Window window() {
        Instant start = required("start").map(f -> Scalars.moment(f, flaws)).orElse(Instant.MIN);
        Instant end = required("end").map(f -> Scalars.moment(f, flaws)).orElse(Instant.MIN);
        if (start == Instant.MIN || end == Instant.MIN) return NO_WINDOW;
        if (end.isAfter(start)) return new Window(start, end);
        flaws.add(fields.get("end"),
                "is not after the start " + fields.get("start").shown() + "; correct one of the two.");
        return NO_WINDOW;
    }

    /** Elements of a list; empty where it is left out. */
    public List<JsonValue> list(String name) {
        var field = fields.get(name);
        if (field == null) return List.of();
        if (field.kind() != JsonValue.Kind.LIST) flaws.add(field, "must be a list: […].");
        return field.items();
    }

    /** Names in a list, none twice. */
    public Set<String> names(String name) {
        var names = new LinkedHashSet<String>();
        for (var item : list(name)) {
            String text = Scalars.text(item, flaws, 100);
            if (!names.add(text) && !text.isEmpty()) flaws.add(item, "stands in this list twice; take one out.");
        }
        return names;
    }

    /** Names in a list, each of them one of {@code known}. */
    public Set<String> references(String name, Set<String> known, String what) {
        for (var item : list(name)) refer(item, known, what);
        return names(name);
    }

    public String reference(String name, Set<String> known, String what) {
        required(name).ifPresent(f -> refer(f, known, what));
        return id(name);
    }

    public void refer(JsonValue to, Set<String> known, String what) {
        if (to.kind() == JsonValue.Kind.TEXT && !known.contains(to.text())) {
            flaws.add(to, "is no " + what + " of this file; correct the name, add the " + what + ", or take this out.");
        }
    }
}
