package org.daywatch.staffing.replacement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.ReplacementEvent.WaveSent;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.fairness.Opportunities;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.replacement.Replacement.Cause;
import org.daywatch.staffing.replacement.Replacement.State;
import org.daywatch.staffing.shifts.Punctuality;
import org.daywatch.staffing.shifts.Seats;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.daywatch.staffing.standby.StandbyRanking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One transaction per act, the post locked first as everywhere: so of two nodes, and of two officers, the second finds
 * what the first did.
 */
@Component
@Transactional
public class ReplacementCommands {

    private final ReplacementStore store;
    private final ReplacementRules rules;
    private final StandbyRanking ranking;
    private final Seats seats;
    private final ShiftStore shifts;
    private final ShiftCommands shiftCommands;
    private final Acceptances acceptances;
    private final OfficerAccounts officers;
    private final Opportunities opportunities;
    private final Facts facts;
    private final Clock clock;

    ReplacementCommands(ReplacementStore store, ReplacementRules rules, StandbyRanking ranking, Seats seats,
            ShiftStore shifts, ShiftCommands shiftCommands,
            Acceptances acceptances, OfficerAccounts officers, Opportunities opportunities, Facts facts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.ranking = ranking;
        this.seats = seats;
        this.shifts = shifts;
        this.shiftCommands = shiftCommands;
        this.acceptances = acceptances;
        this.officers = officers;
        this.opportunities = opportunities;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Stored with the moment its first wave is due; whoever looks next, on whichever node, sends it. @return false when
     * one is under way already
     */
    boolean begin(Shift shift, Cause cause, Instant nextAt) {
        var now = clock.instant();
        var begun = new Replacement(shift.agencyId(), Ids.next(), shift.districtId(), shift.schoolId(), shift.postId(),
                shift.id(), cause, now, shift.window(), 0, 0,
                new State.Searching(0, nextAt), 0);
        if (!store.insert(begun)) return false;
        facts.tell(Replacement.began(begun, now, nextAt));
        return true;
    }

    /** Looked at once more under the lock: they may have checked in this very second. */
    boolean noticed(UUID shiftId, Instant nextAt) {
        seats.lock(shifts.get(shiftId).postId());
        var shift = shifts.get(shiftId);
        return shift.state() instanceof Shift.State.Scheduled && begin(shift, Cause.NO_CHECK_IN, nextAt);
    }

    boolean isOpen(UUID post) {
        return seats.lock(post).canBeTaken();
    }

    /**
     * Asks the next officers if it is time. @return false when it was not: another node was faster, or somebody came
     */
    boolean sendDue(UUID id) {
        var post = store.postOf(id).orElseThrow(() -> new NotFound("replacement " + id));
        var seat = seats.lock(post);
        var search = store.lock(id);
        var now = clock.instant();
        if (!(search.state() instanceof State.Searching(_, Instant nextAt)) || now.isBefore(nextAt)) return false;
        var standing = whoStandsThere(search);
        if (standing != null || seat.state().equals("CANCELLED")) {
            apply(search,
                    new ReplacementCommand.Withdraw(standing == null ? "the post is not needed any more" : standing));
            return false;
        }
        var asked = store.asked(id);
        var missing = shifts.missed(post);
        missing.add(shifts.get(search.shiftId()).officerId());
        var unasked = ranking.of(post).stream()
                .filter(c -> !asked.contains(c.officer()) && !missing.contains(c.officer())).toList();
        var rule = rules.of(search.schoolId(), search.window().start());
        apply(search, new ReplacementCommand.SendWave(unasked, rule.size(), rule.expiry()));
        return true;
    }

    /** Null while the place is empty: free, or kept by the officer who has not come. */
    private @org.jspecify.annotations.Nullable String whoStandsThere(Replacement search) {
        return shifts.holderOf(search.postId())
                .filter(s -> !s.id().equals(search.shiftId()) || !(s.state() instanceof Shift.State.Scheduled)
                        || search.cause() != Cause.NO_CHECK_IN)
                .map(Shift::officerName).orElse(null);
    }

    /**
     * The officer's own act. If the one who is missing has not come by now, their shift counts as missed in the same
     * transaction.
     *
     * @return the shift that is theirs
     */
    public UUID accept(UUID person, UUID offer) {
        var officer = officers.ofPerson(person);
        var asked = store.asked(offer, officer.id()).orElseThrow(() -> new NotFound("replacement offer " + offer));
        seats.lock(asked.post());
        var own = shifts.holderOf(asked.post()).filter(s -> s.officerId().equals(officer.id()));
        if (own.isPresent()) return own.get().id(); // pressed twice
        var search = store.lock(asked.replacement());
        if (!(search.state() instanceof State.Searching)) throw new Refused(StaffingRefusal.ALREADY_TAKEN);
        if (!clock.instant().isBefore(asked.expiresAt())) throw new Refused(StaffingRefusal.ASKING_EXPIRED);
        if (search.cause() == Cause.NO_CHECK_IN)
            shifts.holderOf(asked.post()).filter(s -> s.id().equals(search.shiftId())).ifPresent(this::missed);
        return acceptances.acceptAsked(person, asked.post());
    }

    private void missed(Shift shift) {
        var after = rules.of(shift.schoolId(), shift.window().start()).after();
        shiftCommands.handle(shift.id(),
                new ShiftCommand.MarkNoShow(new Punctuality(Duration.ZERO, Duration.ZERO, after)));
    }

    /** "Not me": recorded, and the next are asked when nobody is left who may say yes. */
    public void decline(UUID person, UUID offer) {
        var officer = officers.ofPerson(person);
        var asked = store.asked(offer, officer.id()).orElseThrow(() -> new NotFound("replacement offer " + offer));
        var seat = seats.lock(asked.post());
        var search = store.lock(asked.replacement());
        var now = clock.instant();
        if (search.state() instanceof State.Searching && !store.answer(search.id(), officer.id(), "DECLINED", now))
            throw new Refused(StaffingRefusal.ALREADY_ANSWERED);
        apply(search, new ReplacementCommand.Decline(officer.id(), store.waiting(search.id(), now)));
        if (seat.canBeTaken()) opportunities.decline(officer.id(), asked.post());
    }

    /** Somebody has taken the post, on whichever way. */
    void filled(UUID post, UUID officer) {
        store.lockOfPost(post).ifPresent(search -> {
            store.answer(search.id(), officer, "ACCEPTED", clock.instant());
            apply(search, new ReplacementCommand.Fill(officer));
        });
    }

    void notNeeded(UUID post, String reason) {
        store.lockOfPost(post).ifPresent(search -> apply(search, new ReplacementCommand.Withdraw(reason)));
    }

    /** A coordinator stops asking, with their reason. */
    public void withdraw(UUID id, String reason) {
        seats.lock(store.postOf(id).orElseThrow(() -> new NotFound("replacement " + id)));
        apply(store.lock(id), new ReplacementCommand.Withdraw(reason));
    }

    private void apply(Replacement search, ReplacementCommand command) {
        var decided = search.decide(command, clock.instant()).orThrow();
        store.save(decided.state());
        for (var fact : decided.facts()) if (fact instanceof WaveSent wave) sent(search, wave);
        if (!(decided.state().state() instanceof State.Searching)) store.closeOthers(search.id());
        facts.tell(decided.facts());
    }

    /** Whose turn it is now may take the post on the page of offers too: the first valid acceptance wins. */
    private void sent(Replacement search, WaveSent wave) {
        store.ask(wave);
        store.widen(search.postId(), wave.rank());
    }
}
