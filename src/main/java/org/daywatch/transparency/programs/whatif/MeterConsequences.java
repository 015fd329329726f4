package org.daywatch.transparency.programs.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.figures.RuleConsequences;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.totals.MeterQueries.Gathered;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.springframework.stereotype.Component;

/** Answers what an edited rule would do to meters: gathered once, reckoned twice. */
@Component
class MeterConsequences implements RuleConsequences {

    private final MeterQueries meters;
    private final Campuses campuses;

    MeterConsequences(MeterQueries meters, Campuses campuses) {
        this.meters = meters;
        this.campuses = campuses;
    }

    @Override
    public List<Line> preview(Page page, Map<UUID, Edited> edited, LocalDate asOf) {
        var rule = edited.values().stream().flatMap(e -> Stream.of(e.becomes(), e.was())).filter(Objects::nonNull)
                .findFirst();
        if (rule.isEmpty()) return List.of();
        var gathered = meters.gather(campuses.list(edited.keySet()), asOf);
        var before = gathered.stream().map(Gathered::meters).toList();
        var after = gathered.stream().map(g -> g.by(RuleEffect.edited(g.rules(), edited.get(g.school().id()))))
                .toList();
        return RuleEffect.of(before, after, rule.get()).stream().map(e -> line(page, e)).toList();
    }

    private static Line line(Page page, RuleEffect e) {
        String what = e.post() == null
                ? e.school().name()
                : page.t("programs.preview.meters.post",
                        page.t("program.post.title", e.post().post().kind(), e.post().post().award()),
                        e.school().name());
        String address = e.post() == null
                ? "/program/schools/" + e.school().id()
                : "/program/posts/" + e.post().post().id();
        return new Line(what, address, side(page, e.before()), side(page, e.after()));
    }

    private static Side side(Page page, RuleEffect.Side s) {
        if (s.time() != null) return time(page, s.time());
        return s.share() != null ? share(page, s.share()) : new Side(null, page.t("program.notAsked"), "", "");
    }

    private static Side time(Page page, Meter m) {
        return new Side(MeterWords.chip(page, m.standing()), MeterWords.of(page, m),
                m.pace() == null ? "" : MeterWords.amount(page, m, m.pace()),
                m.missing() == null ? "" : MeterWords.amount(page, m, m.missing()));
    }

    /** Of a share the pace is the share itself; what is missing are the minutes too many away from campus. */
    private static Side share(Page page, ShareMeter s) {
        Requirement r = s.requirement();
        String met = page.t("program.of", MeterWords.share(page, s),
                MeterWords.percent(page, r.rule().value().movePointRight(1).longValue()));
        return new Side(MeterWords.chip(page, s.standing()), met, "",
                s.known() ? MeterWords.time(page, Math.max(0, -s.spare())) : "");
    }
}
