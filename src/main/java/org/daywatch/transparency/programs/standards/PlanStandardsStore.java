package org.daywatch.transparency.programs.standards;

import static org.daywatch_db.transparency.Tables.PLAN_STANDARDS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.PlanStandards;
import org.daywatch.planning.PlanningEvent.OfStandards;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was told of the standards of plans, word after word; the last before a day counts on that day. */
@Repository
@Transactional
public class PlanStandardsStore {

    private final DSLContext db;
    private final PlanStandards standards;

    PlanStandardsStore(DSLContext db, PlanStandards standards) {
        this.db = db;
        this.standards = standards;
    }

    /** Hearing the same twice changes nothing. */
    void hear(OfStandards f, int edition) {
        var t = PLAN_STANDARDS;
        db.insertInto(t).set(t.AGENCY_ID, f.tenant()).set(t.PLAN_ID, f.id()).set(t.TOLD_AT, f.at())
                .set(t.DISTRICT_ID, f.districtId()).set(t.SCHOOL_ID, f.schoolId()).set(t.EDITION, edition)
                .set(t.ASKED, array(f.asked())).set(t.MET, array(f.met())).onConflict(t.AGENCY_ID, t.PLAN_ID, t.TOLD_AT)
                .doUpdate().set(t.ASKED, array(f.asked())).set(t.MET, array(f.met())).execute();
    }

    private static String @Nullable [] array(@Nullable List<String> codes) {
        return codes == null ? null : codes.toArray(String[]::new);
    }

    /** By school, as it was known at the end of that day. Schools of which nothing was ever told are not in it. */
    @Transactional(readOnly = true)
    public Map<UUID, PlanStandardsTold> asOf(Collection<Campus> schools, LocalDate day) {
        var t = PLAN_STANDARDS;
        var found = new HashMap<UUID, PlanStandardsTold>();
        schools.stream().collect(Collectors.groupingBy(s -> s.zone())).forEach((zone, here) -> {
            var states = here.stream().collect(Collectors.toMap(Campus::id, Campus::state));
            var words = new HashMap<String, Map<String, String>>();
            db.selectFrom(t).where(t.SCHOOL_ID.eq(DSL.any(states.keySet().toArray(UUID[]::new))))
                    .and(t.TOLD_AT.lt(day.plusDays(1).atStartOfDay(zone).toInstant()))
                    .orderBy(t.TOLD_AT).forEach(r -> {
                        String state = states.get(r.getSchoolId());
                        var known = words.computeIfAbsent(r.getAgencyId() + state,
                                k -> standards.words(r.getAgencyId(), state, day));
                        found.put(r.getSchoolId(), new PlanStandardsTold(r.getPlanId(), r.getEdition(), r.getToldAt(),
                                codes(r.getAsked()), codes(r.getMet()), known));
                    });
        });
        return found;
    }

    private static @Nullable List<String> codes(String @Nullable [] codes) {
        return codes == null ? null : Arrays.asList(codes);
    }
}
