package org.daywatch.relationships.threats.cases;

import static org.daywatch.relationships.threats.cases.Stage.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.relationships.threats.cases.CaseFile.Printed;
import org.daywatch.relationships.threats.cases.CaseFile.Review;
import org.daywatch.relationships.threats.cases.CaseFile.SafetyPlan;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Task;
import org.daywatch.relationships.threats.cases.CaseFile.TeamFinding;
import org.daywatch.relationships.threats.cases.CaseFile.Told;
import org.daywatch.relationships.threats.cases.CaseFile.Word;
import org.daywatch.relationships.threats.cases.ThreatCommand.*;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseFaded;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseMoved;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseWritten;
import org.jspecify.annotations.Nullable;

/** What a case answers to each command. Pure. */
record ThreatDecision(ThreatCase c, Instant now) {

    private static final Set<Stage> WITH_PLAN = EnumSet.of(PLANNED, MONITORED);
    private static final Set<Stage> UNDER_WAY = EnumSet.of(OPENED, GATHERED, SUBSTANTIVE, PLANNED, MONITORED);
    private static final Set<Stage> TO_READ = EnumSet.of(OPENED, GATHERED, TRANSIENT, SUBSTANTIVE, PLANNED, MONITORED);

    /** In which stages each command is taken. */
    static Set<Stage> stages(ThreatCommand command) {
        return switch (command) {
            case Gather _ -> EnumSet.of(OPENED, GATHERED);
            case AnswerSupport _,RecordFinding _ -> UNDER_WAY;
            case CountDayOut _,Share _,HandOver _,TellParent _ -> TO_READ;
            case GiveWord said -> said.about() == About.PLAN ? EnumSet.of(SUBSTANTIVE) : EnumSet.of(GATHERED);
            case DraftPlan _ -> EnumSet.of(SUBSTANTIVE);
            case FinishTask _,RecordReview _ -> WITH_PLAN;
            case PrintAccount _ -> EnumSet.complementOf(EnumSet.of(FADED));
            case Close _ -> EnumSet.of(MONITORED);
            case Fade _ -> EnumSet.of(TRANSIENT);
        };
    }

    Decision<ThreatCase> on(ThreatCommand command) {
        if (!stages(command).contains(c.stage())) return Decision.refuse(ThreatRefusal.THREAT_NOT_NOW);
        if (command.by().part() == TeamPart.LAW_ENFORCEMENT && !(command instanceof GiveWord))
            return Decision.refuse(ThreatRefusal.THREAT_NOT_YOURS);
        return switch (command) {
            case Gather(var answers, var by) -> c.file().support() == SupportPlan.UNASKED
                    ? Decision.refuse(ThreatRefusal.THREAT_SUPPORT_UNASKED)
                    : moved(c.with(c.file().gathered(answers).words(List.of())), GATHERED, command, by);
            case AnswerSupport(var answer, var by) -> written(c.with(c.file().support(answer)), command, by);
            case RecordFinding(var words, var day, var by) ->
                written(c.with(c.file().finding(new TeamFinding(words, day, by.name()))), command, by);
            case CountDayOut(var day, var by) -> written(c.with(c.file().plus(day)), command, by);
            case Share(var shared, var by) -> written(c.shared(shared), command, by);
            case HandOver(var owner, var administrator, var by) -> owner.equals(administrator)
                    ? Decision.refuse(ThreatRefusal.THREAT_ONE_PERSON_TWICE)
                    : written(c.given(owner, administrator), command, by);
            case GiveWord said -> word(said);
            case DraftPlan drafted -> draft(drafted);
            case FinishTask done -> finish(done);
            case RecordReview review -> review(review);
            case TellParent(var day, var how, var language, var answer, var by) ->
                written(c.with(c.file().plus(new Told(day, how, language, answer, by.name()))), command, by);
            case PrintAccount(var today, var language, var summary, var by) ->
                written(c.with(c.file().plus(new Printed(today, language, summary, by.name()))), command, by);
            case Close close -> close(close);
            case Fade(var today, var by) -> c.fadesOn() == null || today.isBefore(c.fadesOn())
                    ? Decision.refuse(ThreatRefusal.THREAT_NOT_YET)
                    : Decision.accept(c.faded(),
                            new ThreatCaseFaded(c.district(), c.id(), now, c.school(), by.name()));
        };
    }

    /** The last word that agrees decides; until then each may give another. */
    private Decision<ThreatCase> word(GiveWord said) {
        var refusal = speaker(said);
        if (refusal == null) refusal = gate(said.about());
        if (refusal != null) return Decision.refuse(refusal);
        var named = said.named();
        var part = part(said);
        var words = new ArrayList<>(c.file().words());
        words.removeIf(w -> w.part() == part && w.about().sameQuestion(said.about()));
        if (words.stream().anyMatch(w -> w.about().sameQuestion(said.about()) && plain(w.name()).equals(name(said))))
            return Decision.refuse(ThreatRefusal.THREAT_ONE_PERSON_TWICE);
        words.add(new Word(said.about(), part, named == null ? said.by().person() : null,
                named == null ? said.by().name() : named.name(), said.words(), said.today(), said.by().person(),
                said.by().name()));
        var then = c.with(c.file().words(List.copyOf(words)));
        var decided = decided(then, said.about() == About.PLAN);
        if (decided == null) return written(then, said, said.by());
        if (gate(decided) != null) return Decision.refuse(ThreatRefusal.THREAT_TEAM_FIRST);
        if (decided == About.PLAN) return moved(then, PLANNED, said, said.by());
        var classified = then.classified(decided, decided.fades() ? said.fades() : null);
        return moved(classified, classified.stage(), said, said.by());
    }

