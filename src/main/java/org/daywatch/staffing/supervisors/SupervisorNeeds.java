package org.daywatch.staffing.supervisors;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.time.Window;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts officers and supervisors of one school and day against the rule of the department that is asked first. */
@Component
@Transactional(readOnly = true)
public class SupervisorNeeds {

    /** Who leads: the ranks above officer and detective. */
    private static final Set<String> LEADING = Set.of("SERGEANT", "LIEUTENANT", "COMMANDER");

    private final DSLContext db;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Clock clock;

    SupervisorNeeds(DSLContext db, ProgramRules rules, Campuses campuses, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.campuses = campuses;
        this.clock = clock;
    }

    /**
     * @param officers places at one moment of the day
     * @param accepted supervisors among those who took them
     * @param open places nobody has taken: a supervisor may still take one
     */
    public record Need(LocalDate day, int officers, int needed, int accepted, int open, SupervisorRatio ratio) {

        public int missing() {
            return Math.max(0, needed - accepted);
        }

        /** The open places are too few for the supervisors that are missing: they would have to be planned besides. */
        public int unplanned() {
            return Math.max(0, missing() - open);
        }
    }

    private record Place(LocalDate day, UUID school, Window window, @Nullable String rank) {}

    /** The days ahead of one request on which the rule asks for somebody. */
    public List<Need> ofRequest(UUID request) {
        return needs(POST.REQUEST_ID.eq(request).and(POST.ENDS_AT.gt(clock.instant())),
                primaryOf(DETAIL_REQUEST.ID.eq(request)));
    }

    /** What a request would come to before its posts are planned; empty under the number from which the rule asks. */
    public java.util.Optional<Need> planned(UUID school, @Nullable UUID department, LocalDate day, int officers) {
        var ratio = campuses.find(school).map(campus -> ratio(campus, department, day));
        return ratio.filter(r -> r.needed(officers) > 0)
                .map(r -> new Need(day, officers, r.needed(officers), 0, officers, r));
    }

    /** All posts at the school of a post on its day, whichever request they are of. */
    public java.util.Optional<Need> ofPost(UUID post) {
        var place = db.select(POST.SCHOOL_ID, POST.DAY, POST.REQUEST_ID).from(POST).where(POST.ID.eq(post))
                .fetchOptional();
        return place.flatMap(p -> needs(POST.SCHOOL_ID.eq(p.get(POST.SCHOOL_ID)).and(POST.DAY.eq(p.get(POST.DAY))),
                primaryOf(DETAIL_REQUEST.ID.eq(p.get(POST.REQUEST_ID)))).stream().findFirst());
    }

    private @Nullable UUID primaryOf(Condition which) {
        return db.select(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID).from(DETAIL_REQUEST).where(which)
                .fetchOne(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID);
    }

    private List<Need> needs(Condition which, @Nullable UUID department) {
        var places = db.select(POST.DAY, POST.SCHOOL_ID, POST.STARTS_AT, POST.ENDS_AT, SHIFT.ID, OFFICER.RANK)
                .from(POST)
                .leftJoin(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID)).and(SHIFT.POST_ID.eq(POST.ID))
                .and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED"))
                .leftJoin(OFFICER).on(OFFICER.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(OFFICER.ID.eq(SHIFT.OFFICER_ID))
                .where(which).and(POST.STATE.ne("CANCELLED")).orderBy(POST.DAY)
                .fetch(r -> new Place(r.get(POST.DAY), r.get(POST.SCHOOL_ID),
                        new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)),
                        r.get(SHIFT.ID) == null ? null : r.get(OFFICER.RANK) == null ? "" : r.get(OFFICER.RANK)));
        var byDay = new TreeMap<LocalDate, List<Place>>();
        places.forEach(p -> byDay.computeIfAbsent(p.day(), d -> new ArrayList<>()).add(p));
        var schools = new HashMap<UUID, Campus>();
        var needs = new ArrayList<Need>();
        byDay.forEach((day, there) -> {
            var campus = schools.computeIfAbsent(there.getFirst().school(), s -> campuses.find(s).orElse(null));
            if (campus == null) return;
            var ratio = ratio(campus, department, day);
            int officers = SupervisorRatio.atOnce(there.stream().map(Place::window).toList());
            if (ratio.needed(officers) == 0) return;
            int accepted = (int) there.stream().filter(p -> p.rank() != null && LEADING.contains(p.rank())).count();
            needs.add(new Need(day, officers, ratio.needed(officers), accepted,
                    (int) there.stream().filter(p -> p.rank() == null).count(), ratio));
        });
        return needs;
    }

    private SupervisorRatio ratio(Campus campus, @Nullable UUID department, LocalDate day) {
        String[] scopes = {"DEPARTMENT:" + department, RuleBook.state(campus.state())};
        var book = rules.book();
        var from = book.get("SUPERVISOR_FROM", day, scopes);
        var per = book.get("SUPERVISOR_PER", day, scopes);
        return new SupervisorRatio(from.number(), per.number(), from.version() + ", " + per.version());
    }
}
