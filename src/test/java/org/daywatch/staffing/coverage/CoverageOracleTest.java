package org.daywatch.staffing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.PostDay.Absence;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.junit.jupiter.api.Test;

/**
 * The oracle walks the day minute by minute and asks of each officer where they were, in its own words; it shares no
 * code with the ledger. It is shown to notice faults before it is believed.
 */
class CoverageOracleTest {

    private static final long DAY = Instant.parse("2026-08-03T00:00:00Z").getEpochSecond();

    @Property(tries = 1500)
    void theLedgerAgreesWithAWalkThroughEveryMinute(@ForAll long seed) {
        var random = new Random(seed);
        var post = randomPost(random);
        var now = instant(random.nextInt(20 * 60) + 60, random.nextInt(60));
        assertThat(byMinute(CoverageLedger.of(post, now))).isEqualTo(oracle(post, now));
        var result = CoverageLedger.of(post, now);
        assertThat(result.covered() + result.uncovered() + result.toCome()).isEqualTo(result.required());
    }

    @Test
    void theOracleNoticesEachPlantedFault() {
        var unnoticed = new ArrayList<String>();
        faults().forEach((name, fault) -> {
            if (!noticed(fault)) unnoticed.add(name);
        });
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(unnoticed).isEmpty();
    }

    /** The same from the other side: the ledger counts right and answers wrong. */
    @Test
    void theOracleNoticesFaultsInTheAnswerToo() {
        var faults = new LinkedHashMap<String, UnaryOperator<List<String>>>();
        faults.put("first minute lost", m -> m.subList(1, m.size()));
        faults.put("last minute counted twice", m -> with(m, m.size(), m.getLast()));
        faults.put("covered called to come", m -> m.stream().map(w -> w.equals("COVERED") ? "TO_COME" : w).toList());
        faults.put("to come called uncovered",
                m -> m.stream().map(w -> w.equals("TO_COME") ? "NOT_FILLED" : w).toList());
        faults.put("not filled called covered",
                m -> m.stream().map(w -> w.equals("NOT_FILLED") ? "COVERED" : w).toList());
        faults.put("late called no-show", m -> m.stream().map(w -> w.equals("LATE") ? "NO_SHOW" : w).toList());
        faults.put("left early called off campus",
                m -> m.stream().map(w -> w.equals("LEFT_EARLY") ? "OFF_CAMPUS" : w).toList());
        faults.put("unproven called covered",
                m -> m.stream().map(w -> w.equals("CHECK_IN_UNPROVEN") ? "COVERED" : w).toList());
        faults.put("called off forgotten",
                m -> m.stream().map(w -> w.equals("CALLED_OFF") ? "NOT_FILLED" : w).toList());
        faults.put("minutes in reverse", List::reversed);
        var unnoticed = new ArrayList<String>();
        faults.forEach((name, fault) -> {
            boolean noticed = java.util.stream.IntStream.range(0, 600).mapToObj(CoverageOracleTest::given)
                    .anyMatch(g -> !fault.apply(byMinute(CoverageLedger.of(g.post(), g.now())))
                            .equals(oracle(g.post(), g.now())));
            if (!noticed) unnoticed.add(name);
        });
        assertThat(unnoticed).isEmpty();
    }

    private static Given given(int seed) {
        var random = new Random(seed);
        return new Given(randomPost(random), instant(random.nextInt(20 * 60) + 60, random.nextInt(60)));
    }

    private static List<String> with(List<String> minutes, int at, String word) {
        var more = new ArrayList<>(minutes);
        more.add(at, word);
        return more;
    }

    /**
     * Some random day on which the faulty ledger differs from the oracle: the fault changes what the ledger is given.
     */
    private static boolean noticed(UnaryOperator<Given> fault) {
        for (int seed = 0; seed < 600; seed++) {
            var random = new Random(seed);
            var given = new Given(randomPost(random), instant(random.nextInt(20 * 60) + 60, random.nextInt(60)));
            var wrong = fault.apply(given);
            if (!byMinute(CoverageLedger.of(wrong.post(), wrong.now())).equals(oracle(given.post(), given.now())))
                return true;
        }
        return false;
    }

    record Given(PostDay post, Instant now) {}

