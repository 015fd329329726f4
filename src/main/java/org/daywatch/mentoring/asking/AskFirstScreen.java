package org.daywatch.mentoring.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Tells a counselor how many students asked for somebody, and for how long the first of them has waited. */
@Component
class AskFirstScreen implements FirstScreenLines {

    private final StudentAskDoor door;
    private final Campuses campuses;
    private final Clock clock;

    AskFirstScreen(StudentAskDoor door, Campuses campuses, Clock clock) {
        this.door = door;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.MATCHES_WORK) || actor.school() == null) return List.of();
        return campuses.find(actor.school()).stream().flatMap(school -> {
            var waiting = door.waiting(actor, school);
            if (waiting.isEmpty()) return Stream.<Line>empty();
            long days = waiting.getFirst().until(LocalDate.ofInstant(clock.instant(), school.zone()), ChronoUnit.DAYS);
            return Stream
                    .of(new Line(days > 0, page.t("asking.first", waiting.size(), days), page.t("asking.first.act"),
                            "/mentoring/asks"));
        }).toList();
    }
}
