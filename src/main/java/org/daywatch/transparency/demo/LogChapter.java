package org.daywatch.transparency.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.transparency.activitylog.WeekChange;
import org.daywatch.transparency.activitylog.assembly.Assembler;
import org.daywatch.transparency.activitylog.phone.LogEntries;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogQueries;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Last week's log at the high school: officers wrote down lessons, talks and a request they should not have got, and
 * signed; one log waits for the principal.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class LogChapter implements DemoChapter {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

    /** By weekday: kind, time, minutes, and what else was typed, as name=value. */
    private static final List<List<List<String>>> WEEK = List.of(
            List.of(List.of("LESSON_COHORT", "10:20", "50", "label=Civics, period 3", "people=26", "lesson=4",
                    "lessons=8", "teacher=yes"), List.of("ARRIVAL", "07:20", "25")),
            List.of(List.of("MENTORING_TALK", "11:10", "15", "people=1"), List.of("LUNCH", "11:40", "30"),
                    List.of("LESSON_PREPARATION", "13:00", "30", "note=Traffic stops, for Thursday.")),
            List.of(List.of("LESSON_UNIVERSAL", "09:05", "45", "label=Grade 9 assembly", "people=180", "teacher=yes"),
                    List.of("DOOR_SWEEP", "08:10", "25", "note=Gym door 4 did not latch; told the office.")),
            List.of(List.of("LESSON_COHORT", "10:20", "50", "label=Civics, period 3", "people=25", "lesson=5",
                    "lessons=8", "teacher=yes"),
                    List.of("IMPROPER_LUNCH_DUTY", "11:35", "0",
                            "note=Asked to take the lunch line alone. Said no and stayed in the hall.")),
            List.of(List.of("PARENT_CONTACT", "08:30", "10", "people=2"),
                    List.of("CONFERENCE", "13:15", "20", "people=3"), List.of("DISMISSAL", "14:30", "20")));

    private final ClockRecords clocks;
    private final Assembler assembler;
    private final LogEntries entries;
    private final WeeklyLogs logs;
    private final WeeklyLogQueries queries;
    private final Organizations organizations;

    LogChapter(ClockRecords clocks, Assembler assembler, LogEntries entries, WeeklyLogs logs, WeeklyLogQueries queries,
            Organizations organizations) {
        this.clocks = clocks;
        this.assembler = assembler;
        this.entries = entries;
        this.logs = logs;
        this.queries = queries;
        this.organizations = organizations;
    }

    /** Before the chapter of the shifts, which takes the story through the week. */
    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        for (int day = 0; day < WEEK.size(); day++) {
            var date = MONDAY.plusDays(day);
            story.whenItIs(date, LocalTime.of(15, 5), () -> asAgency(story, () -> write(story, date)));
        }
        story.whenItIs(MONDAY.plusDays(4), LocalTime.of(18, 30), () -> asAgency(story, () -> sign(story)));
        story.whenItIs(MONDAY.plusDays(7), LocalTime.of(7, 50), () -> lock(story));
    }

    private void write(DemoStory story, LocalDate day) {
        for (var record : clocked(story, day, day)) {
            for (var line : WEEK.get(day.getDayOfWeek().getValue() - 1)) {
                var typed = new HashMap<>(
                        Map.of("id", Ids.next().toString(), "kind", line.get(0), "school", record.schoolId().toString(),
                                "day", day.toString(), "time", line.get(1), "minutes", line.get(2)));
                line.subList(3, line.size()).forEach(field -> typed.put(field.substring(0, field.indexOf('=')),
                        field.substring(field.indexOf('=') + 1)));
                try {
                    entries.write(officer(story, record), typed);
                } catch (Refused notThere) {
                    continue; // they came late, left early or were in court at that hour: their log says nothing of it
                }
            }
        }
    }

    private void sign(DemoStory story) {
        var week = clocked(story, MONDAY, MONDAY.plusDays(4));
        week.forEach(record -> assembler.shift(record.shift(), WeekChange.CLOCK_CORRECTED.name()));
        week.stream().filter(record -> record.to() != null).map(ClockRecord::person).distinct()
                .forEach(person -> week.stream().filter(r -> r.person().equals(person)).findFirst()
                        .ifPresent(record -> queries.toSign(person, MONDAY.plusDays(4)).stream()
                                .filter(log -> log.schoolId().equals(record.schoolId()))
                                .forEach(log -> logs.sign(officer(story, record), log.id()))));
    }

    /** The principal signs on Monday, all but the last one. */
    private void lock(DemoStory story) {
        var district = story.the("ironwood");
        var school = story.the("ironwood-high");
        Tenancy.run(Scope.system(district), () -> {
            var person = organizations.join(district, "principal@demo.daywatch.example", "Morgan Sedgewick",
                    Role.PRINCIPAL, school);
            var principal = actor(person, "Morgan Sedgewick", district, Role.PRINCIPAL, school);
            var waiting = queries.toLock(school);
            waiting.stream().limit(Math.max(0, waiting.size() - 1)).map(WeeklyLog::id)
                    .forEach(log -> logs.lock(principal, log));
        });
    }

    private List<ClockRecord> clocked(DemoStory story, LocalDate first, LocalDate last) {
        var from = first.atStartOfDay(DemoStory.ZONE).toInstant();
        return clocks.at(story.the("ironwood-high"),
                new Window(from, last.atStartOfDay(DemoStory.ZONE).toInstant().plus(Duration.ofHours(18))));
    }

    private static void asAgency(DemoStory story, Runnable work) {
        Tenancy.run(Scope.system(story.agency()), work);
    }

    private static Actor officer(DemoStory story, ClockRecord record) {
        return actor(record.person(), record.name(), story.agency(), Role.OFFICER, null);
    }

    private static Actor actor(UUID person, String name, UUID tenant, Role role, @Nullable UUID school) {
        return new Actor(person, name, tenant, "", role, role.defaults(), school, Capacity.NONE, Ids.next(), "en");
    }
}
