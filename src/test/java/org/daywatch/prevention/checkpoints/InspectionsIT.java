package org.daywatch.prevention.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.CHECKPOINT;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The judge that a list asks in the database and the one its page asks say the same of every checkpoint, whatever the
 * calendar, the cadence and the day.
 */
@DaywatchIT
class InspectionsIT {

    private static final int CALENDARS = 150;
    private static final LocalDate BEGUN = LocalDate.of(2025, 1, 6);
    private static final int DAYS = 700;
    private static final List<String> ZONES = List.of("America/Phoenix", "America/New_York", "Pacific/Honolulu");
    private static final int[] CADENCES = {1, 2, 5, 7, 10, 14, 21, 28, 30, 31, 32, 45, 60, 90, 180, 365};

    @Autowired Story story;
    @Autowired ProgramRules rules;
    @Autowired CheckpointStore store;
    @Autowired DSLContext db;

    /** One night in which Honolulu still has the day before, and its school begins a day past what is read. */
    @Test
    void aSchoolIsJudgedBesideOneWhereItIsADayLaterAsByItself() {
        compared(70783470048585L);
    }

    @Test
    void theListAndThePageSayTheSameOfEveryCheckpointOnEveryDay() {
        compared(System.nanoTime());
    }

    private void compared(long seed) {
        System.out.println("Inspections are compared with seed " + seed);
        var random = new Random(seed);
        var cast = story.cast();
        var schools = ZONES.stream().map(zone -> new Campus(Ids.next(), cast.mesquite(), "School of " + zone, "AZ",
                SchoolLevel.HIGH, ZoneId.of(zone))).toList();
        story.run(cast.mesquite(), () -> schools.forEach(s -> checkpoints(cast.agency(), s, random)));
        story.run(cast.mesquite(), () -> {
            for (int round = 0; round < CALENDARS; round++) compare(seed, round, schools, random);
        });
    }

    private void compare(long seed, int round, List<Campus> schools, Random random) {
        var calendars = new HashMap<UUID, TreeSet<LocalDate>>();
        schools.forEach(s -> calendars.put(s.id(), calendar(random)));
        var now = BEGUN.plusDays(random.nextInt(DAYS)).atTime(random.nextInt(24), random.nextInt(60))
                .atZone(ZoneId.of("America/Phoenix")).toInstant();
        var inspections = new Inspections(rules, new Written(calendars), Clock.fixed(now, ZoneId.of("UTC")));
        var all = store.list(CHECKPOINT.SCHOOL_ID.in(schools.stream().map(Campus::id).toList()));
        var listed = Set.copyOf(db.select(CHECKPOINT.ID).from(CHECKPOINT).where(inspections.judge(schools).missed())
                .fetch(CHECKPOINT.ID));
        var judge = inspections.judge(schools);
        for (var c : all) {
            var school = schools.stream().filter(s -> s.id().equals(c.schoolId())).findFirst().orElseThrow();
            var due = judge.of(c, school);
            var held = calendars.get(school.id());
            Supplier<String> told = () -> "seed " + seed + ", calendar " + round + ", " + now + " in " + school.zone()
                    + ", every " + due.days() + " days, last " + c.last(school.zone()) + ", school on " + held;
            assertThat(listed.contains(c.id())).as(() -> "the list and the page: " + told.get())
                    .isEqualTo(due.missed());
            boolean late = far(held, LocalDate.ofInstant(now, school.zone())).late(c.last(school.zone()),
                    due.days()) > 0;
            assertThat(due.missed()).as(() -> "what half a year of the calendar says: " + told.get()).isEqualTo(late);
        }
    }

    /** All of the calendar that is ever read. */
    private static SchoolPauses far(TreeSet<LocalDate> held, LocalDate today) {
        var from = SchoolPauses.monday(today).minusWeeks(26);
        return new SchoolPauses(new TreeSet<>(held.subSet(from, true, today.plusWeeks(20), true)), from, today);
    }

    private void checkpoints(UUID agency, Campus school, Random random) {
        var rows = new ArrayList<org.jooq.UpdatableRecord<?>>();
        for (int i = 1; i <= 60; i++) {
            var row = CHECKPOINT.newRecord();
            row.setAgencyId(agency);
            row.setId(Ids.next());
            row.setDistrictId(school.districtId());
            row.setSchoolId(school.id());
            row.setKind(Checkpoint.Kind.values()[random.nextInt(Checkpoint.Kind.values().length)].name());
            row.setName("Point " + i);
            row.setPosition(i);
            row.setOuterDoor(false);
            if (random.nextInt(4) > 0) row.setEveryDays(CADENCES[random.nextInt(CADENCES.length)]);
            row.setAddedAt(BEGUN.plusDays(random.nextInt(DAYS)).atTime(random.nextInt(24), 0).atZone(ZoneId.of("UTC"))
                    .toInstant());
            row.setAddedBy("Pat Greer");
            if (random.nextBoolean()) {
                row.setSeenAt(BEGUN.plusDays(random.nextInt(DAYS)).atTime(random.nextInt(24), 30)
                        .atZone(ZoneId.of("UTC")).toInstant());
                row.setSeenResult("AS_IT_MUST_BE");
            }
            rows.add(row);
        }
        db.batchInsert(rows).execute();
    }

    /**
     * School on weekdays from a first day to a last one, with a summer, single holidays and weeks off; some schools
     * have none at all.
     */
    private static TreeSet<LocalDate> calendar(Random random) {
        if (random.nextInt(10) == 0) return new TreeSet<>();
        var first = BEGUN.plusDays(random.nextInt(DAYS / 2) - 100);
        var last = BEGUN.plusDays(DAYS / 2 + random.nextInt(DAYS));
        var summer = BEGUN.plusDays(60 + random.nextInt(DAYS - 60));
        var back = summer.plusWeeks(4 + random.nextInt(10));
        var off = new java.util.HashSet<LocalDate>();
        for (int breaks = random.nextInt(12); breaks > 0; breaks--)
            off.add(SchoolPauses.monday(BEGUN.plusDays(random.nextInt(DAYS))));
        var open = Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY);
        return first.datesUntil(last).filter(d -> open.contains(d.getDayOfWeek()))
                .filter(d -> d.isBefore(summer) || !d.isBefore(back)).filter(d -> !off.contains(SchoolPauses.monday(d)))
                .filter(_ -> random.nextInt(20) > 0).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A calendar as it was written down. */
    private record Written(Map<UUID, TreeSet<LocalDate>> held) implements BellDays {

        @Override
        public List<BellDay> of(Collection<UUID> schoolIds, LocalDate from, LocalDate to) {
            return schoolIds.stream()
                    .flatMap(s -> held.get(s).subSet(from, true, to, true).stream().map(
                            d -> new BellDay(s, d, DayKind.REGULAR, LocalTime.of(8, 0), LocalTime.of(15, 0), false)))
                    .toList();
        }

        @Override
        public List<UUID> withoutBells(Collection<UUID> schoolIds, LocalDate day) {
            return List.of();
        }
    }
}
