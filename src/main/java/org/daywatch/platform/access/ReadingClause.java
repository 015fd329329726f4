package org.daywatch.platform.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord.Kind;

/** One sentence of the rule: where all of its conditions hold, its outcome does. */
record ReadingClause(String name, Outcome outcome, List<Condition> conditions) {

    enum Outcome { ALLOW, REFUSE, GLASS }

    record Condition(String words, Predicate<Look> holds) {}

    static ReadingClause allow(String name, Condition... conditions) {
        return new ReadingClause(name, Outcome.ALLOW, List.of(conditions));
    }

    static ReadingClause refuse(String name, Condition... conditions) {
        return new ReadingClause(name, Outcome.REFUSE, List.of(conditions));
    }

    static ReadingClause glass(String name, Condition... conditions) {
        return new ReadingClause(name, Outcome.GLASS, List.of(conditions));
    }

    boolean holds(Look look) {
        return conditions.stream().allMatch(condition -> condition.holds().test(look));
    }

    static Condition part(Part... parts) {
        var among = Set.of(parts);
        return new Condition("part " + among, look -> among.contains(look.reader().part()));
    }

    static Condition kind(Kind... kinds) {
        var among = Set.of(kinds);
        return new Condition("kind " + among, look -> among.contains(look.record().kind()));
    }

    static Condition purpose(Purpose... purposes) {
        var among = Set.of(purposes);
        return new Condition("purpose " + among, look -> among.contains(look.reader().purpose()));
    }
}
