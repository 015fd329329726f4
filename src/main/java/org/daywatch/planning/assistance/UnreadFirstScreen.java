package org.daywatch.planning.assistance;

import java.util.List;
import java.util.Locale;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.planning.assistance.ReadingCheck.Kind;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Tells a teacher that a student of theirs has a plan they have not read. */
@Component
class UnreadFirstScreen implements FirstScreenLines {

    private final IndividualPlans plans;
    private final ClassRosters rosters;

    UnreadFirstScreen(IndividualPlans plans, ClassRosters rosters) {
        this.plans = plans;
        this.rosters = rosters;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (actor.role() != Role.TEACHER || actor.school() == null) return List.of();
        var standing = plans.ofSchool(actor.school());
        if (standing.isEmpty()) return List.of(); // rosters are long: nobody waits for them where there is nothing to read
        String email = rosters.emailOf(actor.person()).orElse("").toLowerCase(Locale.ROOT);
        var own = rosters.classes(actor.school()).stream()
                .filter(c -> c.adults().stream().anyMatch(a -> !email.isEmpty() && a.email().equals(email))).toList();
        long unread = ReadingCheck.of(own, standing, java.util.Set.of(), plans.readings(actor.school())).stream()
                .filter(l -> l.kind() == Kind.UNREAD)
                .filter(l -> own.stream()
                        .anyMatch(c -> c.id().equals(l.group().id()) && c.adults().stream()
                                .anyMatch(a -> a.email().equals(email) && a.name().equals(l.adult()))))
                .map(l -> l.student().id()).distinct().count();
        return unread == 0
                ? List.of()
                : List.of(new Line(false, page.t("individual.first.line", unread), page.t("individual.first.act"),
                        "/individual-plans"));
    }
}
