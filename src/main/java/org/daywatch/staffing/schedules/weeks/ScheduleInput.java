package org.daywatch.staffing.schedules.weeks;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.ROSTER;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;
import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.staffing.Tables.STANDING_CONSENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.History;
import org.daywatch.scheduling.problem.ScheduleProblem.Holding;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Objective;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem.Wishes;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.eligibility.Eligibility;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.schedules.zips.ZipCentroids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns what the agency knows about a stretch of days into a schedule problem. Posts are shifts of one seat, ids are
 * those of the database. What an officer must hold is asked of the same credential rules as everywhere, day by day, and
 * enters as one holding: {@code SSO in AZ, HIGH}. Filled posts are pins; a held post may go to its officer only.
 */
@Component
@Transactional(readOnly = true)
class ScheduleInput {

    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final ScheduleHistory history;
    private final CheckInPlaces places;
    private final Clock clock;

    ScheduleInput(DSLContext db, EligibilityQueries eligibility, ScheduleHistory history, CheckInPlaces places,
            Clock clock) {
        this.db = db;
        this.eligibility = eligibility;
        this.history = history;
        this.places = places;
        this.clock = clock;
    }

    record Input(ScheduleProblem problem, long moves) {}

    /**
     * @param wished places a coordinator has pinned: post and officer
     * @param ranks departments asked: those with a rank up to this, or as far as a post has been offered already
     */
    Input gather(UUID roster, LocalDate from, LocalDate to, int ranks, Map<UUID, UUID> wished) {
        var field = eligibility.field(from, to);
        var rules = new ScheduleWeights(field.rules(), from);
        var past = history.before(from, field.officers());
        var holders = db.select(SHIFT.POST_ID, SHIFT.OFFICER_ID).from(SHIFT).join(POST)
                .on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID))
                .where(POST.DAY.between(from, to)).and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED"))
                .fetchMap(SHIFT.POST_ID, SHIFT.OFFICER_ID);
        var held = db.select(POST.ID, POST.HELD_FOR).from(POST).where(POST.DAY.between(from, to))
                .and(POST.STATE.eq("HELD"))
                .and(POST.HELD_UNTIL.gt(clock.instant())).fetchMap(POST.ID, POST.HELD_FOR);
        var active = field.officers().stream().map(OfficerFacts::id).collect(Collectors.toSet());
        var posts = field.posts().stream()
                .filter(p -> !holders.containsKey(p.id()) || active.contains(holders.get(p.id()))).toList();
        var priorities = priorities(from, to);
        var declined = declined(from, to);
        var sets = new HashMap<Set<String>, Set<String>>();
        var problem = new ScheduleProblem(roster.toString(), from, to, new Objective(Kind.WORTH, rules.weights()),
                ScheduleLimits.policies(field.departments().values(), from, to),
                ScheduleLimits.departments(field.departments().values(), from, to),
                schools(posts, rules, past, consenting(from), active),
                posts.stream()
                        .map(p -> shift(p, field, ranks, sets, priorities.getOrDefault(p.id(), 2),
                                may(p, field, held.get(p.id()), declined)))
                        .toList(),
                officers(field, posts, past, holders), pins(posts, holders, wished, active),
                published(from, to, posts, active));
        return new Input(problem, rules.moves(posts.size()));
    }

    /** Who has accepted, and whom a coordinator wished for where nobody has. */
    private static List<Place> pins(List<PostFacts> posts, Map<UUID, UUID> holders, Map<UUID, UUID> wished,
            Set<UUID> active) {
        return posts.stream().map(PostFacts::id)
                .filter(p -> holders.containsKey(p) || wished.containsKey(p) && active.contains(wished.get(p)))
                .map(p -> new Place(p.toString(), holders.getOrDefault(p, wished.get(p)).toString())).toList();
    }

    /** Who said no to which post. */
    private Map<UUID, Set<UUID>> declined(LocalDate from, LocalDate to) {
        return db.select(ROSTER_PLACE.POST_ID, ROSTER_PLACE.OFFICER_ID).from(ROSTER_PLACE).join(POST)
                .on(POST.AGENCY_ID.eq(ROSTER_PLACE.AGENCY_ID))
                .and(POST.ID.eq(ROSTER_PLACE.POST_ID)).where(POST.DAY.between(from, to))
                .and(ROSTER_PLACE.DECLINED_AT.isNotNull()).fetch()
                .intoGroups(ROSTER_PLACE.POST_ID, ROSTER_PLACE.OFFICER_ID).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    private Map<UUID, Integer> priorities(LocalDate from, LocalDate to) {
        return db.select(POST.ID, DETAIL_REQUEST.KIND, DETAIL_REQUEST.RISK_NOTES).from(POST).join(DETAIL_REQUEST)
                .on(DETAIL_REQUEST.AGENCY_ID.eq(POST.AGENCY_ID)).and(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                .where(POST.DAY.between(from, to))
                .fetchMap(r -> r.get(POST.ID),
                        r -> !r.get(DETAIL_REQUEST.RISK_NOTES).isBlank()
                                ? 1
                                : Set.of("TERM", "RECURRING").contains(r.get(DETAIL_REQUEST.KIND)) ? 2 : 3);
    }

    private Map<UUID, List<UUID>> consenting(LocalDate day) {
        return db.select(STANDING_CONSENT.SCHOOL_ID, STANDING_CONSENT.OFFICER_ID).from(STANDING_CONSENT)
                .where(STANDING_CONSENT.REVOKED_AT.isNull())
                .and(STANDING_CONSENT.FROM_DAY.le(day)).and(STANDING_CONSENT.TO_DAY.ge(day))
                .fetchGroups(STANDING_CONSENT.SCHOOL_ID, STANDING_CONSENT.OFFICER_ID);
    }

    /**
     * What people were told last: the places of the newest published schedule over these days that nobody has taken
     * yet.
     */
    private List<Place> published(LocalDate from, LocalDate to, Collection<PostFacts> posts, Set<UUID> active) {
        var open = posts.stream().map(PostFacts::id).collect(Collectors.toSet());
        var latest = new TreeMap<UUID, UUID>();
        db.select(ROSTER_PLACE.POST_ID, ROSTER_PLACE.OFFICER_ID).from(ROSTER_PLACE).join(ROSTER)
                .on(ROSTER.AGENCY_ID.eq(ROSTER_PLACE.AGENCY_ID)).and(ROSTER.ID.eq(ROSTER_PLACE.ROSTER_ID))
                .where(ROSTER_PLACE.PUBLISHED_AT.isNotNull()).and(ROSTER_PLACE.DECLINED_AT.isNull())
                .and(ROSTER.TO_DAY.ge(from)).and(ROSTER.FROM_DAY.le(to)).orderBy(ROSTER_PLACE.PUBLISHED_AT)
                .forEach(r -> latest.put(r.get(ROSTER_PLACE.POST_ID), r.get(ROSTER_PLACE.OFFICER_ID)));
        return latest.entrySet().stream().filter(e -> open.contains(e.getKey()) && active.contains(e.getValue()))
                .map(e -> new Place(e.getKey().toString(), e.getValue().toString())).toList();
    }

    private List<School> schools(Collection<PostFacts> posts, ScheduleWeights rules, ScheduleHistory.Past past,
            Map<UUID, List<UUID>> consenting,
            Set<UUID> active) {
        var first = new TreeMap<UUID, PostFacts>();
        posts.forEach(p -> first.putIfAbsent(p.schoolId(), p));
        var centers = places.centers(first.keySet());
        return first.values().stream().map(p -> new School(p.schoolId().toString(), p.zone(), level(p.level()),
                home(centers.get(p.schoolId())),
                past.core(p.schoolId(), rules.coreSize(), consenting.getOrDefault(p.schoolId(), List.of()), active)
                        .stream().map(UUID::toString)
                        .collect(Collectors.toSet())))
                .toList();
    }

    /** Where the school is known to stand; the middle of its ZIP code where it is not. */
    private static Home home(CheckInPlaces.@Nullable Center center) {
        if (center == null) return Home.UNKNOWN;
        var byZip = ZipCentroids.home(center.zip());
        return center.latitude() == null || center.longitude() == null
                ? byZip
                : new Home(byZip.zip(), null, center.latitude(), center.longitude());
    }

    /** The file knows three kinds of school; all others are one more. */
    private static String level(String level) {
        return Set.of("ELEMENTARY", "MIDDLE", "HIGH").contains(level) ? level : "OTHER";
    }

    /** @param sets of departments asked, each kept once: a state's posts are asked of the same few */
    private static Shift shift(PostFacts post, EligibilityQueries.Field field, int ranks,
            Map<Set<String>, Set<String>> sets, int priority,
            @Nullable Map<String, Long> may) {
        int upTo = Math.max(post.postedRank(), ranks);
        var asked = field.departments().values().stream().map(d -> d.on(post.day()))
                .filter(d -> d.hasTerms() && d.holdsOn(post.day()) && !d.prohibitedWork().contains(post.workKind())
                        && post.order().rankOf(d.id(), d.rank()) <= upTo)
                .map(d -> d.id().toString()).collect(Collectors.toSet());
        return new Shift(post.id().toString(), post.schoolId().toString(), post.day(), post.window(), 1, post.role(),
                Set.of(holding(post)), post.workKind(),
                priority, may, sets.computeIfAbsent(asked, same -> same));
    }

    /** A held post may go to its officer only; one that somebody declined, to everybody else. */
    private static @Nullable Map<String, Long> may(PostFacts post, EligibilityQueries.Field field,
            @Nullable UUID heldFor, Map<UUID, Set<UUID>> declined) {
        if (heldFor != null) return Map.of(heldFor.toString(), 0L);
        var no = declined.get(post.id());
        if (no == null) return null;
        return field.officers().stream().map(OfficerFacts::id).filter(o -> !no.contains(o))
                .collect(Collectors.toMap(UUID::toString, o -> 0L));
    }

    private static String holding(PostFacts post) {
        return post.role() + " in " + post.state() + ", " + post.level();
    }

    private List<Officer> officers(EligibilityQueries.Field field, List<PostFacts> posts, ScheduleHistory.Past past,
            Map<UUID, UUID> holders) {
        var zips = db.select(OFFICER.ID, OFFICER.HOME_ZIP).from(OFFICER).fetchMap(OFFICER.ID, OFFICER.HOME_ZIP);
        Map<UUID, Set<Window>> pinned = new HashMap<>();
        posts.stream().filter(p -> holders.containsKey(p.id())).forEach(
                p -> pinned.computeIfAbsent(holders.get(p.id()), o -> new java.util.HashSet<>()).add(p.window()));
        var here = posts.stream().map(PostFacts::schoolId).collect(Collectors.toSet());
        var samples = new TreeMap<String, PostFacts>();
        posts.forEach(p -> samples.putIfAbsent(holding(p) + "@" + p.day(), p));
        Map<Window, PostFacts> windows = new TreeMap<>();
        posts.forEach(p -> windows.putIfAbsent(p.window(), p));
        return field
                .officers().stream().map(
                        o -> new Officer(o.id().toString(), o.departmentId().toString(), o.roles(),
                                holdings(o, samples.values(), field),
                                ZipCentroids.home(zips.get(o.id())), 0, named(o.blockedSchools(), here),
                                hours(field, o, pinned.getOrDefault(o.id(), Set.of())), available(o, windows),
                                wishes(o, here), new History(past.credited().get(o.id()),
                                        past.daysAt().getOrDefault(o.id(), Map.of()).entrySet().stream()
                                                .filter(e -> here.contains(e.getKey())).collect(Collectors
                                                        .toMap(e -> e.getKey().toString(), Map.Entry::getValue)))))
                .toList();
    }

    private static List<Holding> holdings(OfficerFacts officer, Collection<PostFacts> samples,
            EligibilityQueries.Field field) {
        return samples.stream().filter(
                p -> officer.roles().contains(p.role()) && Eligibility.holdsWhatItTakes(officer, p, field.rules()))
                .map(p -> new Holding(holding(p), p.day(), p.day())).toList();
    }

    /** Their hours less the pinned posts, which the problem counts by itself. */
    private static List<HourEntry> hours(EligibilityQueries.Field field, OfficerFacts officer, Set<Window> pinned) {
        var ledger = field.ledgers().get(officer.id());
        return ledger == null
                ? List.of()
                : ledger.entries().stream()
                        .filter(e -> e.kind() != HourKind.OFF_DUTY_HERE || !pinned.contains(e.window())).toList();
    }

    private static @Nullable List<Window> available(OfficerFacts officer, Map<Window, PostFacts> windows) {
        var covered = windows.entrySet().stream()
                .filter(e -> officer.availability().covers(e.getKey(), e.getValue().zone())).map(Map.Entry::getKey)
                .toList();
        return covered.size() == windows.size() ? null : covered;
    }

    /** Schools the problem speaks of; the others change nothing. */
    private static Set<String> named(Collection<UUID> schools, Set<UUID> here) {
        return schools.stream().filter(here::contains).map(UUID::toString).collect(Collectors.toSet());
    }

    private static Wishes wishes(OfficerFacts officer, Set<UUID> here) {
        var w = officer.wishes();
        return new Wishes(named(w.schools(), here), w.weekdays(),
                w.levels().stream().map(ScheduleInput::level).collect(Collectors.toSet()), w.mostDays());
    }
}
