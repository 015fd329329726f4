package org.daywatch.year;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.daywatch.transparency.programmes.gathering.SchoolMeters.Figures;
import org.daywatch.transparency.programmes.meters.LogWeeks;
import org.daywatch.transparency.programmes.meters.Meter;
import org.daywatch.transparency.programmes.meters.Standing;
import org.daywatch.transparency.programmes.meters.StartDue;

/** What schools show on a day beside what was written by hand for it. */
record Comparison(Script script, Map<String, UUID> posts, Map<String, UUID> officers, Set<String> leftOut, SoftAssertions softly) {

    private static final List<String> FILES = List.of("expected-meters.csv", "expected-weeks.csv", "expected-due.csv", "expected-clocks.csv", "expected-sitevisit.csv");
    private static final Map<String, StartDue.State> STATES = Map.of("RUNNING", StartDue.State.OPEN, "OVERDUE", StartDue.State.OVERDUE, "IN_TIME", StartDue.State.IN_TIME,
            "STOPPED_LATE", StartDue.State.LATE);

    /** Days for which something was written. */
    SortedSet<LocalDate> days() {
        return FILES.stream().flatMap(file -> rows(file).stream()).filter(r -> !r.getField("as_of").contains("T")).map(Comparison::asOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param schools by their key in the script */
    void compare(LocalDate asOf, Map<String, SchoolMeters> schools) {
        rows("expected-meters.csv", asOf).stream().filter(r -> !r.getField("of").startsWith("school ")).forEach(row ->
                figures(row, schools).ifPresentOrElse(f -> meter(row, f), () -> unknown(row)));
        rows("expected-weeks.csv", asOf).stream().filter(r -> r.getField("of").startsWith("post ")).forEach(row -> logs(row, schools));
        rows("expected-clocks.csv", asOf).stream().filter(r -> r.getField("clock").equals("AGREEMENT:SERVICE")).forEach(row -> agreement(row, schools));
        rows("expected-due.csv", asOf).stream().filter(r -> !leftOut.contains(r.getField("subject")))
                .collect(Collectors.groupingBy(r -> List.of(r.getField("school"), r.getField("subject")))).forEach((of, rows) ->
                        softly.assertThat(DueYearTest.lines(schools.get(of.get(0)).due(), of.get(1))).as("%s on %s", of, asOf)
                                .containsExactlyInAnyOrderElementsOf(rows.stream().map(DueYearTest::line).toList()));
    }

    void says(LocalDate asOf, String text) {
        for (var row : rows("expected-sitevisit.csv", asOf)) {
            for (String words : row.getField("words").split("\\|")) softly.assertThat(text).as("the file says %s: %s", row.getField("says"), words).contains(words);
        }
    }

    boolean isPrinted(LocalDate asOf) {
        return !rows("expected-sitevisit.csv", asOf).isEmpty();
    }

    private Optional<Figures> figures(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        var of = row.getField("of").split(" ");
        if (of[0].equals("post")) {
            return schools.values().stream().flatMap(s -> s.posts().stream()).filter(p -> p.post().id().equals(posts.get(of[1]))).map(SchoolMeters.OfPost::figures).findFirst();
        }
        return schools.values().stream().flatMap(s -> s.officers().stream()).filter(o -> o.officer().equals(officers.get(of[1]))).map(SchoolMeters.OfOfficer::figures).findFirst();
    }

    private void meter(NamedCsvRecord row, Figures figures) {
        var what = row.getField("as_of") + " " + row.getField("of") + " " + row.getField("meter");
        if (row.getField("meter").equals("ON_CAMPUS")) {
            var share = figures.share();
            softly.assertThat(share == null ? "none" : share.onCampus() + " of " + share.paid()).as(what).isEqualTo(row.getField("amount") + " of " + row.getField("target"));
            softly.assertThat(share == null ? null : share.standing()).as(what).isEqualTo(row.getField("state").equals("MET") ? Standing.ON_PACE : Standing.BEHIND);
            return;
        }
        var meter = figures.times().stream().filter(m -> m.requirement().subject().equals(row.getField("meter"))).findFirst();
        softly.assertThat(meter.map(Comparison::words)).as(what)
                .contains(List.of("amount", "target", "pace", "forecast", "state").stream().map(row::getField).collect(Collectors.joining(" ")));
    }

    private void logs(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        var logs = schools.get("palo-brea").officers().stream().map(SchoolMeters.OfOfficer::logs).toList();
        softly.assertThat(logs.stream().mapToInt(LogWeeks::asked).sum()).as("logs owed on %s", asOf(row)).isEqualTo(Integer.parseInt(row.getField("owed")));
        softly.assertThat(logs.stream().mapToInt(l -> l.missing().size()).sum()).as("logs missing on %s", asOf(row)).isEqualTo(Integer.parseInt(row.getField("missing")));
        softly.assertThat(logs.stream().mapToInt(l -> l.late().size()).sum()).as("logs signed late on %s", asOf(row)).isEqualTo(Integer.parseInt(row.getField("late")));
    }

    private void agreement(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        var officer = officers.get(row.getField("of").substring("officer ".length()));
        var due = schools.values().stream().flatMap(s -> s.agreements().stream()).filter(a -> a.officer().equals(officer)).map(SchoolMeters.Agreement::due).findFirst();
        softly.assertThat(due.map(d -> d.start() + " " + d.by() + " " + d.state())).as("agreement of %s on %s", row.getField("of"), asOf(row))
                .contains(row.getField("start") + " " + row.getField("due") + " " + STATES.get(row.getField("state")));
    }

    /** A post whose lines nobody has written yet, or that has not begun. */
    private void unknown(NamedCsvRecord row) {
        softly.assertThat(row.getField("state")).as("nothing is known of %s on %s", row.getField("of"), row.getField("as_of")).isEqualTo("UNKNOWN");
    }

    private static String words(Meter meter) {
        return text(meter.amount()) + " " + meter.target() + " " + text(meter.pace()) + " " + text(meter.forecast()) + " " + MeterYearTest.state(meter);
    }

    private static String text(Long number) {
        return number == null ? "" : number.toString();
    }

    private List<NamedCsvRecord> rows(String file, LocalDate asOf) {
        return rows(file).stream().filter(r -> r.getField("as_of").equals(asOf.toString())).toList();
    }

    private List<NamedCsvRecord> rows(String file) {
        if (!Files.exists(script.folder().resolve(file))) return List.of();
        return script.rows(file).stream().filter(r -> !r.toString().contains("p3")).toList();
    }

    private static LocalDate asOf(NamedCsvRecord row) {
        return LocalDate.parse(row.getField("as_of"));
    }
}
