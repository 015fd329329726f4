package org.daywatch.journeys.year.lived;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonSession.Account;
import org.daywatch.training.sessions.LessonSession.Content;
import org.daywatch.training.sessions.LessonSession.Teacher;
import org.daywatch.training.sessions.LessonSessionCommand.By;
import org.daywatch.training.sessions.LessonSessionCommand.Teach;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.LessonSessionCommands.Sitting;
import org.daywatch.training.sessions.LessonSessionCommands.Wish;
import org.daywatch.training.sessions.timetable.SchoolTimetables;
import org.daywatch.journeys.year.Script;

/**
 * Lessons: those of an officer for one class are planned together before the year, and each is written down as taught
 * when it is over, its preparation with it.
 */
public final class Lessons {

    private static final LocalTime AFTERNOON = LocalTime.of(13, 0);
    /** On Wednesdays students go home early. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final int HEADS = 24;

    private final Stage stage;
    private final Map<Script.Fact, Planned> planned = new LinkedHashMap<>();

    private record Planned(UUID session, Content content, LocalTime from) {}

    private record Series(String school, String officer, Audience audience, String label) {}

    public Lessons(Stage stage) {
        this.stage = stage;
    }

    /** What was taken back again never was a lesson: it was an entry, and stays one. */
    public static boolean isLesson(Script.Fact fact) {
        return Set.of("COHORT", "UNIVERSAL").contains(fact.what()) && !fact.detail().equals("withdrawn");
    }

    public void planTheYear() {
        var series = new LinkedHashMap<Series, List<Script.Fact>>();
        stage.script.facts().stream().filter(Lessons::isLesson).forEach(f -> series.computeIfAbsent(
                new Series(f.school(), f.officer(), Audience.valueOf(f.what()), f.detail()), s -> new ArrayList<>())
                .add(f));
        var hours = new HashMap<List<Object>, LocalTime>();
        series.forEach((of, lessons) -> stage.run(() -> plan(of, lessons, hours)));
    }

    /** @param hours until when an officer teaches on a day, by officer and day */
    private void plan(Series of, List<Script.Fact> lessons, Map<List<Object>, LocalTime> hours) {
        var choices = stage.the(LessonChoices.class);
        var school = stage.campus(of.school());
        var table = stage.the(SchoolTimetables.class).of(school, lessons.getFirst().day(), lessons.getLast().day());
        var codes = choices.from(choices.open().getFirst().code(), lessons.size());
        var wishes = new ArrayList<Wish>();
        var begins = new ArrayList<LocalTime>();
        for (var lesson : lessons) {
            var from = hours.getOrDefault(List.of(of.officer(), lesson.day()),
                    lesson.day().getDayOfWeek() == DayOfWeek.WEDNESDAY ? MORNING : AFTERNOON);
            var to = from.plusMinutes(lesson.minutes());
            hours.put(List.of(of.officer(), lesson.day()), to);
            begins.add(from);
            wishes.add(new Wish(choices.newest(codes.get(wishes.size()), "en").orElseThrow(), null, null,
                    table.slot(lesson.day(), "", from, to, summer(lesson.day()) ? "Summer camp" : "")));
        }
        var officer = stage.officers.get(of.officer());
        var ids = stage.the(LessonSessionCommands.class).plan(stage.cast.agency(), school,
                new Sitting(of.audience(), of.label()),
                new Teacher(stage.officerIds.get(of.officer()), officer.person(), officer.name(), ""), wishes,
                new By(officer.person(), officer.name()), Ids.next());
        for (int i = 0; i < ids.size(); i++)
            planned.put(lessons.get(i), new Planned(ids.get(i), wishes.get(i).content(), begins.get(i)));
    }

    private boolean summer(LocalDate day) {
        return day.isBefore(stage.script.firstDay());
    }

    public void plan(Day day, List<Script.Fact> today) {
        for (var fact : today) {
            var lesson = planned.get(fact);
            if (lesson == null) continue;
            var officer = stage.officers.get(fact.officer());
            int preparation = today.stream().filter(f -> f.what().equals("PREPARATION")
                    && f.officer().equals(fact.officer()) && f.detail().equals(fact.detail()))
                    .mapToInt(Script.Fact::minutes).sum();
            day.at(stage.at(fact.day(), lesson.from().plusMinutes(fact.minutes())),
                    () -> stage.run(() -> stage.the(LessonSessionCommands.class).handle(lesson.session(),
                            new Teach(lesson.content(),
                                    new Account(stage.at(fact.day(), lesson.from()), fact.minutes(), preparation, HEADS,
                                            true, List.of(), ""),
                                    fact.day(), new By(officer.person(), officer.name())))));
        }
    }
}
