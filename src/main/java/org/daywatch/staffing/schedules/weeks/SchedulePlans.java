package org.daywatch.staffing.schedules.weeks;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.eligibility.Eligibility;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.eligibility.Verdict;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges officers as if everything else the schedule proposes for them were their work already. */
@Component
@Transactional(readOnly = true)
public class SchedulePlans {

    private final DSLContext db;
    private final EligibilityQueries eligibility;

    SchedulePlans(DSLContext db, EligibilityQueries eligibility) {
        this.db = db;
        this.eligibility = eligibility;
    }

    public Verdict judge(UUID roster, UUID post, UUID officer) {
        return eligibility.describe(officer, post, planned(roster, post).getOrDefault(officer, List.of())).verdict();
    }

    public List<EligibilityQueries.JudgedOfficer> judgeAll(UUID roster, UUID post) {
        return eligibility.judgeOfficers(post, planned(roster, post));
    }

    /**
     * By officer, when the schedule has them elsewhere. @param but the place that is being judged; null to count all
     */
    private Map<UUID, List<Window>> planned(UUID roster, @Nullable UUID but) {
        return db.select(ROSTER_PLACE.OFFICER_ID, POST.STARTS_AT, POST.ENDS_AT, POST.ID).from(ROSTER_PLACE)
                .join(POST).on(POST.AGENCY_ID.eq(ROSTER_PLACE.AGENCY_ID)).and(POST.ID.eq(ROSTER_PLACE.POST_ID))
                .where(ROSTER_PLACE.ROSTER_ID.eq(roster)).and(ROSTER_PLACE.DECLINED_AT.isNull())
                .and(POST.STATE.ne("CANCELLED"))
                .orderBy(POST.STARTS_AT, POST.ID).stream().filter(r -> !r.get(POST.ID).equals(but))
                .collect(Collectors.groupingBy(r -> r.get(ROSTER_PLACE.OFFICER_ID), Collectors
                        .mapping(r -> new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)), Collectors.toList())));
    }

    /** By post, what the rules say today of whoever is proposed there and has not been asked yet. */
    public Map<UUID, Verdict> proposed(Schedule roster) {
        var field = eligibility.field(roster.from(), roster.to());
        var posts = field.posts().stream().collect(Collectors.toMap(PostFacts::id, p -> p));
        var officers = field.officers().stream().collect(Collectors.toMap(OfficerFacts::id, o -> o));
        var planned = planned(roster.id(), null);
        var verdicts = new HashMap<UUID, Verdict>();
        db.selectFrom(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(roster.id()))
                .and(ROSTER_PLACE.PUBLISHED_AT.isNull()).and(ROSTER_PLACE.DECLINED_AT.isNull()).forEach(place -> {
                    var post = posts.get(place.getPostId());
                    var officer = officers.get(place.getOfficerId());
                    if (post == null || officer == null) return;
                    var ledger = field.ledgers().get(officer.id());
                    for (var other : planned.get(officer.id())) {
                        if (!other.equals(post.window()))
                            ledger = ledger.with(HourEntry.planned(HourKind.OFF_DUTY_HERE, other));
                    }
                    verdicts.put(post.id(), Eligibility.judge(officer, field.departments().get(officer.departmentId()),
                            post, ledger, field.rules()));
                });
        return verdicts;
    }

    /**
     * @param byPost what keeps how many officers from each place that stayed empty; @param openers what would fill most
     * of them
     */
    record Lacks(Map<UUID, Map<Lack, Integer>> byPost, List<Opener> openers) {}

    /** Why places stayed empty, by the officers of the departments asked. */
    Lacks lacks(Schedule roster, Set<UUID> seated) {
        var field = eligibility.field(roster.from(), roster.to());
        var open = field.posts().stream().filter(p -> !seated.contains(p.id())).toList();
        var ledgers = new HashMap<UUID, HourLedger>(field.ledgers());
        planned(roster.id(), null).forEach((officer, windows) -> ledgers.computeIfPresent(officer, (o, ledger) -> {
            for (var window : windows) ledger = ledger.with(HourEntry.planned(HourKind.OFF_DUTY_HERE, window));
            return ledger;
        }));
        var byPost = new HashMap<UUID, Map<Lack, Integer>>();
        var openers = new Opener.Tally();
        for (var post : open) {
            var tally = new EnumMap<Lack, Integer>(Lack.class);
            for (var officer : field.officers()) {
                var department = field.departments().get(officer.departmentId()).on(post.day());
                if (!asked(department, post, roster.ranks())) {
                    tally.merge(Lack.DEPARTMENT, 1, Integer::sum);
                    continue;
                }
                var verdict = Eligibility.judge(officer, department, post, ledgers.get(officer.id()), field.rules());
                tally.merge(Lack.of(verdict, true), 1, Integer::sum);
                openers.add(verdict, true);
            }
            byPost.put(post.id(), tally);
        }
        return new Lacks(byPost, openers.list());
    }

    private static boolean asked(DepartmentFacts department, PostFacts post, int ranks) {
        return department.hasTerms() && department.holdsOn(post.day())
                && post.order().rankOf(department.id(), department.rank()) <= Math.max(post.postedRank(), ranks);
    }

    /** The posts of these days a schedule has somebody for, whoever accepted them included. */
    Set<UUID> seated(UUID roster) {
        return db.select(ROSTER_PLACE.POST_ID).from(ROSTER_PLACE).where(ROSTER_PLACE.ROSTER_ID.eq(roster))
                .fetchSet(ROSTER_PLACE.POST_ID);
    }
}
