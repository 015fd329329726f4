package org.daywatch.year;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.Campuses;
import org.daywatch.transparency.programmes.gathering.MeterQueries;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.daywatch.transparency.programmes.gathering.SchoolMeters.Figures;
import org.daywatch.transparency.programmes.meters.LogWeeks;
import org.daywatch.transparency.programmes.meters.Meter;
import org.daywatch.transparency.programmes.meters.Standing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The scripted years, lived evening by evening in the running application, come to what was written by hand. */
@DaywatchIT
class LivedYearIT {

    /** A day before the year on which a lesson was given that must not count. */
    private static final LocalDate BEFORE = LocalDate.of(2026, 7, 30);

    @Autowired ApplicationContext app;
    @Autowired Story story;

    /** What no room can be told yet stands in the tests without a database only. */
    private static final Set<String> NO_ROOM = Set.of("AUDIT:INTRUDER");

    private final SoftAssertions softly = new SoftAssertions();
    private Script script;
    private LivedYear year;

    @Test
    void arizonaComesToWhatWasWrittenByHand() {
        live("arizona", fact -> true);
    }

    /** Of Texas and Florida the drills and sweeps: their rules ask for no hours. */
    @Test
    void texasComesToWhatWasWrittenByHand() {
        live("texas", fact -> !fact.what().equals("SHIFT"));
    }

    @Test
    void floridaComesToWhatWasWrittenByHand() {
        live("florida", fact -> !fact.what().equals("SHIFT"));
    }

    private void live(String state, Predicate<Script.Fact> lived) {
        var all = Script.of(state);
        script = new Script(all.folder(), all.schoolDays(), all.facts().stream().filter(lived).toList());
        year = new LivedYear(app, script);
        var asked = new TreeSet<LocalDate>();
        for (var file : List.of("expected-meters.csv", "expected-weeks.csv", "expected-due.csv", "expected-sitevisit.csv")) rows(file).forEach(r -> asked.add(asOf(r)));
        var from = BEFORE;
        for (var asOf : asked) {
            year.until(from, asOf);
            from = asOf.plusDays(1);
            compare(asOf);
        }
        softly.assertAll();
    }

    private void compare(LocalDate asOf) {
        var schools = read(asOf);
        if (year.state.equals("AZ")) rows("expected-meters.csv", asOf).forEach(row -> figures(row, schools).ifPresentOrElse(f -> meter(row, f), () -> unknown(row)));
        if (year.state.equals("AZ")) rows("expected-weeks.csv", asOf).forEach(row -> {
            var logs = schools.get("palo-brea").officers().stream().map(SchoolMeters.OfOfficer::logs).toList();
            softly.assertThat(logs.stream().mapToInt(LogWeeks::asked).sum()).as("logs owed on %s", asOf).isEqualTo(Integer.parseInt(row.getField("owed")));
            softly.assertThat(logs.stream().mapToInt(l -> l.missing().size()).sum()).as("logs missing on %s", asOf).isEqualTo(Integer.parseInt(row.getField("missing")));
        });
        rows("expected-due.csv", asOf).stream().filter(r -> !NO_ROOM.contains(r.getField("subject")))
                .collect(Collectors.groupingBy(r -> List.of(r.getField("school"), r.getField("subject")))).forEach((of, rows) ->
                        softly.assertThat(DueYearTest.lines(schools.get(of.get(0)).due(), of.get(1))).as("%s on %s", of, asOf)
                                .containsExactlyInAnyOrderElementsOf(rows.stream().map(DueYearTest::line).toList()));
        var printed = rows("expected-sitevisit.csv", asOf);
        if (!printed.isEmpty()) siteVisit(printed);
    }

    /** The file as the coordinator prints it in that moment: its text, read out of the PDF. */
    private void siteVisit(List<NamedCsvRecord> says) {
        String text = PrintedFile.text(PrintedFile.get(app, year.cast, "/programme/schools/" + year.schools.values().iterator().next() + "/site-visit.pdf"));
        for (var row : says) {
            for (String words : row.getField("words").split("\\|")) softly.assertThat(text).as("the file says %s: %s", row.getField("says"), words).contains(words);
        }
    }

    private Map<String, SchoolMeters> read(LocalDate asOf) {
        return story.as(year.cast.agency(), () -> {
            var campuses = app.getBean(Campuses.class).list(year.schools.values());
            var meters = app.getBean(MeterQueries.class).of(campuses, asOf);
            var by = new LinkedHashMap<String, SchoolMeters>();
            year.schools.forEach((key, id) -> meters.stream().filter(m -> m.school().id().equals(id)).forEach(m -> by.put(key, m)));
            return by;
        });
    }

    private java.util.Optional<Figures> figures(NamedCsvRecord row, Map<String, SchoolMeters> schools) {
        var of = row.getField("of").split(" ");
        if (of[0].equals("post")) {
            return schools.values().stream().flatMap(s -> s.posts().stream()).filter(p -> p.post().id().equals(year.posts.get(of[1]))).map(SchoolMeters.OfPost::figures).findFirst();
        }
        return schools.get("palo-brea").officers().stream().filter(o -> o.officer().equals(year.officerIds.get(of[1]))).map(SchoolMeters.OfOfficer::figures).findFirst();
    }

    private void meter(NamedCsvRecord row, Figures figures) {
        var what = row.getField("as_of") + " " + row.getField("of") + " " + row.getField("meter");
        if (row.getField("meter").equals("ON_CAMPUS")) {
            var share = figures.share();
            softly.assertThat(share).as(what).isNotNull();
            if (share == null) return;
            softly.assertThat(share.onCampus() + " of " + share.paid()).as(what).isEqualTo(row.getField("amount") + " of " + row.getField("target"));
            softly.assertThat(share.standing()).as(what).isEqualTo(row.getField("state").equals("MET") ? Standing.ON_PACE : Standing.BEHIND);
            return;
        }
        var meter = figures.times().stream().filter(m -> m.requirement().subject().equals(row.getField("meter"))).findFirst();
        softly.assertThat(meter.map(LivedYearIT::words)).as(what).contains(
                List.of("amount", "target", "pace", "forecast", "state").stream().map(row::getField).collect(Collectors.joining(" ")));
    }

    private void unknown(NamedCsvRecord row) {
        softly.assertThat(row.getField("state")).as("nothing is known of %s on %s", row.getField("of"), row.getField("as_of")).isEqualTo("UNKNOWN");
    }

    private static String words(Meter meter) {
        return List.of(text(meter.amount()), "" + meter.target(), text(meter.pace()), text(meter.forecast()), MeterYearTest.state(meter)).stream().collect(Collectors.joining(" "));
    }

    private static String text(Long number) {
        return number == null ? "" : number.toString();
    }

    private List<NamedCsvRecord> rows(String file, LocalDate asOf) {
        return rows(file).stream().filter(r -> asOf(r).equals(asOf)).toList();
    }

    private List<NamedCsvRecord> rows(String file) {
        return Files.exists(script.folder().resolve(file)) ? script.rows(file) : List.of();
    }

    private static LocalDate asOf(NamedCsvRecord row) {
        return LocalDate.parse(row.getField("as_of"));
    }
}
