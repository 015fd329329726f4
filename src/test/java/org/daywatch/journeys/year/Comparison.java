package org.daywatch.journeys.year;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.campus.CampusRecord;
import org.daywatch.transparency.programs.campus.CampusRecords;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.meters.LogWeeks;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.meters.StartDue;
import org.daywatch.transparency.programs.screens.Certificates;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters;

/** What schools show on a day beside what was written by hand for it. */
record Comparison(Script script, Map<String, UUID> posts, Map<String, UUID> officers, SoftAssertions softly) {

    private static final String COVERAGE = "expected-coverage.csv";
    private static final String SHARED = "expected-shared.csv";
    private static final List<String> FILES = List.of("expected-meters.csv", "expected-weeks.csv", DueYearTest.FILE,
            "expected-clocks.csv", VisitComparison.FILE, GrantComparison.FILE,
            COVERAGE, SHARED);
    private static final Map<String, ClockKind> CLOCKS = Map.of("NOTICE:OFFICE_72H", ClockKind.INCIDENT_REPORT,
            "REPORT:INSPECTION", ClockKind.INSPECTION_REPORT,
            "AUDIT:SAFETY", ClockKind.SAFETY_AUDIT, "EXCEPTION:ARMED_OFFICER", ClockKind.EXCEPTION_RENEWAL);
    private static final Map<String, StartDue.State> STATES = Map.of("RUNNING", StartDue.State.OPEN, "OVERDUE",
            StartDue.State.OVERDUE, "IN_TIME", StartDue.State.IN_TIME,
            "STOPPED_LATE", StartDue.State.LATE);

