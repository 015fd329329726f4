package org.daywatch.year;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.Campuses;
import org.daywatch.transparency.programmes.gathering.MeterQueries;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The scripted years, lived evening by evening in the running application, come to what was written by hand. */
@DaywatchIT
class LivedYearIT {

    /** A summer day on which a lesson was given that must not count. */
    private static final LocalDate BEFORE = LocalDate.of(2026, 6, 25);
    /** What no room can be told yet stands in the tests without a database only. */
    private static final Set<String> NO_ROOM = Set.of("AUDIT:INTRUDER");

    @Autowired ApplicationContext app;
    @Autowired Story story;

    @Test
    void arizonaComesToWhatWasWrittenByHand() {
        live(Script.of("arizona").without("p3"), fact -> true);
    }

    /** Of Texas and Florida the drills and sweeps: their rules ask for no hours. */
    @Test
    void texasComesToWhatWasWrittenByHand() {
        live(Script.of("texas"), fact -> !fact.what().equals("SHIFT"));
    }

    @Test
    void floridaComesToWhatWasWrittenByHand() {
        live(Script.of("florida"), fact -> !fact.what().equals("SHIFT"));
    }

    private void live(Script whole, Predicate<Script.Fact> lived) {
        var script = new Script(whole.folder(), whole.schoolDays(), whole.facts().stream().filter(lived).toList());
        var year = new LivedYear(app, script);
        var comparison = new Comparison(script, year.posts, year.officerIds, NO_ROOM, new SoftAssertions());
        var from = BEFORE;
        for (var asOf : comparison.days()) {
            year.until(from, asOf);
            from = asOf.plusDays(1);
            comparison.compare(asOf, read(year, asOf));
            if (comparison.isPrinted(asOf)) comparison.says(asOf, PrintedFile.text(PrintedFile.get(app, year.cast, siteVisit(year))));
        }
        comparison.softly().assertAll();
    }

    private static String siteVisit(LivedYear year) {
        return "/programme/schools/" + year.schools.values().iterator().next() + "/site-visit.pdf";
    }

    private Map<String, SchoolMeters> read(LivedYear year, LocalDate asOf) {
        return story.as(year.cast.agency(), () -> {
            var campuses = app.getBean(Campuses.class).list(year.schools.values());
            var by = new LinkedHashMap<String, SchoolMeters>();
            for (var meters : app.getBean(MeterQueries.class).of(campuses, asOf)) {
                year.schools.forEach((key, id) -> {
                    if (meters.school().id().equals(id)) by.put(key, meters);
                });
            }
            return by;
        });
    }
}