    /** Each is a mistake somebody could make in the ledger, expressed on its input. */
    private static Map<String, UnaryOperator<Given>> faults() {
        var faults = new LinkedHashMap<String, UnaryOperator<Given>>();
        faults.put("window begins a minute late", g -> window(g, 60, 0));
        faults.put("window begins a minute early", g -> window(g, -60, 0));
        faults.put("window ends a minute early", g -> window(g, 0, -60));
        faults.put("window ends a minute late", g -> window(g, 0, 60));
        faults.put("now a minute late", g -> new Given(g.post(), g.now().plusSeconds(60)));
        faults.put("now a minute early", g -> new Given(g.post(), g.now().minusSeconds(60)));
        faults.put("now an hour off", g -> new Given(g.post(), g.now().plusSeconds(3600)));
        faults.put("check-in rounded up",
                g -> each(g, a -> copy(a, later(a.checkedInAt(), 60), a.checkedOutAt(), a.proven(),
                        a.state(), a.absences())));
        faults.put("check-in a minute early",
                g -> each(g, a -> copy(a, later(a.checkedInAt(), -60), a.checkedOutAt(), a.proven(),
                        a.state(), a.absences())));
        faults.put("check-out a minute late",
                g -> each(g, a -> copy(a, a.checkedInAt(), later(a.checkedOutAt(), 60), a.proven(),
                        a.state(), a.absences())));
        faults.put("check-out a minute early", g -> each(g, a -> copy(a, a.checkedInAt(), later(a.checkedOutAt(), -60),
                a.proven(), a.state(), a.absences())));
        faults.put("check-out forgotten",
                g -> each(g, a -> copy(a, a.checkedInAt(), null, a.proven(), a.state(), a.absences())));
        faults.put("check-in forgotten",
                g -> each(g, a -> copy(a, null, a.checkedOutAt(), a.proven(), a.state(), a.absences())));
        faults.put("proof ignored",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), true, a.state(), a.absences())));
        faults.put("proof demanded of all twice",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), false, a.state(),
                        a.absences())));
        faults.put("absences ignored",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), a.proven(), a.state(),
                        List.of())));
        faults.put("absence never ends",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), a.proven(), a.state(),
                        a.absences().stream().map(x -> new Absence(x.from(), null)).toList())));
        faults.put("absence begins late",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), a.proven(), a.state(),
                        a.absences().stream().map(x -> new Absence(x.from().plusSeconds(60), x.to())).toList())));
        faults.put("absence ends late",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), a.proven(), a.state(),
                        a.absences().stream().map(x -> new Absence(x.from(), later(x.to(), 60))).toList())));
        faults.put("moment of acceptance ignored", g -> each(g, a -> new Attendance(a.shiftId(), a.officer(), a.state(),
                Instant.EPOCH, a.checkedInAt(), a.checkedOutAt(), a.proven(), a.absences())));
        faults.put("first officer lost", g -> some(g, list -> list.subList(Math.min(1, list.size()), list.size())));
        faults.put("last officer lost", g -> some(g, list -> list.subList(0, Math.max(0, list.size() - 1))));
        faults.put("nobody at all", g -> some(g, list -> List.of()));
        faults.put("no-show read as given back",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), a.proven(),
                        a.state().equals("NO_SHOW") ? "GIVEN_BACK" : a.state(), a.absences())));
        faults.put("given back read as scheduled",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), a.proven(),
                        a.state().equals("GIVEN_BACK") ? "SCHEDULED" : a.state(), a.absences())));
        faults.put("cancelled read as no-show",
                g -> each(g, a -> copy(a, a.checkedInAt(), a.checkedOutAt(), a.proven(), a.state()
                        .equals("CANCELLED") ? "NO_SHOW" : a.state(), a.absences())));
        return faults;
    }

    /** One letter a minute: c covered, t to come, else the first letters of the reason. */
    private static List<String> oracle(PostDay post, Instant now) {
        var minutes = new ArrayList<String>();
        long nowMinute = Math.floorDiv(now.getEpochSecond(), 60);
        for (long m = post.window().start().getEpochSecond() / 60; m < post.window().end().getEpochSecond() / 60; m++) {
            if (m >= nowMinute) {
                minutes.add("TO_COME");
                continue;
            }
            String said = "NOT_FILLED";
            boolean there = false;
            for (String candidate : List.of("CALLED_OFF", "LATE", "NO_SHOW", "LEFT_EARLY", "OFF_CAMPUS",
                    "CHECK_IN_UNPROVEN")) {
                for (var officer : post.attendances()) if (where(officer, m).equals(candidate)) said = candidate;
            }
            for (var officer : post.attendances()) there |= where(officer, m).equals("THERE");
            minutes.add(there ? "COVERED" : said);
        }
        return minutes;
    }

    private static String where(Attendance officer, long minute) {
        boolean came = officer.checkedInAt() != null;
        boolean theirs = minute >= officer.acceptedAt().getEpochSecond() / 60;
        if (!theirs && (!came || minute < officer.checkedInAt().getEpochSecond() / 60)) return "NOT_YET_THEIRS";
        if (!came && officer.state().equals("NO_SHOW")) return "NO_SHOW";
        if (!came && (officer.state().equals("CANCELLED") || officer.state().equals("GIVEN_BACK"))) return "CALLED_OFF";
        if (!came || minute < officer.checkedInAt().getEpochSecond() / 60) return "LATE";
        if (officer.checkedOutAt() != null && minute >= officer.checkedOutAt().getEpochSecond() / 60)
            return "LEFT_EARLY";
        for (var absence : officer.absences()) {
            long from = absence.from().getEpochSecond() / 60;
            long to = absence.to() == null ? Long.MAX_VALUE : absence.to().getEpochSecond() / 60;
            if (from <= minute && minute < to) return "OFF_CAMPUS";
        }
        return officer.proven() ? "THERE" : "CHECK_IN_UNPROVEN";
    }

    private static List<String> byMinute(CoverageLedger.Result result) {
        var minutes = new ArrayList<String>();
        for (var stretch : result.stretches()) {
            for (long m = 0; m < stretch.window().minutes(); m++)
                minutes.add(stretch.reason() != null
                        ? stretch.reason().name()
                        : stretch.kind().name());
        }
        return minutes;
    }

    private static PostDay randomPost(Random random) {
        int start = 6 * 60 + random.nextInt(180);
        int end = start + 60 + random.nextInt(600);
        var attendances = new ArrayList<Attendance>();
        for (int i = random.nextInt(4); i > 0; i--) attendances.add(randomAttendance(random, start, end));
        return new PostDay(UUID.randomUUID(), UUID.randomUUID(), new Window(instant(start, 0), instant(end, 0)),
                attendances);
    }

    private static Attendance randomAttendance(Random random, int start, int end) {
        String state = List.of("SCHEDULED", "ON_POST", "ENDED", "ENDED", "ENDED", "NO_SHOW", "CANCELLED", "GIVEN_BACK")
                .get(random.nextInt(8));
        boolean came = state.equals("ON_POST") || state.equals("ENDED");
        int in = start - 30 + random.nextInt(end - start);
        int out = in + 1 + random.nextInt(Math.max(1, end + 30 - in));
        var absences = new ArrayList<Absence>();
        for (int i = came ? random.nextInt(3) : 0; i > 0; i--) {
            int from = in + random.nextInt(Math.max(1, out - in));
            absences.add(new Absence(instant(from, random.nextInt(60)), random.nextInt(4) == 0
                    ? null
                    : instant(from + 1 + random.nextInt(90), random.nextInt(60))));
        }
        return new Attendance(UUID.randomUUID(), "A", state,
                instant(random.nextInt(3) > 0 ? 0 : start - 30 + random.nextInt(end - start), random.nextInt(60)),
                came ? instant(in, random.nextInt(60)) : null,
                state.equals("ENDED") ? instant(out, random.nextInt(60)) : null, random.nextInt(5) > 0, absences);
    }

    private static Instant instant(int minute, int second) {
        return Instant.ofEpochSecond(DAY + minute * 60L + second);
    }

    private static Instant later(Instant instant, int seconds) {
        return instant == null ? null : instant.plusSeconds(seconds);
    }

    private static Given window(Given g, int start, int end) {
        var w = g.post().window();
        return new Given(new PostDay(g.post().postId(), g.post().schoolId(),
                new Window(w.start().plusSeconds(start), w.end()
                        .plusSeconds(end)),
                g.post().attendances()), g.now());
    }

    private static Given each(Given g, UnaryOperator<Attendance> change) {
        return some(g, list -> list.stream().map(change).toList());
    }

    private static Given some(Given g, UnaryOperator<List<Attendance>> change) {
        return new Given(new PostDay(g.post().postId(), g.post().schoolId(), g.post().window(),
                change.apply(g.post().attendances())), g.now());
    }

    private static Attendance copy(Attendance a, Instant in, Instant out, boolean proven, String state,
            List<Absence> absences) {
        return new Attendance(a.shiftId(), a.officer(), state, a.acceptedAt(), in, out, proven, absences);
    }
}
