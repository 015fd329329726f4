package org.daywatch.planning.operationsplans;

import static org.daywatch_db.planning.Tables.PLAN_PART_ASKED;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.planning.operationsplans.content.PlanGap;
import org.daywatch.platform.web.Page;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a plan still lacks, by what its state asks for, and how that is said. */
@Repository
@Transactional(readOnly = true)
public class PlanGaps {

    /** So many are named in one sentence; the page names all. */
    private static final int NAMED = 4;

    private final DSLContext db;

    PlanGaps(DSLContext db) {
        this.db = db;
    }

    public List<PlanGap> of(PlanContent plan, String state, LocalDate day) {
        var a = PLAN_PART_ASKED;
        return PlanGap.of(plan,
                db.selectFrom(a).where(a.STATE.in("ALL", state)).and(a.VALID_FROM.le(day))
                        .and(a.VALID_TO.isNull().or(a.VALID_TO.ge(day))).orderBy(a.STATE, a.PART)
                        .fetch(r -> new PlanGap.Asked(r.getState(), r.getPart(), r.getSource(), r.getToConfirm())));
    }

    public static String words(Page page, PlanGap gap, PlanContent plan) {
        String phases = gap.phases().stream().map(p -> page.t("eop.phase." + p)).collect(Collectors.joining(", "));
        return page.t("eop.gap." + gap.what(), name(page, gap, plan), phases);
    }

    private static String name(Page page, PlanGap gap, PlanContent plan) {
        return switch (gap.what()) {
            case LEADER, TEAM, HAZARD -> "";
            case SECTION -> page.t("eop.basic." + gap.part());
            case GOALS, ACTIONS -> plan.hazard(gap.part()).map(PlanContent.Hazard::name)
                    .orElseGet(() -> page.t("eop.function." + gap.part()));
        };
    }

    /** The first of them, and how many more there are. */
    public static String sentence(Page page, List<PlanGap> gaps, PlanContent plan) {
        String first = gaps.stream().limit(NAMED).map(g -> words(page, g, plan)).collect(Collectors.joining("; "));
        return gaps.size() <= NAMED ? first : page.t("eop.gap.more", first, gaps.size() - NAMED);
    }
}
