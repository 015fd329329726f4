package org.daywatch.training.sessions.teach;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSession.Account;
import org.daywatch.training.sessions.LessonSession.Content;
import org.daywatch.training.sessions.LessonSession.Fidelity;
import org.daywatch.training.sessions.LessonSession.Mark;
import org.daywatch.training.sessions.LessonSessionCommand;
import org.daywatch.training.sessions.LessonSessionCommand.By;
import org.daywatch.platform.web.forms.TypedForm;

/** How a lesson was taught, read from its form and checked on its own. */
public record TaughtForm(Content content, Account account, LocalDate day) {

    private static final int MOST_MINUTES = 720;
    private static final int MOST_PEOPLE = 5000;

    /** The fidelity list of the edition that was planned or used; of one the library has no more, what was marked. */
    public static List<String> points(LessonSession session, LessonChoices choices) {
        var account = session.account();
        return choices.lesson(session.content()).map(Lesson::fidelity).orElseGet(
                () -> account == null ? List.of() : account.fidelity().stream().map(Fidelity::words).toList());
    }

    /** @throws org.daywatch.platform.errors.InvalidInput naming every field that is wrong */
    public static TaughtForm read(Map<String, String> typed, LessonSession session, LessonChoices choices,
            ZoneId zone) {
        var points = points(session, choices);
        var form = new TypedForm("sessions", typed);
        var content = choices.used(session.content(), form.text("used"));
        if (content.isEmpty()) form.wrong("used", "sessions.wrong.choice");
        var day = form.day("day");
        var from = form.time("from");
        int minutes = form.mustNumber("minutes", 1, MOST_MINUTES);
        var preparation = form.number("preparation", 0, MOST_MINUTES);
        var people = form.number("people", 0, MOST_PEOPLE);
        String said = form.text("teacherThere");
        Boolean teacher = said.isEmpty() ? null : (Boolean) said.equals("yes");
        var fidelity = fidelity(form, points);
        String note = form.within("note", 300);
        form.check();
        return new TaughtForm(content.orElseThrow(), new Account(day.atTime(from).atZone(zone).toInstant(), minutes,
                preparation == null ? 0 : preparation, people, teacher, fidelity, note), day);
    }

    /** @param why it is written anew, where it was written down before */
    LessonSessionCommand command(LessonSession session, String why, By by) {
        return session.account() == null
                ? taught(by)
                : new LessonSessionCommand.Correct(content, account, day, why, by);
    }

    public LessonSessionCommand taught(By by) {
        return new LessonSessionCommand.Teach(content, account, day, by);
    }

    /** Every point, or none: half a list would read as if the rest had been left out. */
    private static List<Fidelity> fidelity(TypedForm form, List<String> points) {
        var marks = new ArrayList<Fidelity>();
        boolean none = true;
        for (int i = 0; i < points.size(); i++) none &= form.text("mark" + i).isEmpty();
        if (none) return List.of();
        for (int i = 0; i < points.size(); i++) {
            String note = form.within("markNote" + i, 200);
            var mark = form.text("mark" + i).isEmpty() ? null : form.word("mark" + i, Mark.class);
            if (mark == null) form.wrong("mark" + i, "sessions.wrong.mark");
            else marks.add(new Fidelity(points.get(i), mark, note));
        }
        return List.copyOf(marks);
    }
}
