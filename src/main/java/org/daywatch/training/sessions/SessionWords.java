package org.daywatch.training.sessions;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.sessions.LessonSession.Mark;
import org.daywatch.training.sessions.LessonSession.State;
import org.daywatch.training.sessions.timetable.Slot;

/** How lessons in the timetable are said on pages. */
public final class SessionWords {

    public static final List<String> STATES = List.of("PLANNED", "TAUGHT", "MISSED", "CALLED_OFF");

    private SessionWords() {}

    public static Chip state(Page page, LessonSession s) {
        String word = page.t("sessions.state." + s.state().code());
        return switch (s.state()) {
            case State.Planned(var begun, var ended) -> begun == null
                    ? Chip.info(word)
                    : Chip.warn(page.t(ended == null ? "sessions.state.RUNNING" : "sessions.state.UNWRITTEN"));
            case State.Taught _ -> Chip.good(word);
            case State.CalledOff _ -> Chip.quiet(word);
            case State.Missed _ -> Chip.bad(word);
        };
    }

    public static List<Option> states(Page page) {
        return Option.all(page.t("sessions.all"), Option.of(page, "sessions.state.", STATES));
    }

    public static List<Option> audiences(Page page) {
        return Option.of(page, "sessions.audience.", Audience.values());
    }

    public static List<Option> schools(Page page, List<Campus> schools, boolean all) {
        var options = Option.of(schools, Campus::id, Campus::name);
        return all ? Option.all(page.t("sessions.all.schools"), options) : options;
    }

    /** "Period 3, 9:56 AM – 10:46 AM". */
    public static String hours(Page page, Slot slot, Campus school) {
        String hours = page.when().hours(new Window(slot.from(), slot.to()), school.zone());
        return slot.period().isEmpty() ? hours : page.t("sessions.period.of", slot.period(), hours);
    }

    public static String day(Page page, LocalDate day) {
        return page.when().dayAndYear(day);
    }

    /** "lesson 3 of 10"; empty where nobody counts. */
    public static String number(Page page, LessonSession s) {
        if (s.number() == null) return "";
        return s.lessons() == null
                ? page.t("sessions.number", s.number())
                : page.t("sessions.number.of", s.number(), s.lessons());
    }

    /** "Grade 7 civics, lesson 3 of 10". */
    public static String sitting(Page page, LessonSession s) {
        String number = number(page, s);
        return number.isEmpty() ? s.group().label() : s.group().label() + ", " + number;
    }

    /** "6 of 8 points done"; empty where nobody went through them. */
    public static String fidelity(Page page, LessonSession.Account account) {
        if (account.fidelity().isEmpty()) return page.t("sessions.fidelity.none");
        return page.t("sessions.fidelity.sum", account.fidelity().stream().filter(f -> f.mark() == Mark.DONE).count(),
                account.fidelity().size());
    }
}
