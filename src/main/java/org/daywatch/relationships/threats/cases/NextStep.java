package org.daywatch.relationships.threats.cases;

import static org.daywatch.relationships.threats.cases.Stage.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;

/** The one thing that comes next in a case, and by when. Pure. */
public record NextStep(Kind kind, Optional<LocalDate> by) {

    public enum Kind {
        ASK_SUPPORT, GATHER, GIVE_WORDS, WRITE_PLAN, GIVE_PLAN_WORDS, TELL_PARENT, FINISH_TASK, REVIEW, WAIT_TO_FADE,
        NOTHING
    }

    public static NextStep of(ThreatCase c, LocalDate today) {
        var f = c.file();
        return switch (c.stage()) {
            case OPENED -> f.support() == SupportPlan.UNASKED ? now(Kind.ASK_SUPPORT) : now(Kind.GATHER);
            case GATHERED -> now(Kind.GIVE_WORDS);
            case TRANSIENT -> new NextStep(Kind.WAIT_TO_FADE, Optional.ofNullable(c.fadesOn()));
            case SUBSTANTIVE -> now(f.plan() == null ? Kind.WRITE_PLAN : Kind.GIVE_PLAN_WORDS);
            case PLANNED, MONITORED -> ofPlan(c, today);
            case FADED, CLOSED -> now(Kind.NOTHING);
        };
    }

    /** The team is asked what it is, or whether they agree to its plan. */
    public boolean asksWords() {
        return kind == Kind.GIVE_WORDS || kind == Kind.GIVE_PLAN_WORDS;
    }

    /** What is late comes first, then the parent, then whatever is due next. */
    private static NextStep ofPlan(ThreatCase c, LocalDate today) {
        var review = c.file().nextReview();
        var task = tasks(c).stream().filter(t -> t.done() == null).map(CaseFile.Task::due)
                .min(LocalDate::compareTo);
        if (review.filter(day -> day.isBefore(today)).isPresent()) return new NextStep(Kind.REVIEW, review);
        if (c.file().told().isEmpty()) return now(Kind.TELL_PARENT);
        return task.isPresent() && (review.isEmpty() || task.get().isBefore(review.get()))
                ? new NextStep(Kind.FINISH_TASK, task)
                : new NextStep(Kind.REVIEW, review);
    }

    /** Since when something of it is overdue: a review, or a task. */
    public static Optional<LocalDate> lateSince(ThreatCase c, LocalDate today) {
        if (c.stage() != PLANNED && c.stage() != MONITORED) return Optional.empty();
        var tasks = tasks(c).stream().filter(t -> t.late(today)).map(CaseFile.Task::due);
        var review = c.file().nextReview().filter(day -> day.isBefore(today)).stream();
        return java.util.stream.Stream.concat(tasks, review).min(LocalDate::compareTo);
    }

    /** Whose word about it is missing. */
    public static List<TeamPart> missing(ThreatCase c) {
        boolean ofPlan = c.stage() == SUBSTANTIVE;
        return c.under().model().asked(ofPlan).stream().filter(part -> c.file().word(part, ofPlan).isEmpty()).toList();
    }

    /** Of these, whose word they give themselves. */
    public static List<TeamPart> speaking(ThreatCase c) {
        return missing(c).stream().filter(c.under().model()::speaks).toList();
    }

    private static List<CaseFile.Task> tasks(ThreatCase c) {
        var plan = c.file().plan();
        return plan == null ? List.of() : plan.tasks();
    }

    private static NextStep now(Kind kind) {
        return new NextStep(kind, Optional.empty());
    }
}
