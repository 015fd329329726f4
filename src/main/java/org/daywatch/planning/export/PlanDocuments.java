package org.daywatch.planning.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.export.PlanDocument.Block.Heading;
import org.daywatch.planning.export.PlanDocument.Block.Rows;
import org.daywatch.planning.export.PlanDocument.Block.Words;
import org.daywatch.planning.export.PlanDocument.Block;
import org.daywatch.planning.operationsplans.OperationsPlan.State;
import org.daywatch.planning.operationsplans.OperationsPlan;
import org.daywatch.planning.operationsplans.PlanStanding;
import org.daywatch.planning.operationsplans.content.BasicSection;
import org.daywatch.planning.operationsplans.content.FunctionalAnnex;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.planning.operationsplans.content.RiskRating;
import org.daywatch.platform.web.Page;

/**
 * Puts a plan in the order in which it is read. What is empty is named as empty: a gap on paper is a gap that is seen.
 */
final class PlanDocuments {

    private final Page page;
    private final List<Block> blocks = new ArrayList<>();

    private PlanDocuments(Page page) {
        this.page = page;
    }

    /** @param ratings by hazard. @param now when it is taken along */
    static PlanDocument of(Page page, Campus school, OperationsPlan plan, PlanContent content,
            Map<UUID, RiskRating> ratings, String confidential, Instant now) {
        var made = new PlanDocuments(page);
        made.basic(content);
        made.team(content);
        made.hazards(content, ratings);
        made.annexes(content);
        String state = page.t("eop.state." + plan.state().code());
        var cover = new ArrayList<>(
                List.of(page.t("eop.school"), school.name(), page.t("eop.edition"), plan.edition() + " · " + state));
        PlanStanding.approval(plan).ifPresentOrElse(
                a -> cover.addAll(List.of(page.t("eop.approved"), page.t("eop.byOn", a.by(), page.when().date(a.day())),
                        page.t("eop.reviewBy"), page.when().date(PlanStanding.reviewBy(plan)))),
                () -> cover.addAll(List.of(page.t("eop.approved"), page.t("eop.doc.notApproved"))));
        if (plan.state() instanceof State.Reviewed reviewed)
            cover.addAll(List.of(page.t("eop.reviewed"),
                    page.t("eop.byOn", reviewed.review().by(), page.when().date(reviewed.review().day()))));
        cover.addAll(List.of(page.t("eop.doc.printed"),
                page.t("eop.byOn", page.personName(), page.when().record(now, school.zone()))));
        return new PlanDocument(page.t("eop.doc.title"), page.t("eop.doc.marking", plan.edition(), state),
                page.stored("eop.confidential", confidential) + " · " + school.name(),
                List.copyOf(cover), List.copyOf(made.blocks));
    }

    private void basic(PlanContent content) {
        heading(1, page.t("eop.chapter.BASIC"));
        for (var section : BasicSection.values()) {
            heading(2, page.t("eop.basic." + section));
            words(content.text(section));
        }
    }

    private void team(PlanContent content) {
        heading(1, page.t("eop.chapter.TEAM"));
        blocks.add(new Rows(page.t("eop.chapter.TEAM"), new float[] {3, 3, 3},
                List.of(page.t("eop.team.name"), page.t("eop.team.role"), page.t("eop.team.reach")),
                content.team().stream().map(m -> List.of(m.name(), page.t("eop.role." + m.role()), m.reach()))
                        .toList()));
    }

    private void hazards(PlanContent content, Map<UUID, RiskRating> ratings) {
        heading(1, page.t("eop.chapter.HAZARDS"));
        var headings = new ArrayList<>(List.of(page.t("eop.hazard.name")));
        for (var mark : RiskRating.Mark.values()) headings.add(page.t("eop.mark." + mark));
        headings.add(page.t("eop.doc.points"));
        headings.add(page.t("eop.doc.priority"));
        blocks.add(new Rows(page.t("eop.chapter.HAZARDS"), new float[] {4, 1.6f, 1.6f, 1.3f, 1.4f, 1.2f, 2.2f},
                headings, content.hazards().stream()
                        .sorted(Comparator.comparing((Hazard h) -> ratings.get(h.id()).points()).reversed())
                        .map(h -> row(h, ratings.get(h.id()))).toList()));
    }

    private List<String> row(Hazard hazard, RiskRating rating) {
        var cells = new ArrayList<>(List.of(hazard.name()));
        rating.shares().forEach(s -> cells.add(String.valueOf(s.given())));
        cells.add(rating.points().toPlainString());
        cells.add(page.t("eop.priority." + rating.priority()));
        return cells;
    }

    private void annexes(PlanContent content) {
        heading(1, page.t("eop.chapter.FUNCTIONS"));
        for (var function : FunctionalAnnex.values())
            annex(page.t("eop.function." + function), content.annex(function.name()));
        heading(1, page.t("eop.chapter.THREATS"));
        content.hazards().forEach(h -> annex(h.name(), content.annex(h.id().toString())));
        if (content.hazards().isEmpty()) words("");
    }

    private void annex(String name, Annex annex) {
        heading(2, name);
        if (annex.empty()) {
            words("");
            return;
        }
        for (var phase : Phase.values()) {
            var course = annex.in(phase);
            heading(3, page.t("eop.phase." + phase));
            if (course.empty()) words("");
            labeled("eop.goal", course.goal());
            labeled("eop.objectives", course.objectives());
            labeled("eop.actions", course.actions());
        }
    }

    private void labeled(String key, String text) {
        if (!text.isBlank()) words(page.t(key) + ": " + text);
    }

    private void heading(int level, String text) {
        blocks.add(new Heading(level, text));
    }

    private void words(String text) {
        blocks.add(new Words(text.isBlank() ? page.t("eop.empty") : text));
    }
}
