package org.daywatch.prevention.measures;

import static org.daywatch_db.prevention.Tables.MEASURE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.measures.MeasureCommand.By;
import org.daywatch.prevention.measures.MeasureSentences.Said;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What would mend the gaps of campuses, at which cost and out of whose purse. */
@Controller
@Needs(Permission.ASSESSMENTS_READ)
public class MeasurePages {

    static final Map<String, Comparator<Row>> SORTS = Map.of("school", Comparator.comparing(r -> r.school().name()),
            "state", Comparator.comparing(r -> r.measure().state().code()),
            "cost",
            Comparator.comparing((Row r) -> r.measure().cost())
                    .thenComparing(r -> r.measure().dollars() == null ? Integer.MAX_VALUE : r.measure().dollars()),
            "proposed", Comparator.comparing(r -> r.measure().proposed().at()));

    private final MeasureStore measures;
    private final MeasureCommands commands;
    private final MeasureSentences sentences;
    private final GapFindings gaps;
    private final PreventionPlaces places;
    private final AuditLog audit;

    MeasurePages(MeasureStore measures, MeasureCommands commands, MeasureSentences sentences, GapFindings gaps,
            PreventionPlaces places, AuditLog audit) {
        this.measures = measures;
        this.commands = commands;
        this.sentences = sentences;
        this.gaps = gaps;
        this.places = places;
        this.audit = audit;
    }

    /**
     * @param said what it is and which gap it mends, in the reader's language. @param finding the gap's; null: it has
     * none
     */
    public record Row(Measure measure, Said said, Campus school, @Nullable Finding finding) {}

    @GetMapping("/measures")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/measures", parameters, SORTS.keySet(), "-proposed");
        var rows = rows(page, actor, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("prevention/measures/measures", Map.of("page", page.titled("measures.title"), "paging",
                placed, "rows", placed.shown(rows), "edits", edits(actor)));
    }

    @GetMapping("/measures.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/measures", parameters, SORTS.keySet(), "-proposed");
        audit.act("MeasuresExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "measures.csv",
                List.of("school", "item", "gap", "measure", "cost_class", "estimate_dollars", "payer", "state",
                        "paid_dollars", "finding"),
                rows(page, actor, paging).stream()
                        .map(MeasurePages::cells));
    }

    private static List<Object> cells(Row r) {
        var m = r.measure();
        Object paid = m.state() instanceof Measure.State.Done(var _, var _, var dollars) && dollars != null
                ? dollars
                : "";
        return new ArrayList<>(List.of(r.school().name(), m.item(), r.said().about(), r.said().what(), m.cost(),
                m.dollars() == null ? "" : m.dollars(), m.payer(), m.state().code(), paid,
                r.finding() == null ? "" : r.finding().state().code()));
    }

    private List<Row> rows(Page page, Actor actor, Paging paging) {
        var all = measures.list(places.only(actor).map(MEASURE.SCHOOL_ID::in).orElse(DSL.noCondition()));
        var named = places.of(actor).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var said = sentences.in(page.lang(), all);
        var found = gaps.of(all);
        return all.stream().filter(m -> named.containsKey(m.schoolId()))
                .map(m -> new Row(m, said.get(m.id()), named.get(m.schoolId()), found.get(m.id())))
                .filter(r -> paging.filter("state").isEmpty()
                        || r.measure().state().code().equals(paging.filter("state")))
                .filter(r -> paging.finds(r.school().name(), r.said().what(), r.said().about(), r.measure().payer(),
                        r.measure().item()))
                .sorted(paging.order(SORTS).thenComparing(r -> r.measure().id())).toList();
    }

    @GetMapping("/measures/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var m = mine(actor, id);
        var row = new Row(m, sentences.in(page.lang(), m), places.get(actor, m.schoolId()),
                gaps.of(List.of(m)).get(id));
        return new ModelAndView("prevention/measures/measure", Map.of("page", page.titled("measures.one"), "row", row,
                "by", by(actor), "edits", edits(actor), "today", places.today(row.school())));
    }

    private Measure mine(Actor actor, UUID id) {
        var m = measures.find(id).orElseThrow(() -> new NotFound("measure " + id));
        places.get(actor, m.schoolId());
        return m;
    }

    private static By by(Actor actor) {
        return new By(actor.person(), actor.name(), actor.role() == Role.SAFETY_DIRECTOR);
    }

    private static boolean edits(Actor actor) {
        return actor.may(Permission.ASSESSMENTS_EDIT);
    }

    @GetMapping("/measures/new")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView fresh(Page page, Actor actor) {
        return new ModelAndView("prevention/measures/new-measure",
                Map.of("page", page.titled("measures.new"), "schools", places.of(actor)));
    }

    /** From the page of an assessment, with its item, or by hand. */
    @PostMapping("/measures")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView propose(Page page, Actor actor, @RequestParam Map<String, String> form,
            @RequestParam("form") UUID formId) {
        return Act.form(page, form, again -> fresh(again, actor), () -> {
            String wanted = form.getOrDefault("school", "");
            var school = places.of(actor).stream().filter(c -> c.id().toString().equals(wanted)).findFirst()
                    .orElseThrow(() -> new InvalidInput("school", wanted, "measures.wrong.school"));
            String cost = form.getOrDefault("cost", "");
            if (!List.of("NONE", "LOW", "CAPITAL").contains(cost))
                throw new InvalidInput("cost", cost, "measures.wrong.cost");
            commands.propose(school,
                    new MeasureCommands.Wish(null, "", "", Typed.must("what", form.getOrDefault("what", ""), 500),
                            CostClass.valueOf(cost),
                            MeasureWords.typed("dollars", form.getOrDefault("dollars", "")),
                            Typed.cut(form.getOrDefault("payer", ""), 120)),
                    by(actor), formId);
            return new ModelAndView("redirect:/measures");
        });
    }

    @PostMapping("/measures/{id}/approval")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView approve(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, response, "approved", form,
                () -> new MeasureCommand.Approve(MeasureWords.typed("dollars", form.getOrDefault("dollars", "")),
                        Typed.cut(form.getOrDefault("payer", ""), 120), words(form), by(actor)));
    }

    @PostMapping("/measures/{id}/rejection")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView reject(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, response, "rejected", form,
                () -> new MeasureCommand.Reject(words(form), by(actor)));
    }

    @PostMapping("/measures/{id}/done")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView done(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, response, "done", form, () -> new MeasureCommand.Finish(words(form),
                MeasureWords.typed("paid", form.getOrDefault("paid", "")), by(actor)));
    }

    private static String words(Map<String, String> form) {
        return Typed.cut(form.getOrDefault("words", ""), 600);
    }

    /** What was done names the form it was done in. */
    private ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String done,
            Map<String, String> form, Supplier<MeasureCommand> command) {
        mine(actor, id);
        return Act.typed(page, response, "/measures/" + id, "measures.said." + done, done, form,
                again -> one(again, actor, id), () -> commands.handle(id, command.get()));
    }
}
