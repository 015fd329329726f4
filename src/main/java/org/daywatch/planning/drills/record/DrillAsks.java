package org.daywatch.planning.drills.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.planning.drills.Drill.State;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillAsk.What;
import org.daywatch.planning.drills.DrillAsk;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is asked for after a drill: by Daywatch of every one, and by what a state or program demands of it. */
@Component
@Transactional(readOnly = true)
public class DrillAsks {

    static final String OFFICERS = "DRILL:ACTIVE_THREAT:OFFICERS";
    static final String POSTED = "NOTICE:DRILL_POSTED";
    static final String FIRE_FORM = "KEEP:FIRE_FORM";
    static final String AFTER_ACTION = "REPORT:AFTER_ACTION";

    private final ProgramRules rules;
    private final ObjectProvider<Programs> programs;

    DrillAsks(ProgramRules rules, ObjectProvider<Programs> programs) {
        this.rules = rules;
        this.programs = programs;
    }

    /** Of many drills at once, in one read of the rules. */
    public Map<UUID, LocalDate> reviewBy(Function<UUID, @Nullable Campus> school, Collection<Drill> drills) {
        var book = rules.book();
        var by = new HashMap<UUID, LocalDate>();
        for (var drill : drills) {
            var campus = school.apply(drill.schoolId());
            var day = campus == null ? null : reviewBy(campus, drill, book);
            if (day != null) by.put(drill.id(), day);
        }
        return by;
    }

    private static @Nullable LocalDate reviewBy(Campus school, Drill drill, RuleBook book) {
        if (!(drill.state() instanceof State.Held held) || held.brokenOff()) return null;
        return drill.day().plusDays(within(school, drill, book));
    }

    private static int within(Campus school, Drill drill, RuleBook book) {
        return book.get("AFTER_ACTION_WITHIN", drill.day(), "DISTRICT:" + school.districtId(),
                RuleBook.state(school.state())).number();
    }

    public List<DrillAsk> of(Campus school, Drill drill, DrillRecords.Full record, LocalDate today) {
        var known = programs.getIfAvailable();
        var demanded = (known == null
                ? List.<Requirement>of()
                : known.of(List.of(school.id()), drill.day()).getOrDefault(school.id(), List.of())).stream()
                .collect(Collectors.toMap(Requirement::subject, Function.identity(), (a, b) -> a));
        return of(drill, record, demanded, within(school, drill, rules.book()), today);
    }

    /** Nothing of one that was broken off, or of which nobody has said what it was. */
    static List<DrillAsk> of(Drill drill, DrillRecords.Full record, Map<String, Requirement> demanded, int within,
            LocalDate today) {
        if (!drill.counts()) return List.of();
        var asks = new ArrayList<DrillAsk>();
        var by = drill.day().plusDays(within);
        asks.add(new DrillAsk(What.AFTER_ACTION, DrillAsk.dated(drill.state() instanceof State.Reviewed, by, today), by,
                demanded.get(AFTER_ACTION)));
        var officers = demanded.get(OFFICERS);
        if (officers != null && drill.kind() == DrillKind.ACTIVE_THREAT) {
            asks.add(new DrillAsk(What.OFFICERS,
                    record.officers().isEmpty() ? DrillAsk.State.LACKING : DrillAsk.State.DONE, null, officers));
        }
        var posted = demanded.get(POSTED);
        if (posted != null) {
            var last = drill.day().plusDays(posted.rule().number());
            asks.add(new DrillAsk(What.POSTED,
                    DrillAsk.dated(record.notices().stream().anyMatch(n -> n.audience().equals("PUBLIC")), last, today),
                    last, posted));
        }
        var form = demanded.get(FIRE_FORM);
        if (form != null && drill.kind() == DrillKind.FIRE)
            asks.add(new DrillAsk(What.FIRE_FORM, DrillAsk.State.DONE, drill.day().plusYears(form.rule().number()),
                    form));
        return asks;
    }
}
