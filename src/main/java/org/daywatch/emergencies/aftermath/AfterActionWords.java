package org.daywatch.emergencies.aftermath;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.web.Page;

/**
 * How long something took: "+0:04:12", below a minute to a tenth of a second: "+3.4 s"; "-2.0 s" for what came before.
 */
public final class AfterActionWords {

    private AfterActionWords() {}

    /**
     * What the figures beside the times say: who saw it, who was accounted for, who went home; empty where nobody kept
     * them.
     */
    public static List<String> figures(Page page, AfterActions.Report report) {
        var said = new ArrayList<String>();
        said.add(page.t("aftermath.pressers", report.pressers()));
        var reach = report.reach();
        if (reach.expected() > 0)
            said.add(page.t("aftermath.reach", reach.seen(), reach.expected(), reach.acknowledged(), reach.safe(),
                    reach.needHelp(), reach.notReached()));
        report.roll().ifPresent(r -> said.add(page.t("aftermath.roll", r.present() + r.injured() + r.needsHelp(),
                r.expected(), r.missing(), r.unknown(), r.roomsAnswered(), r.rooms())));
        report.reunions().forEach(r -> said.add(page.t("aftermath.reunion", r.released(), r.students(), r.waiting())));
        return said;
    }

    public static String span(Duration d) {
        var a = d.abs();
        if (a.toMinutes() == 0)
            return String.format(Locale.ROOT, "%s%d.%d s", d.toMillis() <= -100 ? "-" : "+", a.toSeconds(),
                    a.toMillisPart() / 100);
        return String.format(Locale.ROOT, "%s%d:%02d:%02d", d.isNegative() ? "-" : "+", a.toHours(), a.toMinutesPart(),
                a.toSecondsPart());
    }
}
