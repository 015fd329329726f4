package org.daywatch.training.sessions.teach;

import java.util.List;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Today's lessons stand on the first screen of the person who teaches them, and those they have not written down. */
@Component
class LessonFirstScreen implements FirstScreenLines {

    private static final int MOST = 4;

    private final MyLessons lessons;

    LessonFirstScreen(MyLessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.LESSONS_TEACH)) return List.of();
        var days = lessons.of(actor.person());
        var late = days.unwritten().stream()
                .map(m -> new Line(true,
                        page.t("sessions.first.unwritten", m.session().content().title(), m.session().group().label(),
                                page.when().day(m.session().slot().day())),
                        page.t("sessions.record.title"), "/lessons/sessions/" + m.session().id() + "/record"));
        var today = days.today().stream().filter(m -> m.session().planned())
                .map(m -> new Line(false,
                        page.t("sessions.first.today", m.session().content().title(), m.session().group().label(),
                                page.when().time(m.session().slot().from(), m.school().zone())),
                        page.t("sessions.first.open"), MyLessons.href(m)));
        return Stream.concat(late.limit(MOST), today).toList();
    }
}
