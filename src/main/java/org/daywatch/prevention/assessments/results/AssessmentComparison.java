package org.daywatch.prevention.assessments.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.jspecify.annotations.Nullable;

/**
 * Two assessments of one campus. Items are the same where they carry the same id, also in another edition of the
 * instrument.
 *
 * @param changes answered differently than last time, in the order of the instrument
 * @param onlyNow items the instrument of last time did not have; {@code onlyThen} those this one has no more
 */
public record AssessmentComparison(List<Change> changes, int same, List<Item> onlyNow, List<Item> onlyThen, Tiers then,
        Tiers now) {

    public enum Direction { BETTER, WORSE, OTHER }

    /** @param then null: not answered last time */
    public record Change(Item item, @Nullable Answer then, @Nullable Answer now) {

        /** What does not apply, or was never answered, cannot have become better or worse. */
        public Direction direction() {
            if (then == null || now == null || then == Answer.NOT_APPLICABLE || now == Answer.NOT_APPLICABLE)
                return Direction.OTHER;
            return now.ordinal() < then.ordinal() ? Direction.BETTER : Direction.WORSE;
        }
    }

    public static AssessmentComparison of(Instrument before, Map<String, Answer> then, Instrument after,
            Map<String, Answer> now) {
        var known = before.byId();
        var changes = new ArrayList<Change>();
        int same = 0;
        for (var item : after.items()) {
            if (!known.containsKey(item.id())) continue;
            if (then.get(item.id()) == now.get(item.id())) same++;
            else changes.add(new Change(item, then.get(item.id()), now.get(item.id())));
        }
        var kept = after.byId();
        return new AssessmentComparison(List.copyOf(changes), same,
                after.items().stream().filter(i -> !known.containsKey(i.id())).toList(),
                before.items().stream().filter(i -> !kept.containsKey(i.id())).toList(), Tiers.of(before, then),
                Tiers.of(after, now));
    }

    public long count(Direction direction) {
        return changes.stream().filter(c -> c.direction() == direction).count();
    }
}
