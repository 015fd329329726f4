package org.daywatch.prevention.checkpoints;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.prevention.checkpoints.Checkpoint.Kind;
import org.daywatch.prevention.checkpoints.Checkpoint.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as somebody typed it, or as a line of a file says it, checked on its own.
 *
 * @param position null: after the last one
 */
public record CheckpointForm(Kind kind, String name, String place, @Nullable UUID roomId, @Nullable Mark mark,
        @Nullable Integer position, boolean outer, @Nullable Integer everyDays) {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_PLACE = 120;
    private static final int LAST_POSITION = 9999;
    private static final int MOST_DAYS = 400;

    static CheckpointForm of(Checkpoint c) {
        return new CheckpointForm(c.kind(), c.name(), c.place(), c.roomId(), c.mark(), c.position(), c.outer(),
                c.everyDays());
    }

    /** What a file cannot say stays as it is: the room, the mark on a plan, and an order it leaves out. */
    CheckpointForm over(Checkpoint c) {
        return new CheckpointForm(kind, name, place, roomId == null ? c.roomId() : roomId,
                mark == null ? c.mark() : mark, position == null ? (Integer) c.position() : position, outer, everyDays);
    }

    /** @throws InvalidInput naming every field that is wrong */
    public static CheckpointForm read(Map<String, String> typed) {
        return new Reading(typed).form();
    }

    private static final class Reading {

        private final TypedForm form;

        Reading(Map<String, String> typed) {
            this.form = new TypedForm("checkpoints", typed);
        }

        CheckpointForm form() {
            var kind = kind();
            String name = oneLine("name", LONGEST_NAME, "checkpoints.wrong.name.long");
            if (name.isEmpty()) form.wrong("name", "checkpoints.wrong.name");
            String place = oneLine("place", LONGEST_PLACE, "checkpoints.wrong.place");
            var position = form.number("position", 1, LAST_POSITION, "checkpoints.wrong.position");
            var every = form.number("every", 1, MOST_DAYS, "checkpoints.wrong.every");
            boolean outer = outer();
            if (outer && kind.isPresent() && !kind.get().opens()) form.wrong("outer", "checkpoints.wrong.outer");
            var mark = mark();
            form.check();
            return new CheckpointForm(kind.orElseThrow(), name, place, Ids.find(form.text("room")).orElse(null), mark,
                    position, outer, every);
        }

        private Optional<Kind> kind() {
            var kind = Arrays.stream(Kind.values()).filter(k -> k.name().equalsIgnoreCase(form.text("kind")))
                    .findFirst();
            if (kind.isEmpty()) form.wrong("kind", "checkpoints.wrong.kind");
            return kind;
        }

        private boolean outer() {
            String said = form.text("outer").toLowerCase(java.util.Locale.ROOT);
            if (said.matches("|no|false|0")) return false;
            if (!said.matches("yes|true|1|sí|si|on")) form.wrong("outer", "checkpoints.wrong.yes");
            return true;
        }

        /** All three or none. */
        private @Nullable Mark mark() {
            var plan = Ids.find(form.text("plan"));
            if (plan.isEmpty()) return null;
            var across = percent("across");
            var down = percent("down");
            return across == null || down == null ? null : new Mark(plan.get(), across, down);
        }

        private @Nullable Double percent(String field) {
            if (form.text(field).matches("[0-9]{1,3}([.][0-9]{1,2})?") && Double.parseDouble(form.text(field)) <= 100)
                return Double.valueOf(form.text(field));
            form.wrong(field, "checkpoints.wrong.percent");
            return null;
        }

        private String oneLine(String field, int most, String message) {
            return form.within(field, most, message).replaceAll("\\n+", " ");
        }
    }
}
