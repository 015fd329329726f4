package org.daywatch.planning.operationsplans;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.daywatch.directory.Campus;
import org.daywatch.planning.PlanningEvent.PlanBegun;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.operationsplans.OperationsPlan.State;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Approve;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Review;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.SendBack;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Submit;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Supersede;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Write;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.daywatch.planning.operationsplans.content.PlanGap;
import org.daywatch.planning.standards.StandardCheck;
import org.daywatch.planning.standards.StandardChecks;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happens to operations plans: load, decide, save, tell. The district is bound. */
@Component
@Transactional
public class PlanCommands {

    private final OperationsPlanStore plans;
    private final PlanTexts texts;
    private final PlanRules rules;
    private final PlanGaps gaps;
    private final StandardChecks standards;
    private final PlanNotices notices;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    PlanCommands(OperationsPlanStore plans, PlanTexts texts, PlanRules rules, PlanGaps gaps, StandardChecks standards,
            PlanNotices notices, Organizations organizations, Facts facts,
            Clock clock) {
        this.plans = plans;
        this.texts = texts;
        this.rules = rules;
        this.gaps = gaps;
        this.standards = standards;
        this.notices = notices;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    /** A new edition: what the one in force says, or an empty structure. */
    public UUID begin(Actor actor, Campus school) {
        var before = plans.inForce(school.id());
        UUID agency = organizations.find(school.districtId()).map(o -> o.parent())
                .orElseThrow(() -> new NotFound("district " + school.districtId()));
        Instant now = clock.instant();
        var plan = new OperationsPlan(Ids.next(), agency, school.districtId(), school.id(),
                plans.nextEdition(school.id()), new State.Draft(""), Set.of(), now, actor.name(), 1);
        plans.insert(plan);
        texts.insert(plan, before.map(p -> texts.get(p)).orElse(PlanContent.empty()));
        facts.tell(new PlanBegun(agency, plan.id(), now, school.id(), plan.edition(), actor.name()));
        return plan.id();
    }

    /**
     * @param part key of what is changed; the change sees the words that stand there now, and may refuse them as old
     */
    public void write(Actor actor, UUID id, String part, UnaryOperator<PlanContent> change) {
        var plan = plans.lock(id);
        decide(plan, new Write(actor.person(), actor.name(), part));
        texts.put(plan, change.apply(texts.get(plan)));
    }

    /** What the plan lacks, and the text that lacks it; nothing of it is handed on. */
    public record Lacks(List<PlanGap> gaps, PlanContent content) {}

    @Transactional(readOnly = true)
    public Lacks lacks(OperationsPlan plan, Campus school) {
        var content = texts.get(plan);
        return new Lacks(gaps.of(content, school.state(), today(school)), content);
    }

    /** @param words how what is wanting is said in one sentence */
    public void submit(Actor actor, UUID id, Campus school, Function<Lacks, String> words) {
        var plan = plans.lock(id);
        var lacks = lacks(plan, school);
        decide(plan, new Submit(actor.person(), actor.name(),
                lacks.gaps().isEmpty() ? List.of() : List.of(words.apply(lacks))));
        notices.submitted(plan, actor.name());
    }

    public void sendBack(Actor actor, UUID id, String reason) {
        var plan = plans.lock(id);
        decide(plan, new SendBack(actor.name(), reason));
        notices.sentBack(plan, actor.name());
    }

    /**
     * The edition that held until then is superseded in the same moment.
     *
     * @param day of the approval: today, or the earlier day on which it was given on paper
     */
    public void approve(Actor actor, UUID id, Campus school, LocalDate day) {
        if (day.isAfter(today(school))) throw new InvalidInput("day", day.toString(), "eop.error.future");
        var plan = plans.lock(id);
        if (plan.state() instanceof State.InReview && !lacks(plan, school).gaps().isEmpty())
            throw new Refused(PlanningRefusal.PLAN_APPROVAL_NOT_COMPLETE, Map.of());
        var decided = plan.decide(new Approve(actor.person(), actor.name(), day, rules.reviewBy(school.state(), day),
                standards(plan, school)), clock.instant()).orThrow();
        plans.inForce(plan.schoolId())
                .ifPresent(before -> decide(plans.lock(before.id()), new Supersede(plan.edition(), day)));
        plans.save(decided.state());
        facts.tell(decided.facts());
    }

    /** It was looked at and holds as it stands. */
    public void review(Actor actor, UUID id, Campus school) {
        var day = today(school);
        var plan = plans.lock(id);
        decide(plan, new Review(actor.name(), day, rules.reviewBy(school.state(), day), standards(plan, school)));
    }

    private StandardCheck.Codes standards(OperationsPlan plan, Campus school) {
        return StandardCheck.Codes.of(standards.of(plan, school.state(), today(school)));
    }

    private void decide(OperationsPlan plan, OperationsPlanCommand command) {
        var decided = plan.decide(command, clock.instant()).orThrow();
        plans.save(decided.state());
        facts.tell(decided.facts());
    }

    public LocalDate today(Campus school) {
        return LocalDate.ofInstant(clock.instant(), school.zone());
    }
}
