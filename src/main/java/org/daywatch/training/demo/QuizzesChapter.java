package org.daywatch.training.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonGroups;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionCommand;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.LessonSessionStore;
import org.daywatch.training.sessions.timetable.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Classes of the high school that were asked: one before, after and weeks later; one that can be asked a last time now;
 * one of which too few kept their slips; two of a study, of which one still waits; and one whose phones are answering
 * this morning.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class QuizzesChapter implements DemoChapter {

    private static final String TEACHER = "Quinn Harroway";
    private static final String STUDY = "Fentanyl lesson, fall 2026";

    private final LessonSessionCommands sessions;
    private final LessonSessionStore planned;
    private final LessonGroups groups;
    private final Lessons lessons;
    private final DemoPhones phones;
    private final Campuses campuses;
    private final Organizations organizations;
    private final Map<String, UUID> made = new HashMap<>();

    QuizzesChapter(LessonSessionCommands sessions, LessonSessionStore planned, LessonGroups groups, Lessons lessons,
            DemoPhones phones, Campuses campuses, Organizations organizations) {
        this.sessions = sessions;
        this.planned = planned;
        this.groups = groups;
        this.lessons = lessons;
        this.phones = phones;
        this.campuses = campuses;
        this.organizations = organizations;
    }

    /** Right after the schools and their people: it begins in September. */
    @Override
    public int order() {
        return 13;
    }

    @Override
    public void tell(DemoStory story) {
        var whole = LocalDate.of(2026, 9, 1);
        lesson(story, "health-1", "DRUGS-FENTANYL", "Health, period 1", whole, "07:35", null);
        asked(story, "health-1", whole, new DemoPhones.Asked(Moment.PRE, 27, 0, 0.42), "07:30");
        asked(story, "health-1", whole, new DemoPhones.Asked(Moment.POST, 26, 1, 0.74), "08:12");
        taught(story, "health-1", whole, "08:22", 27);
        asked(story, "health-1", LocalDate.of(2026, 11, 4), new DemoPhones.Asked(Moment.DELAYED, 22, 0, 0.66), "07:40");

        var due = LocalDate.of(2026, 9, 15);
        lesson(story, "health-3", "BULLYING-ONLINE", "Health, period 3", due, "09:35", null);
        asked(story, "health-3", due, new DemoPhones.Asked(Moment.PRE, 25, 0, 0.5), "09:31");
        asked(story, "health-3", due, new DemoPhones.Asked(Moment.POST, 24, 2, 0.69), "10:12");
        taught(story, "health-3", due, "10:22", 25);

        var few = LocalDate.of(2026, 10, 6);
        lesson(story, "advisory", "INTERNET-CONTACT", "Advisory, room 104", few, "13:20", null);
        asked(story, "advisory", few, new DemoPhones.Asked(Moment.PRE, 15, 0, 0.5), "13:16");
        asked(story, "advisory", few, new DemoPhones.Asked(Moment.POST, 14, 6, 0.7), "13:58");
        taught(story, "advisory", few, "14:08", 15);
        study(story);
        thisMorning(story);
    }

    private void study(DemoStory story) {
        var day = LocalDate.of(2026, 11, 10);
        lesson(story, "study-now", "DRUGS-FENTANYL", "Grade 9, period 2", day, "08:35", Arm.TAUGHT_NOW);
        lesson(story, "study-waits", "DRUGS-FENTANYL", "Grade 9, period 4", LocalDate.of(2026, 12, 1), "10:35",
                Arm.WAIT_LIST);
        asked(story, "study-waits", LocalDate.of(2026, 11, 9), new DemoPhones.Asked(Moment.PRE, 24, 0, 0.47), "10:35");
        asked(story, "study-now", day, new DemoPhones.Asked(Moment.PRE, 26, 0, 0.45), "08:31");
        asked(story, "study-now", day, new DemoPhones.Asked(Moment.POST, 26, 1, 0.71), "09:12");
        taught(story, "study-now", day, "09:22", 26);
        asked(story, "study-waits", LocalDate.of(2026, 11, 12), new DemoPhones.Asked(Moment.WAITED, 23, 1, 0.5),
                "10:35");
    }

    private void thisMorning(DemoStory story) {
        lesson(story, "this-morning", "BULLYING-ONLINE", "Grade 10, period 3", story.today(), "09:45", null);
        at(story, story.today(), "09:33", () -> session("this-morning")
                .ifPresent(session -> phones.begin(session, school(story), 28, TEACHER, 21, 0.5)));
    }

    /** Planned a week before, or as soon as the story allows. */
    private void lesson(DemoStory story, String name, String code, String label, LocalDate day, String time,
            @Nullable Arm arm) {
        at(story, day.minusDays(day.getMonthValue() == 12 ? 25 : 7), "07:0" + (name.length() % 10),
                () -> lessons.newest(code).ifPresent(found -> {
                    var lesson = found.in("en");
                    var from = day.atTime(LocalTime.parse(time)).atZone(DemoStory.ZONE).toInstant();
                    var slot = new Slot(day, "", from, from.plus(Duration.ofMinutes(lesson.minutes())),
                            "at this class's own time");
                    UUID teacher = organizations.join(story.the("ironwood"), "teacher@demo.daywatch.example", TEACHER,
                            Role.TEACHER, story.the("ironwood-high"));
                    var wish = new LessonSessionCommands.Wish(
                            new LessonSession.Content(code, lesson.edition(), "en", lesson.title(), lesson.minutes()),
                            null, null, slot);
                    UUID id = sessions.plan(story.agency(), school(story),
                            new LessonSessionCommands.Sitting(Audience.COHORT, label),
                            new LessonSession.Teacher(null, teacher, TEACHER, ""), List.of(wish),
                            new LessonSessionCommand.By(teacher, TEACHER), Ids.next()).getFirst();
                    if (arm != null) groups.study(planned.find(id).orElseThrow().group(), STUDY, arm);
                    made.put(name, id);
                }));
    }

    private void asked(DemoStory story, String name, LocalDate day, DemoPhones.Asked asked, String time) {
        at(story, day, time,
                () -> session(name).ifPresent(session -> phones.ask(session, school(story), asked, TEACHER)));
    }

    private void taught(DemoStory story, String name, LocalDate day, String time, int people) {
        at(story, day, time, () -> session(name).ifPresent(session -> {
            var account = new LessonSession.Account(session.slot().from(), session.content().minutes(), 10, people,
                    true, List.of(), "");
            sessions.handle(session.id(), new LessonSessionCommand.Teach(session.content(), account, day,
                    new LessonSessionCommand.By(session.teacher().person(), TEACHER)));
        }));
    }

    /** Empty where its lesson is not in the library. */
    private Optional<LessonSession> session(String name) {
        return Optional.ofNullable(made.get(name)).flatMap(planned::find);
    }

    private Campus school(DemoStory story) {
        return campuses.find(story.the("ironwood-high")).orElseThrow();
    }

    private static void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()), what));
    }
}
