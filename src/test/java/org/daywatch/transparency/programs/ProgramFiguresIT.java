package org.daywatch.transparency.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.transparency.programs.totals.EvidenceLines;
import org.daywatch.transparency.programs.totals.FigureLines.Figure;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every figure opens onto exactly what it counts, of today and of a past day. */
@DaywatchIT
class ProgramFiguresIT {

    private static final Pattern TILE = Pattern.compile(
            "<a class=\"tile-body\" href=\"([^\"]+)\"><span class=\"tile-label\">[^<]*</span> <span class=\"[^\"]*\">(\\d+)</span>");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;

    private PostedDay day;
    private PostedDay.Officer ana;
    private Visit coordinator;

    @BeforeEach
    void aSchoolWithItsYear() {
        clock.setTo("2026-11-17T17:00:00Z");
        day = new PostedDay(app);
        ana = day.officer("Ana Cruz");
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3),
                    LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
            post(day.school);
            var lines = new Lines(db, day);
            lines.line(ana.id(), "2026-11-10", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 50);
            lines.line(ana.id(), "2026-11-10", "ON_POST", "PRESENCE", "ON_CAMPUS", 400);
        });
        coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    private void post(UUID... schools) {
        app.getBean(FundedPostRegister.class).add(new FundedPostRegister.NewPost("AZ-SSP",
                "Award " + schools[0].toString().substring(30), "SSO", List.of(schools), LocalDate.of(2025, 7, 1)));
    }

    private UUID school(String state, String name, String zip, String zone) {
        return story.as(day.cast.agency(), () -> {
            var district = organizations.findOrCreate("DISTRICT", name + " Unified", state, state + day.cast.suffix());
            var id = app.getBean(Schools.class).add(new Schools.NewSchool(district, name, SchoolLevel.HIGH, "9", "12",
                    900, "1 Mesa Drive", "Llano", state, zip, "", ZoneId.of(zone)));
            app.getBean(Calendars.class).create(district, "2026-27", LocalDate.of(2026, 8, 10),
                    LocalDate.of(2027, 5, 28));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(district), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 10)));
            return id;
        });
    }

    @Test
    void aFigureOpensOntoExactlyTheLinesItIsTheSumOf() {
        story.run(day.cast.agency(), () -> {
            var lines = new Lines(db, day);
            lines.line(ana.id(), "2026-07-20", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 45); // before the first school day: of no meter
            lines.line(ana.id(), "2026-09-08", "LESSON_UNIVERSAL", "TRAINING", "LRE:UNIVERSAL", 30);
            lines.line(ana.id(), "2026-09-08", "LESSON_PREPARATION", "TRAINING", "LRE:PREPARATION", 25);
            lines.line(ana.id(), "2026-09-08", "OFF_CAMPUS", "AWAY", "", 70);
            lines.line(null, "2026-07-22", "SAFETY_TEAM", "PLANNING", "MEETING:SAFETY_TEAM", 60);
            lines.line(null, "2026-10-06", "SAFETY_TEAM", "PLANNING", "MEETING:SAFETY_TEAM", 60);
            lines.line(null, "2026-09-15", "DRILL", "PLANNING", "DRILL:EVACUATE", 12);
            lines.line(null, "2026-10-15", "DRILL", "PLANNING", "DRILL:LOCKDOWN", 9);
            lines.line(null, "2022-10-03", "PAPER", "PLANNING", "AUDIT:SAFETY", 0); // holds for five years
        });
        story.run(day.cast.agency(), () -> {
            var m = app.getBean(MeterQueries.class).of(app.getBean(Campuses.class).find(day.school).orElseThrow(),
                    LocalDate.of(2026, 11, 17));
            assertThat(m.whole().times()).isNotEmpty();
            for (var meter : m.whole().times())
                assertThat(minutes(m, Figure.ofRule(meter.requirement().rule().id(), null)))
                        .as(meter.requirement().subject()).isEqualTo(meter.amount());
            var post = m.posts().getFirst();
            for (var meter : post.figures().times()) {
                assertThat(minutes(m, Figure.ofRule(meter.requirement().rule().id(), post.post().id())))
                        .as("the post's " + meter.requirement().subject()).isEqualTo(meter.amount());
            }
            var officer = m.officers().getFirst();
            for (var meter : officer.figures().times()) {
                assertThat(minutes(m,
                        new Figure(officer.officer(), null, meter.requirement().rule().id(), "", null, null)))
                        .as("their " + meter.requirement().subject()).isEqualTo(meter.amount());
            }
            var share = m.whole().share();
            assertThat(minutes(m, Figure.ofRule(share.requirement().rule().id(), null))).as("paid minutes")
                    .isEqualTo(share.paid());
            assertThat(minutes(m, Figure.of("AWAY:COURT"))).as("away at court").isEqualTo(share.away().get("COURT"));
            assertThat(minutes(m, Figure.of("LRE:PREPARATION"))).as("preparation").isEqualTo(m.whole().preparation());
            assertThat(m.quarters()).isNotEmpty();
            for (var q : m.quarters())
                assertThat(lines(m, new Figure(null, null, "", "MEETING:SAFETY_TEAM", q.begin(), q.end())))
                        .as("meetings of quarter " + q.number()).hasSize(q.held());
            for (var r : m.due().stream().map(Due::requirement).distinct().filter(r -> r.counting() != Counting.QUARTER)
                    .toList()) {
                assertThat(lines(m, Figure.ofRule(r.rule().id(), null))).as(r.rule().id()).hasSize(
                        (int) m.due().stream().filter(d -> d.requirement().equals(r) && d.doneOn() != null).count());
            }
            assertThat(lines(m, Figure.ofRule("AZ-SSP-ASSESSMENT", null))).as("one of years ago is found")
                    .hasSize((int) m.due("AUDIT:SAFETY").stream().filter(d -> d.doneOn() != null).count());
        });
        assertThat(coordinator.get("/program/schools/" + day.school + "/evidence?rule=AZ-SSP-LRE-COHORT").body())
                .contains(">50<").doesNotContain(">45<");
    }

    private List<EvidenceLines.Line> lines(SchoolMeters m, Figure figure) {
        return app.getBean(EvidenceLines.class).of(List.of(m), figure);
    }

    private Long minutes(SchoolMeters m, Figure figure) {
        return lines(m, figure).stream().mapToLong(EvidenceLines.Line::minutes).sum();
    }

    @Test
    void everyTileOpensExactlyWhatItCounts() {
        school("TX", "Palo Duro High", "79101", "America/Chicago");
        school("FL", "Mangrove High", "33101", "America/New_York");
        coordinator.post("/program/clocks", "kind", "INSPECTION_FINDING", "school", day.school.toString(), "started",
                "2026-11-16T08:00", "about", "gate", "due", "2026-11-18T08:00");
        int opened = 0;
        for (String state : new String[] {"AZ", "TX", "FL"}) {
            for (String asOf : new String[] {"", "&asOf=2026-06-30"}) {
                var tiles = TILE.matcher(coordinator.get("/program?state=" + state + asOf).body()).results().toList();
                for (var tile : tiles) {
                    var list = coordinator.get(tile.group(1).replace("&amp;", "&"));
                    assertThat(list.statusCode()).as(tile.group(1)).isEqualTo(200);
                    assertThat(Pattern.compile("<tr><th scope=\"row\">").matcher(list.body()).results().count())
                            .as(state + " " + tile.group(1)).isEqualTo(Long.parseLong(tile.group(2)));
                    opened++;
                }
            }
        }
        assertThat(opened).isGreaterThan(25);
        assertThat(coordinator.get("/program/counted?state=AZ&what=LOGS").body())
                .as("the week with duty that nobody signed").contains("Ana Cruz", "/logs/" + ana.id() + "/2026-11-09");
        assertThat(coordinator.get("/program/counted?state=AZ&what=RUNNING").body()).contains("Answer to a finding");
    }

    @Test
    void lastYearsFirstScreenAndSchoolStandAsTheyStoodThen() {
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2025-26", LocalDate.of(2025, 8, 4),
                    LocalDate.of(2026, 5, 22));
            new Lines(db, day).line(ana.id(), "2026-03-10", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 35);
        });
        var first = coordinator.get("/program?state=AZ&asOf=2026-06-30").body();
        assertThat(first)
                .contains("based on today’s records", "Jun 30, 2026",
                        "/program/schools/" + day.school + "?asOf=2026-06-30")
                .doesNotContain("Next unfilled shift", "No officer now");
        var school = coordinator.get("/program/schools/" + day.school + "?asOf=2026-06-30").body();
        assertThat(school).contains("0 h 35 min").doesNotContain("0 h 50 min");
        assertThat(coordinator.get("/program/schools/" + day.school + "/evidence?asOf=2026-06-30&subject=LRE:COHORT")
                .body()).contains(">35<").doesNotContain(">50<");
        assertThat(coordinator.get("/program/officers/" + ana.id() + "?asOf=2026-06-30").body()).contains("0 h 35 min");
        assertThat(coordinator.get("/program.csv?asOf=2026-06-30").body()).contains("Ocotillo High,AZ,2026-06-30,,35,");
        for (String path : new String[] {"/program", "/program/schools/" + day.school, "/program/officers",
                "/program/counted"}) {
            assertThat(coordinator.get(path + "?asOf=2036-01-01").statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void anOfficerOfTwoSchoolsHasOneTotalAndNothingCountsTwice() {
        var second = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(day.cast.mesquite(), "Saltbush Middle", SchoolLevel.MIDDLE, "6", "8",
                                500, "2 Mesa Drive",
                                "Mesa", "AZ", "85201", "", ZoneId.of("America/Phoenix"))));
        story.run(day.cast.agency(), () -> {
            post(second);
            new Lines(db, day).at(second).line(ana.id(), "2026-10-05", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 40);
        });
        assertThat(coordinator.get("/program/officers/" + ana.id()).body()).contains("Total for all 2 schools",
                "1 h 30 min", "0 h 50 min", "0 h 40 min");
        assertThat(coordinator.get("/program/officers").body()).contains("Ana Cruz", "1 h 30 min of 80 h");
        assertThat(coordinator.get("/program/officers.csv").body())
                .contains("Ana Cruz,\"Ocotillo High, Saltbush Middle\",2026-11-17,90,4800");
        assertThat(coordinator.get("/program/officers.csv").body()).as("each row names its rules").contains(",rules",
                "AZ-SSP-CAMPUS@2000-01-01; ", "AZ-SSP-LOG@2000-01-01");
        assertThat(coordinator.get("/program/schools/" + day.school + "/evidence?everywhere=1&officer=" + ana.id()
                + "&rule=AZ-SSP-LRE-COHORT").body()).contains("2 lines, 1 h 30 min", "Saltbush Middle");
        var own = visitor.signedIn(ana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(own.get("/program/officers/" + ana.id()).body()).contains("Total for all 2 schools");
        assertThat(own.get("/program/officers").statusCode()).as("others' hours are none of theirs").isEqualTo(404);
    }
}
