package org.daywatch.staffing.offers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.staffing.StaffingEvent.ShiftAccepted;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.awards.methods.Method;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.officers.OfficerAccounts.OfficerFile;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.shifts.Reservations;
import org.daywatch.staffing.shifts.Seats.Seat;
import org.daywatch.staffing.shifts.Seats;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer takes a post. The first valid acceptance wins: the seat is locked, they are judged again, their time and
 * hours are reserved and the fact is told, all in one transaction. The others are told that it is taken.
 */
@Component
@Transactional
public class Acceptances {

    private static final int LONGEST_CALLER = 200;

    /** A call is written down soon; what is older than this was not a call about a post that is still open. */
    static final Duration CALL_WITHIN = Duration.ofHours(24);

    private final OfficerAccounts officers;
    private final Seats seats;
    private final ShiftStore shifts;
    private final Reservations reservations;
    private final EligibilityQueries eligibility;
    private final Texts texts;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;
    private final AwardMethods methods;

    Acceptances(OfficerAccounts officers, Seats seats, ShiftStore shifts, Reservations reservations,
            EligibilityQueries eligibility,
            Campuses campuses, Facts facts, Clock clock, Texts texts, AwardMethods methods) {
        this.methods = methods;
        this.officers = officers;
        this.seats = seats;
        this.shifts = shifts;
        this.reservations = reservations;
        this.eligibility = eligibility;
        this.texts = texts;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    /** The officer's own act. Pressing twice is accepting once: the second press finds the shift of the first. */
    public UUID accept(UUID person, UUID postId) {
        return take(postId, officers.ofPerson(person).id(), null, null);
    }

    /**
     * They said it on the phone; a coordinator writes down who called and when, and the officer confirms later by their
     * own act.
     */
    public UUID recordPhone(UUID postId, UUID officerId, Shift.Call call) {
        if (call.caller().isBlank() || call.caller().length() > LONGEST_CALLER)
            throw new InvalidInput("caller", call.caller(), "shifts.phone.wrong.caller");
        var now = clock.instant();
        if (call.at().isAfter(now) || call.at().isBefore(now.minus(CALL_WITHIN)))
            throw new InvalidInput("called", call.at().toString(), "shifts.phone.wrong.called");
        return take(postId, officerId, new Shift.Call(call.caller().strip(), call.at()), null);
    }

    /** Their standing consent for the school stands for their act; it must hold on the day of the post. */
    public UUID acceptByConsent(UUID postId, UUID officerId, UUID consent) {
        return take(postId, officerId, null, consent);
    }

    /**
     * They were asked by name because somebody is missing: no list of sign-ups and no turn of a department is waited
     * for.
     */
    public UUID acceptAsked(UUID person, UUID postId) {
        return take(postId, officers.ofPerson(person).id(), null, null, true);
    }

    private UUID take(UUID postId, UUID officerId, Shift.@Nullable Call call, @Nullable UUID consent) {
        return take(postId, officerId, call, consent, false);
    }

    private UUID take(UUID postId, UUID officerId, Shift.@Nullable Call call, @Nullable UUID consent, boolean asked) {
        var seat = seats.lock(postId);
        var officer = officers.lock(officerId);
        var now = clock.instant();
        var holder = shifts.holderOf(postId);
        if (holder.isPresent() && holder.get().officerId().equals(officerId)) return holder.get().id();
        if (holder.isPresent() || seat.state().equals("FILLED")) throw new Refused(StaffingRefusal.ALREADY_TAKEN);
        if (!seat.canBeTaken()) throw new Refused(StaffingRefusal.POST_NOT_OFFERED);
        if (!now.isBefore(seat.window().end())) throw new Refused(StaffingRefusal.POST_OVER);
        if (seat.heldForSomebodyElse(officerId, now)) throw new Refused(StaffingRefusal.HELD_FOR_ANOTHER);
        if (seat.state().equals("OPEN") && !asked) refuseWhereAwarded(postId, consent != null);
        return seated(seat, officer, new Shift.Acceptance(now, call, null, evidence(officer, seat, now), consent)).id();
    }

    /**
     * Those who sign up for it are waiting. A schedule is how an optimized award of many posts is made, so a standing
     * consent may go before.
     */
    private void refuseWhereAwarded(UUID postId, boolean byConsent) {
        var ruling = methods.ruling(postId);
        if (ruling.collects() && !(byConsent && ruling.method() == Method.OPTIMIZED))
            throw new Refused(StaffingRefusal.AWARDED_LATER);
    }

    /**
     * The post goes to an officer who signed up for it: that was their act, and it stands in the evidence. The seat and
     * their row are locked.
     */
    public UUID awarded(Seat seat, OfficerFile officer, String evidence) {
        return seated(seat, officer, new Shift.Acceptance(clock.instant(), null, null, evidence, null)).id();
    }

    /** Judged again under the lock, on what is true now; the judgment is kept with the shift. */
    String evidence(OfficerFile officer, Seat seat, Instant now) {
        var verdict = eligibility.judge(officer.id(), seat.postId());
        if (verdict.allowed()) return verdict.evidence(now);
        // Anyone who is asked by name has been asked, whatever the turn of their department.
        if (officer.id().equals(seat.heldFor())
                && verdict.reasons().stream().allMatch(f -> f.code().equals("DEPARTMENT_NOT_ASKED")))
            return verdict.evidence(now);
        if (verdict.reasons().stream().anyMatch(f -> f.code().equals("DEPARTMENT_NOT_ASKED")))
            throw new Refused(StaffingRefusal.NOT_POSTED_TO_YOU);
        var language = Acting.current().map(Actor::language).orElse("en");
        var words = verdict.reasons().stream().map(f -> f.say((key, args) -> texts.of(language, key, args), language))
                .collect(Collectors.joining(" "));
        throw new Refused(StaffingRefusal.NOT_ELIGIBLE, Map.of("rules", words));
    }

    Shift seated(Seat seat, OfficerFile officer, Shift.Acceptance acceptance) {
        var shift = new Shift(seat.agencyId(), Ids.next(), seat.districtId(), seat.schoolId(), seat.postId(),
                officer.id(), officer.personId(),
                officer.name(), officer.departmentId(), seat.window(), acceptance, new Shift.State.Scheduled(), 0);
        shifts.insert(shift, campuses.find(seat.schoolId()).map(c -> c.name()).orElse(""));
        reservations.reserve(shift);
        seats.fill(seat.postId());
        facts.tell(new ShiftAccepted(shift.agencyId(), shift.id(), acceptance.at(), shift.postId(), shift.officerId(),
                shift.schoolId(),
                shift.window(), acceptance.byPhone(), acceptance.consent(),
                acceptance.call() == null ? null : acceptance.call().at()));
        return shift;
    }
}
