package org.daywatch.training.sessions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.training.sessions.LessonSessionCommand.By;
import org.daywatch.training.sessions.LessonSessionCommand.CallOff;
import org.daywatch.training.sessions.LessonSessionCommand.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Anyone who is to teach hears of it when somebody else plans, moves or calls off their lesson. */
@Component
class SessionNotices {

    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    SessionNotices(Notifications notifications, Campuses campuses, Texts texts) {
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    /** Several lessons that were planned together are told once. */
    void planned(List<LessonSession> planned, Campus school, By by) {
        var first = planned.getFirst();
        tell(planned.size() == 1 ? "planned" : "series", first, school, first.teacher().person(), by,
                planned.size() == 1 ? "" : Integer.toString(planned.size()));
    }

    void changed(LessonSession before, LessonSession after, LessonSessionCommand command) {
        var school = campuses.find(after.schoolId()).orElse(null);
        if (school == null) return;
        if (command instanceof CallOff off)
            tell("calledOff", after, school, after.teacher().person(), off.by(), off.why());
        if (command instanceof Move move) tell("moved", after, school, after.teacher().person(), move.by(), "");
    }

    private void tell(String what, LessonSession s, Campus school, @Nullable UUID person, By by, String more) {
        if (person == null || person.equals(by.person())) return;
        var notice = Notice.of("LESSON_" + what.toUpperCase(java.util.Locale.ROOT), "/lessons/sessions/" + s.id(),
                language -> new Notice.Words(
                        texts.of(language, "sessions.notice." + what + ".subject", s.content().title(),
                                When.in(language).day(s.slot().day())),
                        texts.of(language, "sessions.notice." + what + ".body", s.content().title(), s.group().label(),
                                school.name(), When.in(language).moment(s.slot().from(), school.zone()), by.name(),
                                more)));
        notifications.tell(notice,
                new Audience.People(s.teacher().officer() == null ? s.districtId() : s.agencyId(), Set.of(person)));
    }
}
