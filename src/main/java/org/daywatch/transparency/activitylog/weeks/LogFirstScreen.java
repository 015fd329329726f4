package org.daywatch.transparency.activitylog.weeks;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/**
 * The officer is asked for their signature, the principal for theirs, and the person who runs the program hears of
 * improper requests.
 */
@Component
class LogFirstScreen implements FirstScreenLines {

    private static final int IMPROPER_OF_DAYS = 7;

    private final WeeklyLogQueries queries;
    private final HomeTime home;

    LogFirstScreen(WeeklyLogQueries queries, HomeTime home) {
        this.queries = queries;
        this.home = home;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        var lines = new ArrayList<Line>();
        if (actor.may(Permission.LOG_WRITE))
            waiting(page, queries.toSign(actor.person(), home.today()), "log.first.sign", "unsigned", lines);
        if (actor.may(Permission.LOG_SIGN) && actor.school() != null)
            waiting(page, queries.toLock(actor.school()), "log.first.lock", "OFFICER_SIGNED", lines);
        if (actor.may(Permission.LOG_READ) && actor.may(Permission.BOARD_READ)) {
            int improper = queries.improperSince(home.today().minusDays(IMPROPER_OF_DAYS));
            if (improper > 0)
                lines.add(new Line(false, page.t("log.first.improper", improper), page.t("log.first.look"),
                        "/logs?state=improper"));
        }
        return lines;
    }

    private void waiting(Page page, List<WeeklyLog> waiting, String key, String state, List<Line> lines) {
        if (waiting.isEmpty()) return;
        var oldest = waiting.getFirst();
        String where = waiting.size() == 1
                ? "/logs/" + oldest.officerId() + "/" + oldest.week()
                : "/logs?state=" + state;
        lines.add(new Line(oldest.missing(home.today()), page.t(key, waiting.size(), page.when().date(oldest.week())),
                page.t(key + ".act"), where));
    }
}
