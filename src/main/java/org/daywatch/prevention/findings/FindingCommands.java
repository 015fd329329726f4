package org.daywatch.prevention.findings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.prevention.findings.Finding.*;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell. */
@Component
@Transactional
public class FindingCommands {

    private final FindingStore findings;
    private final PreventionPlaces places;
    private final FindingDues dues;
    private final Texts texts;
    private final Facts facts;
    private final Forms forms;
    private final Live live;
    private final Clock clock;

    FindingCommands(FindingStore findings, PreventionPlaces places, FindingDues dues, Texts texts, Facts facts,
            Forms forms, Live live, Clock clock) {
        this.findings = findings;
        this.places = places;
        this.dues = dues;
        this.texts = texts;
        this.facts = facts;
        this.forms = forms;
        this.live = live;
        this.clock = clock;
    }

    /** @return its id; empty where the same form came a second time */
    public Optional<UUID> open(Campus school, String what, Where where, Rating rating, String interim, By by,
            UUID form) {
        if (!forms.first(form)) return Optional.empty();
        return Optional.of(open(school, new Origin(Source.BY_HAND, null, null, "", "", null, clock.instant(), by), what,
                null, where, rating, interim, null));
    }

    /** @return the finding; where the checkpoint has one that is not closed, that one, seen again */
    public UUID fromRound(Campus school, UUID checkpoint, Breach breach, String place, UUID roundId, By by,
            Instant at) {
        String what = breach.in(texts, FindingSentences.STORED_IN);
        return seenAgain(findings.lockOpen(checkpoint), school, what, breach, by, at).orElseGet(() -> {
            var earlier = findings.closed(checkpoint).orElse(null);
            if (earlier != null && earlier.state() instanceof State.Closed(var _, var _, var closed)
                    && at.isBefore(closed.at()))
                return tooLate(earlier, what, breach, by, at);
            var origin = new Origin(Source.ROUND, roundId, checkpoint, "", "", earlier == null ? null : earlier.id(),
                    at, by);
            return open(school, origin, what, breach, new Where(place, null), dues.ofRound(school, day(school, at)), "",
                    null);
        });
    }

    /** A phone saw it before it was closed and sent it afterward. */
    private UUID tooLate(Finding closed, String what, @Nullable Breach breach, By by, Instant at) {
        findings.write(closed, new Line(at, Line.Kind.SEEN_AGAIN, what, by.name(), breach), by);
        return closed.id();
    }

    /** An item of an instrument that is not in place. @param seenAt when somebody looked; it may be mended since */
    public record Gap(UUID assessment, String instrument, String item, String what, Where where, Rating rating,
            Instant seenAt) {}

    /**
     * At one school each item of an instrument has one finding that is not closed; one that is open already and stands
     * on no plan yet is marked there.
     */
    public UUID fromAssessment(Campus school, Gap gap, By by, Instant at) {
        var item = new FindingStore.Item(school.id(), gap.instrument(), gap.item());
        var mended = findings.closed(item).stream()
                .filter(f -> f.state() instanceof State.Closed(var _, var verified, var _)
                        && verified.at().isAfter(gap.seenAt()))
                .findFirst();
        if (mended.isPresent()) return tooLate(mended.get(), gap.what(), null, by, gap.seenAt());
        var again = seenAgain(findings.lockOpen(item), school, gap.what(), null, by, gap.seenAt());
        var mark = gap.where().mark();
        again.flatMap(findings::find).filter(f -> f.where().mark() == null && mark != null)
                .ifPresent(f -> findings.mark(f.id(), f.where().place(), mark));
        return again.orElseGet(() -> open(school,
                new Origin(Source.ASSESSMENT, gap.assessment(), null, gap.instrument(), gap.item(), null, at, by),
                gap.what(), null, gap.where(), gap.rating(), "", null));
    }