    /** Why this is not theirs to say; null where it is. */
    private @Nullable ThreatRefusal speaker(GiveWord said) {
        var model = c.under().model();
        var by = said.by();
        boolean written = said.named() != null;
        if (written && by.part() == TeamPart.LAW_ENFORCEMENT) return ThreatRefusal.THREAT_NOT_POLICE;
        if (!written && (by.part() == TeamPart.MENTAL_HEALTH && !owns(by)
                || by.part() == TeamPart.ADMINISTRATOR && !by.person().equals(c.administrator())))
            return ThreatRefusal.THREAT_NOT_YOURS;
        boolean principal = by.part() == TeamPart.ADMINISTRATOR && !model.speaks(TeamPart.ADMINISTRATOR);
        if (principal && (!written || part(said) == TeamPart.ADMINISTRATOR && name(said).equals(plain(by.name()))))
            return ThreatRefusal.THREAT_NOT_THE_PRINCIPAL;
        return model.takes(part(said), said.about(), written) ? null : ThreatRefusal.THREAT_OTHER_WORDS;
    }

    private static TeamPart part(GiveWord said) {
        return said.named() == null ? said.by().part() : said.named().part();
    }

    private static String name(GiveWord said) {
        return plain(said.named() == null ? said.by().name() : said.named().name());
    }

    /** Without what is written behind it, such as a department or an office. */
    private static String plain(String name) {
        return name.split("[,(]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** To what all of the quorum agree, once everybody was heard; null while they do not. */
    private static @Nullable About decided(ThreatCase then, boolean ofPlan) {
        var model = then.under().model();
        if (!model.asked(ofPlan).stream().allMatch(part -> then.file().word(part, ofPlan).isPresent())) return null;
        var said = model.quorum().stream().flatMap(part -> then.file().word(part, ofPlan).stream()).map(Word::about)
                .distinct().toList();
        return said.size() == 1 ? said.getFirst() : null;
    }

    /** Why nobody may say so yet; null where they may. */
    private @Nullable ThreatRefusal gate(About about) {
        if (about == About.PLAN && c.file().plan() == null) return ThreatRefusal.THREAT_NO_PLAN;
        boolean grave = about.substantive()
                || about == About.PLAN && c.file().plan() != null && c.file().plan().excludes();
        return grave && c.file().teamFirst() ? ThreatRefusal.THREAT_TEAM_FIRST : null;
    }

    /** Words given to an earlier draft do not count for this one. */
    private Decision<ThreatCase> draft(DraftPlan d) {
        if (!owns(d.by())) return Decision.refuse(ThreatRefusal.THREAT_NOT_YOURS);
        if (d.plan().excludes() && c.file().teamFirst()) return Decision.refuse(ThreatRefusal.THREAT_TEAM_FIRST);
        if (!d.plan().review().isAfter(d.today()) || d.plan().review().isAfter(d.latest()))
            return Decision.refuse(ThreatRefusal.THREAT_REVIEW_DAY, Map.of("latest", d.latest()));
        var words = c.file().words().stream().filter(w -> w.about() != About.PLAN).toList();
        return written(c.with(c.file().plan(d.plan()).words(words)), d, d.by());
    }

    private Decision<ThreatCase> finish(FinishTask f) {
        var plan = c.file().plan();
        if (plan == null || f.task() < 0 || f.task() >= plan.tasks().size()
                || plan.tasks().get(f.task()).done() != null)
            return Decision.refuse(ThreatRefusal.THREAT_TASK_GONE);
        var tasks = new ArrayList<>(plan.tasks());
        var task = tasks.get(f.task());
        tasks.set(f.task(), new Task(task.what(), task.who(), task.due(), f.today()));
        return written(c.with(c.file()
                .plan(new SafetyPlan(plan.factors(), List.copyOf(tasks), plan.excludes(), plan.review()))), f, f.by());
    }

    private Decision<ThreatCase> review(RecordReview r) {
        if (!owns(r.by())) return Decision.refuse(ThreatRefusal.THREAT_NOT_YOURS);
        if (!r.next().isAfter(r.today()) || r.next().isAfter(r.latest()))
            return Decision.refuse(ThreatRefusal.THREAT_REVIEW_DAY, Map.of("latest", r.latest()));
        var then = c.with(c.file().plus(new Review(r.today(), r.words(), r.next(), r.by().name())));
        return c.stage() == MONITORED ? written(then, r, r.by()) : moved(then, MONITORED, r, r.by());
    }

    private Decision<ThreatCase> close(Close close) {
        if (!owns(close.by())) return Decision.refuse(ThreatRefusal.THREAT_NOT_YOURS);
        if (c.file().told().isEmpty()) return Decision.refuse(ThreatRefusal.THREAT_PARENT_NOT_TOLD);
        var plan = c.file().plan();
        if (plan != null && plan.tasks().stream().anyMatch(t -> t.done() == null))
            return Decision.refuse(ThreatRefusal.THREAT_TASKS_OPEN);
        return moved(c.closed(close.today(), close.words()), CLOSED, close, close.by());
    }

    private boolean owns(By by) {
        return by.person().equals(c.owner());
    }

    private Decision<ThreatCase> written(ThreatCase then, ThreatCommand command, By by) {
        return Decision.accept(then, fact(command, by));
    }

    private Decision<ThreatCase> moved(ThreatCase then, Stage stage, ThreatCommand command, By by) {
        return Decision.accept(then.in(stage), fact(command, by),
                new ThreatCaseMoved(c.district(), c.id(), now, c.school(), stage, by.name()));
    }

    private DomainEvent fact(ThreatCommand command, By by) {
        return new ThreatCaseWritten(c.district(), c.id(), now, c.school(), command.getClass().getSimpleName(),
                by.name());
    }
}
