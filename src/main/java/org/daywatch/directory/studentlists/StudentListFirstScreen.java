package org.daywatch.directory.studentlists;

import java.time.Clock;
import java.util.List;
import org.daywatch.platform.exports.people.PeopleFile;
import org.daywatch.platform.exports.people.PeopleFiles;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Lists of students that wait for a second person. */
@Component
class StudentListFirstScreen implements FirstScreenLines {

    private final PeopleFiles files;
    private final Clock clock;

    StudentListFirstScreen(PeopleFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.EXPORTS_APPROVE)) return List.of();
        var now = clock.instant();
        long waiting = files.list(actor).stream().filter(file -> file.state(now) == PeopleFile.State.WAITING)
                .filter(file -> !file.person().equals(actor.person())).count();
        return waiting == 0
                ? List.of()
                : List.of(new Line(false, page.t("studentlists.first", waiting), page.t("studentlists.first.act"),
                        "/student-lists"));
    }
}
