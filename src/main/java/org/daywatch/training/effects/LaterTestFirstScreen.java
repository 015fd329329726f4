package org.daywatch.training.effects;

import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/**
 * That a class can be asked a last time stands on the first screen of whoever taught it, until it is done or too late.
 */
@Component
class LaterTestFirstScreen implements FirstScreenLines {

    private static final int MOST = 3;

    private final LaterTests later;

    LaterTestFirstScreen(LaterTests later) {
        this.later = later;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.LESSONS_TEACH)) return List.of();
        return later.due(LESSON_SESSION.TEACHER_PERSON.eq(actor.person())).stream().limit(MOST)
                .map(due -> new Line(false,
                        page.t("quiz.later.line", due.session().group().label(), due.session().content().title(),
                                page.when().date(due.opening().delayedTo())),
                        page.t("quiz.later.act"),
                        "/quizzes/of/" + due.session().id()))
                .toList();
    }
}
