package org.daywatch.staffing.demo;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.duty.Duties;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.OfficerFacts;
import org.daywatch.staffing.ledger.DayClosing;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.punches.PhoneReading;
import org.daywatch.staffing.shifts.PunctualityRules;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.sitepacks.SitePacks;
import org.daywatch.staffing.sitepacks.SitePackStore;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A week and a morning of school days: each officer accepts by their own act, checks in, is late, is called to court,
 * leaves a note, or does not come. The posts, the acceptances and the punches are what the commands made of it.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class ShiftsChapter implements DemoChapter {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 9);
    private static final List<String> NOTES = List.of("North gate latch sticks; told the custodian.",
            "Quiet day. Two parents asked about the crossing on Quail Run.",
            "Eighth-grade lunch is busiest at 11:40; stand by the east doors.",
            "Fire panel test announced for tomorrow at ten.",
            "Bus 14 parks across the fire lane; the office knows.", "New front-office aide: introduce yourself.");

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final PostCommands posts;
    private final EligibilityQueries eligibility;
    private final Acceptances acceptances;
    private final Duties duties;
    private final ShiftCommands shifts;
    private final PunctualityRules rules;
    private final SitePacks packs;
    private final SitePackStore storedPacks;
    private final CheckInPlaces places;
    private final DayClosing closing;
    private final CallOffScene scene;

    private final Map<UUID, List<UUID>> coreTeam = new HashMap<>();

    ShiftsChapter(DSLContext db, PlatformTransactionManager transactions, PostCommands posts,
            EligibilityQueries eligibility, Acceptances acceptances, Duties duties,
            ShiftCommands shifts, PunctualityRules rules, SitePacks packs, SitePackStore storedPacks,
            CheckInPlaces places, DayClosing closing, CallOffScene scene) {
        this.scene = scene;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.posts = posts;
        this.eligibility = eligibility;
        this.acceptances = acceptances;
        this.duties = duties;
        this.shifts = shifts;
        this.rules = rules;
        this.packs = packs;
        this.storedPacks = storedPacks;
        this.places = places;
        this.closing = closing;
    }

    /** A post somebody accepted. */
    private record Taken(UUID shift, UUID school, OfficerFacts officer, Instant starts, Instant ends) {}

    private record Happening(Instant at, Runnable what) {}

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void tell(DemoStory story) {
        story.itIs(FIRST.minusDays(6), LocalTime.of(18, 0));
        for (var day = FIRST; !day.isAfter(DemoStory.TODAY); day = day.plusDays(1)) {
            var taken = accept(day, day.equals(DemoStory.TODAY) ? 1 : 0);
            if (!taken.isEmpty()) work(story, day, taken);
        }
        story.itIs(DemoStory.TODAY, DemoStory.OPENS_AT);
        while (closing
                .closeDays() > 0) { /* the timer would do it within a minute; the first reader should not see half a ledger */ }
        for (int ahead = 1; ahead <= 3; ahead++) accept(DemoStory.TODAY.plusDays(ahead), 2 * ahead + 2);
    }

    /** Officers who know the school take its posts first; the last {@code left} posts nobody has taken yet. */
    private List<Taken> accept(LocalDate day, int left) {
        var open = transaction.execute(t -> db.selectFrom(POST).where(POST.DAY.eq(day)).and(POST.STATE.eq("OPEN"))
                .orderBy(POST.STARTS_AT, POST.ID).fetch());
        var taken = new ArrayList<Taken>();
        for (var post : open.subList(0, Math.max(0, open.size() - left))) {
            // A partner department is asked when the primary one has nobody: the rank the coordinator would widen to.
            if (post.getPostedRank() < 3) posts.open(post.getId(), 3);
            var core = coreTeam.computeIfAbsent(post.getSchoolId(), s -> new ArrayList<>());
            var candidates = eligibility.judgeOfficers(post.getId()).stream().filter(j -> j.verdict().allowed())
                    .map(EligibilityQueries.JudgedOfficer::officer)
                    .sorted(Comparator.<OfficerFacts>comparingInt(o -> core.contains(o.id()) ? 0 : 1)
                            .thenComparing(OfficerFacts::name))
                    .toList();
            if (candidates.isEmpty()) continue;
            var officer = candidates.getFirst();
            if (!core.contains(officer.id())) core.add(officer.id());
            UUID shift = acceptances.accept(officer.personId(), post.getId());
            taken.add(new Taken(shift, post.getSchoolId(), officer, post.getStartsAt(), post.getEndsAt()));
        }
        return taken;
    }

    private void work(DemoStory story, LocalDate day, List<Taken> taken) {
        boolean today = day.equals(DemoStory.TODAY);
        var happenings = new ArrayList<Happening>();
        int sick = today ? ordinary(taken, day.getDayOfMonth()) : -1;
        for (int i = 0; i < taken.size(); i++)
            happenings.addAll(
                    i == sick ? calledOff(day, taken.get(i)) : day(taken.get(i), i + day.getDayOfMonth(), today));
        var opens = DemoStory.TODAY.atTime(DemoStory.OPENS_AT).atZone(DemoStory.ZONE).toInstant();
        happenings.stream().filter(h -> h.at().isBefore(opens)).sorted(Comparator.comparing(Happening::at))
                .forEach(h -> {
                    var local = h.at().atZone(DemoStory.ZONE);
                    story.itIs(local.toLocalDate(), local.toLocalTime());
                    scene.timePasses();
                    h.what().run();
                });
    }

    /** The first whose day would hold nothing else worth telling; -1 for none. */
    private static int ordinary(List<Taken> taken, int first) {
        for (int i = 0; i < taken.size(); i++) {
            int n = i + first;
            if (n % 23 != 7 && n % 9 != 4 && n % 13 != 3 && n % 11 != 5) return i;
        }
        return -1;
    }

    /** At 6:40 they call in sick, at 6:43 somebody else has accepted, who stands there in time. */
    private List<Happening> calledOff(LocalDate day, Taken sick) {
        var calls = day.atTime(6, 40).atZone(DemoStory.ZONE).toInstant();
        var comes = new Taken[] {sick};
        return List.of(new Happening(calls, () -> scene.callOff(sick.shift())),
                new Happening(
                        calls.plus(Duration.ofMinutes(3)), () -> scene.answer(sick.shift())
                                .ifPresent(c -> comes[0] = new Taken(c.shift(), sick.school(),
                                        eligibility.judgeOfficers(postOf(c.shift()), List.of(c.officer())).getFirst()
                                                .officer(),
                                        sick.starts(), sick.ends()))),
                new Happening(sick.starts().minus(Duration.ofMinutes(4)), () -> checkIn(comes[0], 9)),
                new Happening(sick.starts().minus(Duration.ofMinutes(3)),
                        () -> shifts.handle(comes[0].shift(), new ShiftCommand.ConfirmPresence())));
    }

    private UUID postOf(UUID shift) {
        return transaction.execute(
                t -> db.select(SHIFT.POST_ID).from(SHIFT).where(SHIFT.ID.eq(shift)).fetchSingle(SHIFT.POST_ID));
    }

    private List<Happening> day(Taken t, int n, boolean today) {
        var list = new ArrayList<Happening>();
        if (n % 23 == 7) {
            var missed = rules.of(t.school(), t.starts());
            list.add(new Happening(t.starts().plus(missed.missedAfter()).plus(Duration.ofMinutes(1)),
                    () -> shifts.handle(t.shift(), new ShiftCommand.MarkNoShow(missed))));
            return list;
        }
        var in = n % 9 == 4
                ? t.starts().plus(Duration.ofMinutes(6 + n % 8))
                : t.starts().minus(Duration.ofMinutes(3 + n % 9));
        boolean waitsForDesk = today && n % 13 == 3;
        list.add(new Happening(in, () -> checkIn(t, waitsForDesk ? 180 : 8 + n % 7)));
        if (!waitsForDesk)
            list.add(new Happening(in.plus(Duration.ofMinutes(1)),
                    () -> shifts.handle(t.shift(), new ShiftCommand.ConfirmPresence())));
        if (n % 11 == 5) {
            var leaves = t.starts().plus(Duration.ofMinutes(70));
            list.add(new Happening(leaves, () -> duties.leaveCampus(t.officer().personId(), t.shift(),
                    "Called as a witness; the principal knows.")));
            list.add(new Happening(leaves.plus(Duration.ofMinutes(50)),
                    () -> duties.backOnCampus(t.officer().personId(), t.shift())));
        }
        list.add(new Happening(t.ends().plus(Duration.ofMinutes(n % 6)),
                () -> duties.checkOut(t.officer().personId(), t.shift(), NOTES.get(n % NOTES.size()))));
        return list;
    }

    private void checkIn(Taken t, int accuracy) {
        storedPacks.current(t.school()).filter(p -> !storedPacks.isRead(t.school(), t.officer().id()))
                .ifPresent(p -> packs.acknowledge(Tenancy.tenant(), t.school(), p.version(), t.officer().id()));
        var place = places.find(t.school()).orElseThrow();
        double step = (t.shift().hashCode() & 0xffff) / 1e9; // no receiver gives the same place twice
        duties.checkIn(t.officer().personId(), t.shift(),
                new PhoneReading(place.latitude() + 0.0003 + step, place.longitude() - 0.0002 - step, accuracy, null),
                "");
    }
}
