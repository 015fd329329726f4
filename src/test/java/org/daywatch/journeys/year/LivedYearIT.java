package org.daywatch.journeys.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.daywatch._story.AllTables;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.ToldAgain;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.operations.UnheardFacts;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.campus.CampusRecord;
import org.daywatch.transparency.programs.campus.CampusRecords;
import org.daywatch.transparency.programs.report.SiteVisit;
import org.daywatch.transparency.programs.report.SiteVisitFiles;
import org.daywatch.transparency.programs.screens.Certificates;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** The scripted years, lived hour by hour in the running application, come to what was written by hand. */
@DaywatchIT
class LivedYearIT {

    /** A summer day on which a lesson was given that must not count. */
    private static final LocalDate BEFORE = LocalDate.of(2026, 6, 25);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired UnheardFacts facts;
    @Value("${daywatch.database.directory}") Path database;

    @Test
    void arizonaComesToWhatWasWrittenByHand() throws Exception {
        toldAgain(live(Script.of("arizona")));
    }

    @Test
    void texasComesToWhatWasWrittenByHand() throws Exception {
        toldAgain(live(Script.of("texas")));
    }

    @Test
    void floridaComesToWhatWasWrittenByHand() throws Exception {
        toldAgain(live(Script.of("florida")));
    }

    private LivedYear live(Script script) {
        var year = new LivedYear(app, script);
        var comparison = new Comparison(script, year.posts, year.officerIds, new SoftAssertions());
        var visits = new VisitComparison(script, comparison.softly());
        var grants = new GrantComparison(script, comparison.softly());
        year.before(BEFORE);
        var from = BEFORE;
        for (var asOf : comparison.days()) {
            year.until(from, asOf, comparison.moments(),
                    moment -> comparison.clocks(moment.toString(), year.schools, year.acts.clocks(), moment));
            from = asOf.plusDays(1);
            var schools = read(year, asOf);
            comparison.compare(asOf, schools, coverage(year, asOf));
            if (comparison.asksForCertificates(asOf))
                comparison.certificates(asOf, Tenancy.as(Scope.system(year.cast.agency()),
                        () -> app.getBean(Certificates.class).of(List.copyOf(schools.values()), asOf)));
            comparison.clocks(asOf.toString(), year.schools, year.acts.clocks(),
                    app.getBean(TestClock.class).instant());
            comparison.quarters(asOf)
                    .forEach(quarter -> comparison.recordSays(asOf, quarter, PrintedFile.text(PrintedFile.get(app,
                            year.cast,
                            "/program/reports/coverage.pdf?district=" + year.cast.mesquite() + "&from=" + quarter))));
            visits.schools(asOf).forEach(school -> visits.compare(asOf, school, siteVisit(year, school),
                    PrintedFile.text(PrintedFile.get(app, year.cast,
                            "/program/schools/" + year.schools.get(school) + "/site-visit.pdf"))));
            if (grants.isWritten(asOf))
                grants.compare(asOf,
                        new String(
                                PrintedFile.get(app, year.cast,
                                        "/program/reports/grant.txt?district=" + year.cast.mesquite()),
                                StandardCharsets.UTF_8));
        }
        comparison.softly().assertAll();
        keep(script);
        return year;
    }

    /**
     * When a release is made: its year of data, from which the next ones prove that they can be upgraded to
     * (CONTRIBUTING).
     */
    private void keep(Script script) {
        var folder = System.getenv("DAYWATCH_KEEP_YEARS");
        if (folder == null) return;
        try {
            new AllTables(database).keep(Path.of(folder, script.folder().getFileName() + ".zip"));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A year of facts, of which many would undo or overtake each other if a late one counted again; of those of shifts,
     * which are hundreds and alike, every eighth.
     */
    private void toldAgain(LivedYear year) throws SQLException {
        var which = "serialized_event::jsonb ->> 'tenant' in ('" + year.cast.agency() + "', '" + year.cast.mesquite()
                + "')";
        try (var tables = AllTables.over(database)) {
            var again = new ToldAgain(tables, facts);
            again.settled(which);
            var before = tables.state();
            again.all(
                    which + " and (event_type not like 'org.daywatch.staffing.%' or substr(md5(id::text), 9, 1) < '2')",
                    new Random(35));
            assertThat(AllTables.changed(before, tables.state()))
                    .as("tables that changed when the year was told again").isEmpty();
        }
    }

    /** As it is before it is printed. */
    private SiteVisit siteVisit(LivedYear year, String school) {
        var page = new Page("", "en", app.getBean(Texts.class), null, "", List.of(), new Page.Csrf("", ""),
                Page.Kind.REAL, null,
                "/", false, 0, Map.of(), Map.of());
        return Tenancy.as(Scope.system(year.cast.agency()),
                () -> app.getBean(SiteVisitFiles.class)
                        .of(page, app.getBean(Campuses.class).list(List.of(year.schools.get(school))),
                                "State office", true)
                        .getFirst());
    }

    private Map<String, CampusRecord> coverage(LivedYear year, LocalDate asOf) {
        return story.as(year.cast.agency(), () -> {
            var records = app.getBean(CampusRecords.class).of(app.getBean(Campuses.class).list(year.schools.values()),
                    SchoolYears.begin(asOf), asOf);
            var by = new LinkedHashMap<String, CampusRecord>();
            year.schools.forEach((key, id) -> {
                if (records.containsKey(id)) by.put(key, records.get(id));
            });
            return by;
        });
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