    /** Days for which something was written. */
    SortedSet<LocalDate> days() {
        return FILES.stream().flatMap(file -> rows(file).stream()).map(Comparison::asOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param schools by their key in the script. @param campuses of this school year until that day, by the same key
     */
    void compare(LocalDate asOf, Map<String, SchoolMeters> schools, Map<String, CampusRecord> campuses) {
        rows("expected-meters.csv", asOf).stream().filter(r -> r.getField("meter").equals(CampusRecords.OFFICER))
                .forEach(row -> officer(row, campuses.get(row.getField("of").substring("school ".length()))));
        rows(COVERAGE, asOf).forEach(row -> coverage(row, campuses.get(row.getField("school"))));
        rows("expected-meters.csv", asOf).stream().filter(r -> !r.getField("of").startsWith("school "))
                .forEach(row -> figures(row, schools).ifPresentOrElse(f -> meter(row, f), () -> unknown(row)));
        rows("expected-meters.csv", asOf).stream().filter(r -> r.getField("meter").startsWith("CEILING"))
                .forEach(row -> ceiling(row, ofSchool(row, schools)));
        rows("expected-weeks.csv", asOf).stream().filter(r -> r.getField("of").startsWith("post "))
                .forEach(row -> logs(row, schools));
        rows("expected-weeks.csv", asOf).stream().filter(r -> r.getField("of").startsWith("school "))
                .forEach(row -> sweeps(row, ofSchool(row, schools)));
        rows("expected-clocks.csv", asOf).stream().filter(r -> r.getField("clock").startsWith("NOTICE:INTRUDER"))
                .forEach(row -> notice(row, ofSchool(row, schools)));
        rows("expected-clocks.csv", asOf).stream().filter(r -> r.getField("clock").equals("AGREEMENT:SERVICE"))
                .forEach(row -> agreement(row, schools));
        rows(SHARED, asOf).forEach(row -> shared(row, schools.get(row.getField("school"))));
        schools.forEach((key, school) -> DueYearTest.nothingElse(script, key, asOf, school.due(), softly));
        DueYearTest.rows(script).stream().filter(r -> r.asOf().equals(asOf))
                .collect(Collectors.groupingBy(r -> List.of(r.school(), r.subject())))
                .forEach((of, rows) -> softly.assertThat(DueYearTest.lines(schools.get(of.get(0)).due(), of.get(1)))
                        .as("%s on %s", of, asOf)
                        .containsExactlyInAnyOrderElementsOf(rows.stream().map(DueYearTest.Row::line).toList()));
    }

    /** Which quarters are printed that day, each by the day with which the calendar begins it. */
    Set<LocalDate> quarters(LocalDate asOf) {
        return rows(COVERAGE, asOf).stream().map(Comparison::quarter).collect(Collectors.toSet());
    }

    /**
     * The printed record names the school with its days, who came, and of each day that is not whole the time there,
     * asked for and missing.
     */
    void recordSays(LocalDate asOf, LocalDate quarter, String printed) {
        var text = printed.replace(" ", ""); // a printed table has no blanks between its cells
        for (var row : rows(COVERAGE, asOf).stream().filter(r -> quarter(r).equals(quarter)).toList()) {
            var name = script.rows("people.csv").stream().filter(p -> p.getField("key").equals(row.getField("school")))
                    .findFirst().orElseThrow().getField("name");
            var words = new ArrayList<>(List.of(
                    name + row.getField("days") + row.getField("whole") + row.getField("part") + row.getField("none"),
                    row.getField("who")));
            boolean unknown = row.getField("short").equals("all");
            int asked = Integer.parseInt(row.getField("asked")) / Integer.parseInt(row.getField("days"));
            if (unknown) words.add("No officer was recorded here this school year");
            else
                for (String day : row.getField("short").isEmpty()
                        ? new String[0]
                        : row.getField("short").split("\\|")) {
                            int missing = Integer.parseInt(day.split(" ")[1]);
                            words.add(said(day.split(" ")[0]) + (missing == asked ? "no record" : row.getField("who"))
                                    + time(asked - missing) + time(asked) + time(missing));
                        }
            words.forEach(
                    word -> softly.assertThat(text).as("the record says of %s", row).contains(word.replace(" ", "")));
        }
    }

    private static String time(int minutes) {
        return minutes / 60 + "h" + (minutes % 60 == 0 ? "" : minutes % 60 + "min");
    }

    private static LocalDate quarter(NamedCsvRecord row) {
        return LocalDate.parse(row.getField("from")).with(IsoFields.DAY_OF_QUARTER, 1);
    }

    private static String said(String day) {
        return DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US).format(LocalDate.parse(day));
    }

    private void officer(NamedCsvRecord row, CampusRecord campus) {
        softly.assertThat((campus.known() ? campus.there() : "") + " of " + campus.asked() + " " + campus.state())
                .as("officer at %s on %s", row.getField("of"), asOf(row))
                .isEqualTo(row.getField("amount") + " of " + row.getField("target") + " " + row.getField("state"));
    }

    /** A quarter of the record: its sums, each day that is not whole, and who came. */
    private void coverage(NamedCsvRecord row, CampusRecord year) {
        var quarter = year.during(LocalDate.parse(row.getField("from")), LocalDate.parse(row.getField("to")));
        var what = row.getField("school") + " from " + row.getField("from");
        softly.assertThat(List.of(quarter.counted().size(), quarter.whole(), quarter.part(), quarter.none(),
                quarter.there(), quarter.asked()).toString()).as("days and minutes of %s", what)
                .isEqualTo(List.of("days", "whole", "part", "none", "minutes", "asked").stream().map(row::getField)
                        .toList().toString());
        var wanting = quarter.wanting().stream().map(d -> d.day() + " " + d.missing()).toList();
        if (row.getField("short").equals("all"))
            softly.assertThat(wanting).as("days of %s", what).hasSize(quarter.days().size());
        else
            softly.assertThat(String.join("|", wanting)).as("short days of %s", what).isEqualTo(row.getField("short"));
        softly.assertThat(quarter.officers()).as("who came in %s", what).containsExactlyElementsOf(script
                .rows("people.csv").stream()
                .filter(p -> p.getField("what").equals("OFFICER") && p.getField("name").equals(row.getField("who")))
                .map(p -> officers.get(p.getField("key"))).toList());
    }

    /** What one officer of a post did at one of its campuses, and whether that has a part of a post only. */
    private void shared(NamedCsvRecord row, SchoolMeters school) {
        var what = row.getField("officer") + " at " + row.getField("school") + " until " + asOf(row);
        softly.assertThat(school.posts().stream().filter(p -> p.post().id().equals(posts.get(row.getField("post"))))
                .map(SchoolMeters.OfPost::shared)).as("campuses of the post of %s", what)
                .containsExactly(Integer.valueOf(row.getField("campuses")));
        softly.assertThat(school.inPart()).as("%s is covered in part on %s", row.getField("school"), asOf(row))
                .isEqualTo(row.getField("in_part").equals("yes"));
        softly.assertThat(
                school.officers().stream().filter(o -> o.officer().equals(officers.get(row.getField("officer"))))
                        .map(SchoolMeters.OfOfficer::figures)
                        .map(f -> Stream.of(share(f), time(f, "LRE:COHORT"), time(f, "LRE:UNIVERSAL"))
                                .collect(Collectors.joining(" "))))
                .as(what)
                .containsExactly(Stream.of("on", "paid", "cohort", "universal").map(row::getField)
                        .collect(Collectors.joining(" ")));
    }

    private static String share(Figures figures) {
        return figures.share() == null ? "" : figures.share().onCampus() + " " + figures.share().paid();
    }

    private static String time(Figures figures, String subject) {
        return figures.times().stream().filter(m -> m.requirement().subject().equals(subject))
                .map(m -> text(m.amount())).collect(Collectors.joining());
    }

    boolean asksForCertificates(LocalDate asOf) {
        return rows("expected-clocks.csv", asOf).stream()
                .anyMatch(r -> r.getField("clock").equals("GATE:STATE_CERTIFICATE"));
    }

    /**
     * What an officer's file holds. One that came late is held: a file says until when there was time only as long as
     * it is missing. @param lines of all schools
     */
    void certificates(LocalDate asOf, List<Certificates.Line> lines) {
        for (var row : rows("expected-clocks.csv", asOf).stream()
                .filter(r -> r.getField("clock").equals("GATE:STATE_CERTIFICATE")).toList()) {
            var officer = officers.get(row.getField("of").substring("officer ".length()));
            softly.assertThat(lines.stream()
                    .filter(l -> l.officer().equals(officer)
                            && l.requirement().subject().equals(ClockKind.CERTIFICATE.subject()))
                    .map(l -> l.state() + " " + l.until()
                            + (l.late() == null ? "" : " LATE " + l.late().on() + " after " + l.late().by())))
                    .as("state certificate of %s on %s", row.getField("of"), asOf)
                    .containsExactly(switch (row.getField("state")) {
                        case "RUNNING" -> "IN_GRACE " + row.getField("due");
                        case "OVERDUE" -> "MISSING " + row.getField("due");
                        case "STOPPED_LATE" ->
                            "HELD null LATE " + row.getField("stopped") + " after " + row.getField("due");
                        default -> "HELD null";
                    });
        }
    }

    private Optional<Figures> figures(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        var of = row.getField("of").split(" ");
        if (of[0].equals("post")) {
            return schools.values().stream().flatMap(s -> s.posts().stream())
                    .filter(p -> p.post().id().equals(posts.get(of[1]))).map(SchoolMeters.OfPost::figures).findFirst();
        }
        return schools.values().stream().flatMap(s -> s.officers().stream())
                .filter(o -> o.officer().equals(officers.get(of[1]))).map(SchoolMeters.OfOfficer::figures).findFirst();
    }

    private void meter(NamedCsvRecord row, Figures figures) {
        var what = row.getField("as_of") + " " + row.getField("of") + " " + row.getField("meter");
        if (row.getField("meter").equals("ON_CAMPUS")) {
            var share = figures.share();
            softly.assertThat(share == null ? "none" : share.onCampus() + " of " + share.paid()).as(what)
                    .isEqualTo(row.getField("amount") + " of " + row.getField("target"));
            softly.assertThat(share == null ? null : share.standing()).as(what)
                    .isEqualTo(row.getField("state").equals("MET") ? Standing.ON_PACE : Standing.BEHIND);
            softly.assertThat(share == null ? null : share.requirement().subject()).as("rule of %s", what)
                    .isEqualTo(row.getField("rule").endsWith("JPO [AZ-QUIZ]") ? "ON_CAMPUS:JPO" : "ON_CAMPUS");
            // one minute short of the share is never shown as the share
            if (share != null && share.standing() == Standing.BEHIND)
                softly.assertThat(share.perMille()).as(what).isLessThan(share.requirement().rule().number() * 10L);
            return;
        }
        var meter = figures.times().stream().filter(m -> m.requirement().subject().equals(row.getField("meter")))
                .findFirst();
        softly.assertThat(meter.map(Comparison::words)).as(what)
                .contains(List.of("amount", "target", "pace", "forecast", "state").stream().map(row::getField)
                        .collect(Collectors.joining(" ")));
    }

    private void logs(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        var logs = schools.get("palo-brea").officers().stream().map(SchoolMeters.OfOfficer::logs).toList();
        softly.assertThat(logs.stream().mapToInt(LogWeeks::asked).sum()).as("logs owed on %s", asOf(row))
                .isEqualTo(Integer.parseInt(row.getField("owed")));
        softly.assertThat(logs.stream().mapToInt(l -> l.missing().size()).sum()).as("logs missing on %s", asOf(row))
                .isEqualTo(Integer.parseInt(row.getField("missing")));
        softly.assertThat(logs.stream().mapToInt(l -> l.late().size()).sum()).as("logs signed late on %s", asOf(row))
                .isEqualTo(Integer.parseInt(row.getField("late")));
    }

    private void agreement(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        var officer = officers.get(row.getField("of").substring("officer ".length()));
        var due = schools.values().stream().flatMap(s -> s.agreements().stream())
                .filter(a -> a.officer().equals(officer)).map(SchoolMeters.Agreement::due).findFirst();
        softly.assertThat(due.map(d -> d.start() + " " + d.by() + " " + d.state()))
                .as("agreement of %s on %s", row.getField("of"), asOf(row))
                .contains(row.getField("start") + " " + row.getField("due") + " " + STATES.get(row.getField("state")));
    }

    /** A post whose lines nobody has written yet, or that has not begun. */
    private void unknown(NamedCsvRecord row) {
        softly.assertThat(row.getField("state"))
                .as("nothing is known of %s on %s", row.getField("of"), row.getField("as_of")).isEqualTo("UNKNOWN");
    }

    private static String words(Meter meter) {
        return text(meter.amount()) + " " + meter.target() + " " + text(meter.pace()) + " " + text(meter.forecast())
                + " " + MeterYearTest.state(meter);
    }

    private static String text(Long number) {
        return number == null ? "" : number.toString();
    }

    private List<NamedCsvRecord> rows(String file, LocalDate asOf) {
        return rows(file).stream().filter(r -> r.getField("as_of").equals(asOf.toString())).toList();
    }

    private List<NamedCsvRecord> rows(String file) {
        return script.ifThere(file);
    }

    private static LocalDate asOf(NamedCsvRecord row) {
        return LocalDate.parse(row.getField("as_of").substring(0, "2026-08-03".length()));
    }

    /** Instants, and not only days, for which something was written. */
    Set<Instant> moments() {
        return rows("expected-clocks.csv").stream().map(r -> r.getField("as_of")).filter(asOf -> asOf.contains("T"))
                .map(asOf -> OffsetDateTime.parse(asOf).toInstant()).collect(Collectors.toSet());
    }

    /**
     * Open deadlines by the hour or to the end of a day, each with its start, its end and how it stands. @param asOf a
     * day, or an instant
     */
    void clocks(String asOf, Map<String, UUID> schools, List<ProgramClock> clocks, Instant now) {
        for (var row : rows("expected-clocks.csv")) {
            var kind = CLOCKS.get(row.getField("clock"));
            if (kind == null || !asOf.equals(row.getField("as_of").contains("T")
                    ? OffsetDateTime.parse(row.getField("as_of")).toInstant().toString()
                    : row.getField("as_of")))
                continue;
            var of = row.getField("of").split(" ");
            var found = clocks.stream()
                    .filter(c -> c.kind() == kind && (of[0].equals("officer")
                            ? officers.get(of[1]).equals(c.officerId())
                            : schools.get(of[1]).equals(c.schoolId())))
                    .filter(c -> c.startedAt().equals(begin(row.getField("start")))
                            || !row.getField("start").contains("T")
                                    && day(c.startedAt()).toString().equals(row.getField("start")))
                    .toList();
            softly.assertThat(found.stream().map(c -> due(row, c) + " " + standing(c, now)))
                    .as("%s of %s as of %s", row.getField("clock"), row.getField("of"), asOf)
                    .containsExactly(row.getField("due") + " " + row.getField("state")
                            + (row.getField("stopped").isEmpty() ? "" : " " + row.getField("stopped")));
        }
    }

    private String due(NamedCsvRecord row, ProgramClock c) {
        return row.getField("due").contains("T") ? said(c.dueAt()) : day(c.dueAt().minusSeconds(1)).toString();
    }

    /** What is late was told to those above, too. */
    private String standing(ProgramClock c, Instant now) {
        if (c.state() instanceof ProgramClock.State.Answered a)
            return (a.late() ? "STOPPED_LATE " : "IN_TIME ")
                    + (c.kind() == ClockKind.INCIDENT_REPORT ? said(a.doneAt()) : day(a.doneAt()));
        if (!c.late(now)) return "RUNNING";
        return c.state() instanceof ProgramClock.State.Escalated ? "OVERDUE" : "OVERDUE, and nobody above was told";
    }

    private Instant begin(String words) {
        return words.contains("T")
                ? OffsetDateTime.parse(words).toInstant()
                : LocalDate.parse(words).atStartOfDay(zone()).toInstant();
    }

    private String said(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx").format(at.atZone(zone()));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return ZoneId.of(script.rows("people.csv").getFirst().getField("detail").split(" ")[1]);
    }

    private static SchoolMeters ofSchool(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        return schools.get(row.getField("of").substring("school ".length()));
    }

    private void ceiling(NamedCsvRecord row, SchoolMeters school) {
        var counting = row.getField("meter").endsWith("HALF")
                ? Requirement.Counting.AT_MOST_HALF
                : Requirement.Counting.AT_MOST_YEAR;
        long over = school.due().stream().filter(
                d -> d.requirement().kind() == Requirement.Kind.CEILING && d.requirement().counting() == counting)
                .filter(d -> !asOf(row).isBefore(d.from()) && !asOf(row).isAfter(d.by())).count();
        softly.assertThat(over).as("%s on %s", row.getField("meter"), asOf(row)).isEqualTo(
                Math.max(0, Integer.parseInt(row.getField("amount")) - Integer.parseInt(row.getField("target"))));
    }

    /** Of the last six weeks with school that are over. */
    private void sweeps(NamedCsvRecord row, SchoolMeters school) {
        var weeks = school.due().stream()
                .filter(d -> d.requirement().subject().equals("SWEEP:DOORS")
                        && d.requirement().counting() == Requirement.Counting.WEEK)
                .filter(d -> script.schoolDays().stream()
                        .noneMatch(day -> day.isAfter(asOf(row)) && !day.isAfter(d.by())))
                .toList();
        var last = weeks.subList(Math.max(0, weeks.size() - 6), weeks.size());
        softly.assertThat(last.size() + " owed, " + last.stream().filter(d -> d.doneOn() == null).count() + " missing, "
                + last.stream().filter(d -> d.state() == Due.State.DONE_LATE).count() + " late")
                .as("sweeps on %s", asOf(row)).isEqualTo(row.getField("owed") + " owed, " + row.getField("missing")
                        + " missing, " + row.getField("late") + " late");
    }

    private void notice(NamedCsvRecord row, SchoolMeters school) {
        softly.assertThat(school.due().stream().filter(d -> d.requirement().subject().equals(row.getField("clock")))
                .map(d -> d.by() + " " + d.state() + " " + d.doneOn()))
                .as("%s on %s", row.getField("clock"), asOf(row))
                .containsExactly(row.getField("due") + " " + Due.State.DONE + " " + row.getField("stopped"));
    }
}
