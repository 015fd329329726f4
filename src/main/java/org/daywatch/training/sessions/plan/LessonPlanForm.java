package org.daywatch.training.sessions.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.LessonSession.Content;
import org.daywatch.training.sessions.LessonSession.Teacher;
import org.daywatch.training.sessions.LessonSessionCommands.Sitting;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.training.sessions.timetable.LessonSeries;
import org.daywatch.training.sessions.timetable.SchoolTimetable;
import org.daywatch.training.sessions.timetable.Slot;
import org.jspecify.annotations.Nullable;

/** What was typed to plan a lesson, or several of them, read and checked on its own. */
record LessonPlanForm(Content content, Sitting sitting, Teacher teacher, LocalDate day, String period, LocalTime from,
        LocalTime to, String outsideWhy, Set<DayOfWeek> weekdays, int count,
        @Nullable Integer number, @Nullable Integer lessons) {

    private static final int MOST_LESSONS = 40;
    private static final int LABEL = 60;
    /** What is chosen where a lesson lies beside the periods. */
    static final String OTHER = "-";

    /** @throws org.daywatch.platform.errors.InvalidInput naming every field that is wrong */
    static LessonPlanForm read(Map<String, String> typed, Actor actor, SchoolTimetable table, LessonPlaces places,
            LessonChoices choices) {
        var form = new TypedForm("sessions", typed);
        var content = choices.newest(form.text("lesson"), form.text("language").equals("es") ? "es" : "en");
        if (content.isEmpty()) form.wrong("lesson", "sessions.wrong.lesson");
        var audience = form.word("audience", Audience.class);
        String label = form.must("label", LABEL);
        var teacher = teacher(form, actor, table, places);
        var day = form.day("day");
        var period = table.period(form.text("period"));
        var from = period.map(p -> p.begins()).orElseGet(() -> form.time("from"));
        var to = period.map(p -> p.ends()).orElseGet(() -> form.time("to"));
        if (period.isEmpty() && !form.text("from").isEmpty() && !form.text("to").isEmpty() && !to.isAfter(from))
            form.wrong("to", "sessions.wrong.order");
        var count = form.number("count", 1, MOST_LESSONS);
        var number = form.number("number", 1, 200);
        var lessons = form.number("lessons", 1, 200);
        if (number != null && lessons != null && number > lessons) form.wrong("number", "sessions.wrong.numberOf");
        String why = form.within("outsideWhy", 200);
        form.check();
        return new LessonPlanForm(content.orElseThrow(), new Sitting(audience, label), teacher, day,
                period.map(p -> p.name()).orElse(""), from, to, why, weekdays(typed, day), count == null ? 1 : count,
                number, lessons);
    }

    /** An officer plans for themselves, others for themselves or for an officer who stands at the school. */
    static Teacher teacher(TypedForm form, Actor actor, SchoolTimetable table, LessonPlaces places) {
        String beside = form.within("beside", 120);
        if (actor.role() == Role.OFFICER)
            return new Teacher(places.officerFile(actor), actor.person(), actor.name(), beside);
        if (form.text("officer").isEmpty()) return new Teacher(null, actor.person(), actor.name(), beside);
        var chosen = Ids.find(form.text("officer")).flatMap(
                id -> places.officers(table.school()).stream().filter(o -> o.officer().equals(id)).findFirst());
        if (chosen.isEmpty()) form.wrong("officer", "sessions.wrong.officer");
        return chosen.map(o -> new Teacher(o.officer(), o.person(), o.name(), beside))
                .orElse(new Teacher(null, actor.person(), actor.name(), beside));
    }

    private static Set<DayOfWeek> weekdays(Map<String, String> typed, LocalDate day) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var weekday : DayOfWeek.values())
            if (typed.getOrDefault("on" + weekday, "").equals("true")) days.add(weekday);
        if (days.isEmpty()) days.add(day.getDayOfWeek());
        return days;
    }

    Slot slot(SchoolTimetable table) {
        return table.slot(day, period, from, to, outsideWhy);
    }

    LessonSeries.Wish series(LocalDate last) {
        return new LessonSeries.Wish(day, weekdays, count, period, from, to, last);
    }
}
