package org.daywatch.transparency.programs.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch.directory.Campuses;
import org.daywatch.transparency.programs.Lines;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lines become sums in PostgreSQL, each once, and only for whoever may see them. */
@DaywatchIT
class ActivityFiguresIT {

    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 11, 17);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired ActivityFigures figures;
    @Autowired ClockCommands clocks;
    @Autowired Campuses campuses;

    private PostedDay day;
    private Lines lines;
    private UUID ana;

    @BeforeEach
    void anOfficerAtASchool() {
        day = new PostedDay(app);
        lines = new Lines(db, day);
        ana = day.officer("Ana Cruz").id();
    }

    private List<ActivityFigures.Sum> sums(UUID tenant) {
        return story.as(tenant, () -> figures
                .sums(Map.of(day.school, new ActivityFigures.Asked(FROM, TO, LocalDate.of(2026, 9, 1), FROM))));
    }

    @Test
    void minutesAreSummedOnceRecentOnesApartAndWithdrawnOnesNever() {
        story.run(day.cast.agency(), () -> {
            lines.line(ana, "2026-08-10", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 50);
            lines.line(ana, "2026-09-01", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 45);
            lines.line(ana, "2026-09-02", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 45, "", true);
            lines.line(ana, "2026-06-30", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 45);
            lines.line(ana, "2026-09-01", "ON_POST", "PRESENCE", "ON_CAMPUS", 400);
            lines.line(ana, "2026-09-01", "OFF_CAMPUS", "AWAY", "", 60);
            lines.line(ana, "2026-09-01", "PEACE_OFFICER", "LAW_ENFORCEMENT", "", 30);
        });
        assertThat(sums(day.cast.agency()))
                .extracting(s -> s.subject(), s -> s.clock(), s -> s.reason(), s -> s.minutes(), s -> s.lines(),
                        s -> s.recentMinutes(), s -> s.first().toString())
                .containsExactlyInAnyOrder(tuple("LRE:COHORT", false, "", 95L, 2, 45L, "2026-08-10"),
                        tuple("ON_CAMPUS", true, "", 400L, 1, 400L, "2026-09-01"),
                        tuple("", true, "COURT", 60L, 1, 60L, "2026-09-01"),
                        tuple("", false, "", 30L, 1, 30L, "2026-09-01"));
    }

    @Test
    void linesBeforeTheFirstDayOfTheOnlyPostAreSummedApart() {
        story.run(day.cast.agency(), () -> {
            lines.line(ana, "2026-08-31", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 50);
            lines.line(ana, "2026-09-01", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 45);
        });
        var asked = new ActivityFigures.Asked(FROM, TO, FROM, LocalDate.of(2026, 9, 1));
        assertThat(story.as(day.cast.agency(), () -> figures.sums(Map.of(day.school, asked))))
                .extracting(s -> s.sincePost(), s -> s.minutes())
                .containsExactlyInAnyOrder(tuple(false, 50L), tuple(true, 45L));
    }

    @Test
    void anotherAgencyAndAnotherDistrictSumNothing() {
        story.run(day.cast.agency(),
                () -> lines.line(ana, "2026-08-10", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 50));
        assertThat(sums(day.cast.mesquite())).as("the school's own district").hasSize(1);
        assertThat(sums(day.cast.saguaro())).isEmpty();
        assertThat(sums(story.cast().agency())).isEmpty();
    }

    @Test
    void theLastAuditIsKnownHoweverLongAgoItWas() {
        story.run(day.cast.agency(), () -> {
            lines.line(null, "2014-03-04", "SITE_ASSESSMENT", "PREVENTION", "AUDIT:SAFETY", 0);
            lines.line(null, "2017-03-04", "SITE_ASSESSMENT", "PREVENTION", "AUDIT:SAFETY", 0);
            lines.line(null, "2016-09-01", "PLAN", "PLANNING", "PLAN:EMERGENCY", 0);
            lines.line(null, "2026-08-01", "SITE_ASSESSMENT", "PREVENTION", "AUDIT:SAFETY", 0);
            lines.line(ana, "2016-09-01", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 50);
        });
        assertThat(story.as(day.cast.agency(), () -> figures.lastBefore(List.of(day.school), LocalDate.of(2025, 7, 1))))
                .extracting(d -> d.subject(), d -> d.day().toString())
                .containsExactlyInAnyOrder(tuple("AUDIT:SAFETY", "2017-03-04"), tuple("PLAN:EMERGENCY", "2016-09-01"));
    }

    @Test
    void weeksOfDutyAreThoseWithPaidTime() {
        story.run(day.cast.agency(), () -> {
            lines.line(ana, "2026-08-12", "ON_POST", "PRESENCE", "ON_CAMPUS", 400);
            lines.line(ana, "2026-08-14", "ON_POST", "PRESENCE", "ON_CAMPUS", 400);
            lines.line(ana, "2026-08-20", "MENTORING_TALK", "MENTORING", "", 20);
        });
        assertThat(story.as(day.cast.agency(), () -> figures.dutyWeeks(List.of(day.school), FROM, TO)))
                .extracting(w -> w.mondays()).containsExactly(Set.of(LocalDate.parse("2026-08-10")));
    }

    @Test
    void anAgreementSpeaksOfTheOfficerItsClockRanFor() {
        var agreement = "agreement " + UUID.randomUUID();
        story.run(day.cast.agency(), () -> {
            var school = campuses.find(day.school).orElseThrow();
            clocks.start(day.cast.agency(), school,
                    new ClockCommands.Event(ClockKind.SERVICE_AGREEMENT, ana, "", agreement,
                            Instant.parse("2026-08-03T07:00:00Z"),
                            Instant.parse("2026-09-03T07:00:00Z")),
                    "Robin Alder");
            lines.line(null, "2026-08-20", "AGREEMENT", "PLANNING", "AGREEMENT:SERVICE", 0, agreement, false);
            lines.line(null, "2026-08-21", "DRILL", "PLANNING", "DRILL:FIRE", 10, "drill " + UUID.randomUUID(), false);
        });
        assertThat(story.as(day.cast.agency(), () -> figures.onDays(List.of(day.school), FROM, TO)))
                .extracting(d -> d.subject(), d -> d.officer())
                .containsExactly(tuple("AGREEMENT:SERVICE", ana), tuple("DRILL:FIRE", null));
    }
}
