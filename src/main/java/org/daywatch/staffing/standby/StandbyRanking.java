package org.daywatch.staffing.standby;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.staffing.Tables.STANDING_CONSENT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.eligibility.Eligibility;
import org.daywatch.staffing.eligibility.EligibilityQueries.JudgedOfficer;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.schedules.weeks.ScheduleHistory;
import org.daywatch.staffing.standby.StandbyCandidate.Distance;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may take a post, in the order in which they would be asked. Whose department has no turn yet stands behind, each
 * judged by its own rules.
 */
@Component
@Transactional(readOnly = true)
public class StandbyRanking {

    private static final String NOT_ASKED = "DEPARTMENT_NOT_ASKED";

    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final ScheduleHistory history;
    private final ProgramRules rules;
    private final Campuses campuses;

    StandbyRanking(DSLContext db, EligibilityQueries eligibility, ScheduleHistory history, ProgramRules rules,
            Campuses campuses) {
        this.db = db;
        this.eligibility = eligibility;
        this.history = history;
        this.rules = rules;
        this.campuses = campuses;
    }

    /** What does not depend on the officer being judged. */
    private record Ground(ScheduleHistory.Past past, Map<UUID, String> homes, Map<UUID, String> schools,
            Map<UUID, Set<UUID>> cores,
            Function<UUID, DepartmentFacts> departments) {}

    /** For one post, on what is true now. */
    public List<StandbyCandidate> of(UUID postId) {
        var post = eligibility.post(postId);
        var judged = eligibility.judgeOfficers(postId);
        var known = new HashMap<UUID, DepartmentFacts>();
        var ground = ground(List.of(post), judged.stream().map(JudgedOfficer::officer).toList(), post.day(),
                d -> known.computeIfAbsent(d, eligibility::department));
        return judged.stream().filter(j -> may(j.verdict())).map(j -> candidate(post, j.officer(), j.verdict(), ground))
                .sorted(StandbyCandidate.ORDER).toList();
    }

    /** For the posts of one day that somebody has taken: facts are gathered once. @param most so many for each */
    Map<UUID, List<StandbyCandidate>> ofDay(LocalDate day, Set<UUID> posts, int most) {
        var field = eligibility.field(day, day);
        var wanted = field.posts().stream().filter(p -> posts.contains(p.id())).toList();
        if (wanted.isEmpty()) return Map.of();
        var ground = ground(wanted, field.officers(), day, field.departments()::get);
        var holders = db.select(SHIFT.POST_ID, SHIFT.OFFICER_ID).from(SHIFT).where(SHIFT.POST_ID.in(posts))
                .and(SHIFT.STATE.in("SCHEDULED", "ON_POST"))
                .fetchMap(SHIFT.POST_ID, SHIFT.OFFICER_ID);
        return wanted.stream()
                .collect(Collectors.toMap(PostFacts::id,
                        post -> field.officers().stream().filter(o -> !o.id().equals(holders.get(post.id())))
                                .flatMap(o -> java.util.stream.Stream
                                        .of(Eligibility.judge(o, field.departments().get(o.departmentId()), post,
                                                field.ledgers().get(o.id()), field.rules()))
                                        .filter(StandbyRanking::may).map(v -> candidate(post, o, v, ground)))
                                .sorted(StandbyCandidate.ORDER).limit(most).toList()));
    }

    /** Nothing stands against them but that their department has not had its turn. */
    private static boolean may(Verdict verdict) {
        return verdict.reasons().stream().allMatch(f -> f.code().equals(NOT_ASKED));
    }

    private static StandbyCandidate candidate(PostFacts post, OfficerFacts o, Verdict verdict, Ground g) {
        int days = g.past().daysAt().getOrDefault(o.id(), Map.of()).getOrDefault(post.schoolId(), 0);
        boolean core = g.cores().get(post.schoolId()).contains(o.id());
        var credited = g.past().credited().get(o.id());
        return new StandbyCandidate(o.id(), o.personId(), o.name(), o.departmentId(),
                post.order().rankOf(o.departmentId(), g.departments().apply(o.departmentId()).on(post.day()).rank()),
                verdict.outsideAvailability(), core, days,
                o.wishes().granted(post.schoolId(), post.level(), post.day().getDayOfWeek()).size(),
                credited == null ? 0 : credited.toMinutes(),
                distance(g.homes().get(o.id()), g.schools().get(post.schoolId())));
    }

    static Distance distance(@org.jspecify.annotations.Nullable String home,
            @org.jspecify.annotations.Nullable String school) {
        if (home == null || school == null || home.length() < 5 || school.length() < 5) return Distance.FAR;
        if (home.startsWith(school.substring(0, 5))) return Distance.SAME_ZIP;
        return home.startsWith(school.substring(0, 3)) ? Distance.NEAR : Distance.FAR;
    }

    private Ground ground(List<PostFacts> posts, Collection<OfficerFacts> officers, LocalDate day,
            Function<UUID, DepartmentFacts> departments) {
        var schools = posts.stream().map(PostFacts::schoolId).distinct().toList();
        var consents = db.select(STANDING_CONSENT.SCHOOL_ID, STANDING_CONSENT.OFFICER_ID).from(STANDING_CONSENT)
                .where(STANDING_CONSENT.SCHOOL_ID.in(schools))
                .and(STANDING_CONSENT.REVOKED_AT.isNull()).and(STANDING_CONSENT.FROM_DAY.le(day))
                .and(STANDING_CONSENT.TO_DAY.ge(day))
                .fetchGroups(STANDING_CONSENT.SCHOOL_ID, STANDING_CONSENT.OFFICER_ID);
        var past = history.before(day, officers);
        var active = officers.stream().map(OfficerFacts::id).collect(Collectors.toSet());
        int size = rules.book().get("ROSTER_CORE_SIZE", day).number();
        var cores = schools.stream().collect(Collectors.toMap(Function.identity(),
                s -> past.core(s, size, consents.getOrDefault(s, List.of()), active)));
        return new Ground(past,
                db.select(OFFICER.ID, OFFICER.HOME_ZIP).from(OFFICER).fetchMap(OFFICER.ID, OFFICER.HOME_ZIP),
                campuses.zips(schools), cores, departments);
    }
}
