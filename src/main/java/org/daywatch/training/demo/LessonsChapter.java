package org.daywatch.training.demo;

import static org.daywatch_db.training.Tables.CLASS_GROUP;
import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonGroups;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSession.Account;
import org.daywatch.training.sessions.LessonSession.Fidelity;
import org.daywatch.training.sessions.LessonSession.Mark;
import org.daywatch.training.sessions.LessonSession.Teacher;
import org.daywatch.training.sessions.LessonSessionCommand.*;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.LessonSessionCommands.Sitting;
import org.daywatch.training.sessions.LessonSessionCommands.Wish;
import org.daywatch.training.sessions.LessonSessionStore;
import org.daywatch.training.sessions.timetable.LessonSeries;
import org.daywatch.training.sessions.timetable.SchoolTimetables;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two weeks of lessons at the high school: a class taught twice a week, one that waits, an assembly, one called off,
 * and one of today.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class LessonsChapter implements DemoChapter {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final String NOW = "Health 9, period 4";
    private static final String LATER = "Health 9, period 6";
    private static final String STUDY = "Safety lessons, fall 2026";
    private static final List<String> PERIODS = List.of("1 07:25-08:15", "2 08:20-09:10", "3 09:15-10:05",
            "4 10:10-11:00", "5 11:40-12:30", "6 12:35-13:25", "7 13:30-14:20");

    private final Campuses campuses;
    private final ClassRosters rosters;
    private final ClockRecords clocks;
    private final LessonChoices choices;
    private final LessonSessionCommands commands;
    private final LessonSessionStore sessions;
    private final LessonGroups groups;
    private final SchoolTimetables timetables;
    private final TransactionTemplate transaction;

    LessonsChapter(Campuses campuses, ClassRosters rosters, ClockRecords clocks, LessonChoices choices,
            LessonSessionCommands commands, LessonSessionStore sessions, LessonGroups groups,
            SchoolTimetables timetables, PlatformTransactionManager transactions) {
        this.campuses = campuses;
        this.rosters = rosters;
        this.clocks = clocks;
        this.choices = choices;
        this.commands = commands;
        this.sessions = sessions;
        this.groups = groups;
        this.timetables = timetables;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before the chapter of the shifts, which takes the story through these days. */
    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        if (choices.open().isEmpty()) return;
        var school = campuses.find(story.the("ironwood-high")).orElseThrow();
        story.whenItIs(LocalDate.of(2026, 11, 4), LocalTime.of(7, 40),
                () -> Tenancy.run(Scope.system(school.districtId()),
                        () -> transaction.executeWithoutResult(
                                t -> rosters.setPeriods(school, ClassPeriod.read(String.join("\n", PERIODS))))));
        at(story, MONDAY, "09:20", () -> plan(story, school));
        taught(story, school, MONDAY.plusDays(1), NOW, "10:11", 47, 27);
        taught(story, school, MONDAY.plusDays(3), "Grade 10, library", "12:36", 44, 64);
        taught(story, school, MONDAY.plusDays(4), NOW, "10:12", 46, 26);
        at(story, MONDAY.plusDays(6), "16:20",
                () -> the(school, MONDAY.plusDays(8), "Grade 11, gym").forEach(s -> commands.handle(s.id(),
                        new CallOff("The gym is needed for state testing.", new By(Ids.next(), "Morgan Sedgewick")))));
        begun(story, school, MONDAY.plusDays(7), "Grade 9, room 104", "08:21", 43);
    }

    private void plan(DemoStory story, Campus school) {
        var there = clocks.at(school.id(), new Window(at(MONDAY, "07:00"), at(MONDAY, "09:20")));
        var officer = there.stream().filter(r -> r.name().equals("Ada Driftwood")).findFirst()
                .or(() -> there.stream().findFirst()).orElse(null);
        if (officer == null) return;
        var teacher = new Teacher(officer.officerId(), officer.person(), officer.name(), "Quinn Harroway");
        var by = new By(officer.person(), officer.name());
        series(story, school, NOW, teacher, by, MONDAY.plusDays(1), Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), "4",
                3);
        series(story, school, LATER, teacher, by, LocalDate.of(2027, 1, 12), Set.of(DayOfWeek.TUESDAY), "6", 3);
        once(story, school, Audience.UNIVERSAL, "Grade 10, library", teacher, by, MONDAY.plusDays(3), "6",
                "INTERNET-CONTACT");
        once(story, school, Audience.UNIVERSAL, "Grade 9, room 104", teacher, by, MONDAY.plusDays(7), "2",
                "DRUGS-FENTANYL");
        once(story, school, Audience.UNIVERSAL, "Grade 11, gym", teacher, by, MONDAY.plusDays(8), "6",
                "DRUGS-FENTANYL");
        for (var group : groups.list(CLASS_GROUP.SCHOOL_ID.eq(school.id()).and(CLASS_GROUP.LABEL.in(NOW, LATER)))) {
            groups.study(group, STUDY, group.label().equals(NOW) ? Arm.TAUGHT_NOW : Arm.WAIT_LIST);
        }
    }

    private void series(DemoStory story, Campus school, String label, Teacher teacher, By by, LocalDate first,
            Set<DayOfWeek> weekdays, String period, int many) {
        var last = timetables.lastDay(school, first);
        var table = timetables.of(school, first, last);
        var on = table.period(period).orElseThrow();
        var plan = LessonSeries.of(new LessonSeries.Wish(first, weekdays, many, period, on.begins(), on.ends(), last),
                table, slot -> false);
        var codes = choices.from("BULLYING-ONLINE", many);
        var wishes = new ArrayList<Wish>();
        for (var slot : plan.slots())
            wishes.add(new Wish(choices.newest(codes.get(wishes.size()), "en").orElseThrow(), wishes.size() + 1,
                    plan.slots().size(), slot));
        commands.plan(story.agency(), school, new Sitting(Audience.COHORT, label), teacher, wishes, by, Ids.next());
    }

    private void once(DemoStory story, Campus school, Audience audience, String label, Teacher teacher, By by,
            LocalDate day, String period, String code) {
        var table = timetables.of(school, day, day);
        if (!table.inSession(day)) return;
        var on = table.period(period).orElseThrow();
        var content = choices.newest(code, "en").or(() -> choices.newest(choices.open().getFirst().code(), "en"))
                .orElseThrow();
        commands.plan(story.agency(), school, new Sitting(audience, label), teacher,
                List.of(new Wish(content, null, null, table.slot(day, period, on.begins(), on.ends(), ""))), by,
                Ids.next());
    }

    private void begun(DemoStory story, Campus school, LocalDate day, String label, String from, int minutes) {
        at(story, day, from, () -> the(school, day, label)
                .forEach(s -> commands.handle(s.id(), new Begin(day, at(day, from), by(s)))));
        var end = LocalTime.parse(from).plusMinutes(minutes).toString();
        at(story, day, end,
                () -> the(school, day, label).forEach(s -> commands.handle(s.id(), new End(at(day, end), by(s)))));
    }

    private void taught(DemoStory story, Campus school, LocalDate day, String label, String from, int minutes,
            int people) {
        begun(story, school, day, label, from, minutes);
        at(story, day, LocalTime.parse(from).plusMinutes(minutes + 6).toString(),
                () -> the(school, day, label).forEach(s -> {
                    var points = choices.lesson(s.content()).map(Lesson::fidelity).orElse(List.of());
                    var fidelity = new ArrayList<Fidelity>();
                    for (String point : points)
                        fidelity.add(new Fidelity(point, fidelity.size() == 2 ? Mark.PARTLY : Mark.DONE,
                                fidelity.size() == 2 ? "Time ran short." : ""));
                    commands.handle(s.id(), new Teach(s.content(),
                            new Account(at(day, from), minutes, 20, people, true, fidelity, ""), day, by(s)));
                }));
    }

    private List<LessonSession> the(Campus school, LocalDate day, String label) {
        return sessions.list(LESSON_SESSION.SCHOOL_ID.eq(school.id()).and(LESSON_SESSION.DAY.eq(day))
                .and(CLASS_GROUP.LABEL.eq(label)).and(LESSON_SESSION.STATE.eq("PLANNED")));
    }

    private static By by(LessonSession s) {
        return new By(s.teacher().person() == null ? Ids.next() : s.teacher().person(), s.teacher().name());
    }

    private static java.time.Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(DemoStory.ZONE).toInstant();
    }

    private void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()),
                () -> transaction.executeWithoutResult(t -> what.run())));
    }
}