    /**
     * A newer assessment found the item in place. What was to be mended waits for somebody to verify it; what was said
     * to be mended is verified, unless its own mender or owner looked. A risk that was accepted stays so.
     */
    public void inPlace(UUID school, String instrument, String item, String words, By by, Instant seenAt) {
        var standing = findings.lockOpen(new FindingStore.Item(school, instrument, item))
                .filter(f -> f.origin().at().isBefore(seenAt));
        standing.filter(f -> f.state().toMend())
                .ifPresent(f -> carryOut(f, new FindingCommand.SayFixed(words, by), null, seenAt));
        standing.filter(f -> f.state() instanceof State.Fixed(var fixed) && fixed.at().isBefore(seenAt))
                .map(f -> f.decide(new FindingCommand.Verify(words, by), seenAt))
                .filter(decided -> decided instanceof Decision.Accepted<Finding>)
                .ifPresent(could -> carryOut(standing.get(), new FindingCommand.Verify(words, by), null, seenAt));
    }

    /** @param estimate in dollars; null is unknown */
    public void costs(UUID id, CostClass cost, @Nullable Integer estimate) {
        var known = findings.lock(id);
        var rating = new Rating(known.rating().severity(), known.rating().likelihood(), cost, estimate);
        if (known.state() instanceof State.Closed || rating.equals(known.rating())) return;
        var then = known.rated(rating).in(known.state());
        findings.save(then);
        ring(then);
    }

    private Optional<UUID> seenAgain(Optional<Finding> standing, Campus school, String what, @Nullable Breach breach,
            By by, Instant at) {
        return standing.map(known -> {
            var severity = known.rating().severity();
            carryOut(known, new FindingCommand.SeeAgain(what, dues.due(school, severity, day(school, at)), by), breach,
                    at);
            return known.id();
        });
    }

    private UUID open(Campus school, Origin origin, String what, @Nullable Breach breach, Where where, Rating rating,
            String interim, @Nullable LocalDate interimUntil) {
        LocalDate due = dues.due(school, rating.severity(), day(school, origin.at()));
        var finding = new Finding(places.agency(school), Ids.next(), school.districtId(), school.id(), origin, what,
                where, rating, interim, interim.isEmpty() ? null : interimUntil, null, due, 0,
                new State.Open(null), 1);
        findings.insert(finding);
        findings.write(finding, new Line(origin.at(), Line.Kind.OPENED, what, origin.by().name(), breach), origin.by());
        facts.tell(finding.opened());
        ring(finding);
        return finding.id();
    }

    public Finding handle(UUID id, FindingCommand command) {
        return carryOut(findings.lock(id), command, null, clock.instant());
    }

    private Finding carryOut(Finding known, FindingCommand command, @Nullable Breach breach, Instant now) {
        var decided = known.decide(command, now).orThrow();
        var then = decided.state();
        findings.save(then);
        if (!then.next().equals(known.next())) findings.toldNothing(known.id());
        if (then.state() instanceof State.Fixed) findings.toldNotToVerify(known.id());
        if (command instanceof FindingCommand.SetInterim) findings.toldNotOfInterim(known.id());
        findings.write(then, new Line(now, command.kind(), command.line(), command.by().name(), breach), command.by());
        facts.tell(decided.facts());
        ring(then);
        return then;
    }

    /** A line of its history that changes nothing else. */
    public void note(UUID id, String words, By by) {
        var f = findings.lock(id);
        findings.write(f, new Line(clock.instant(), Line.Kind.NOTE, words, by.name()), by);
        ring(f);
    }

    public void place(UUID id, String place, @Nullable Mark mark, By by) {
        var f = findings.lock(id);
        findings.mark(id, place, mark);
        findings.write(f, new Line(clock.instant(), Line.Kind.PLACED, place, by.name()), by);
        ring(f);
    }

    private static LocalDate day(Campus school, Instant at) {
        return LocalDate.ofInstant(at, school.zone());
    }

    private void ring(Finding f) {
        live.ring("findings", f.agencyId());
        live.ring("findings", f.districtId());
    }
}
