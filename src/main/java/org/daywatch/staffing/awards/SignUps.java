package org.daywatch.staffing.awards;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.staffing.AwardEvent.SignUpWithdrawn;
import org.daywatch.staffing.AwardEvent.SignedUp;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.shifts.Seats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer says that they want a post, by their own act and nobody else's; until signing up ends they may take it
 * back.
 */
@Component
@Transactional
public class SignUps {

    private final SignUpStore store;
    private final Seats seats;
    private final AwardMethods methods;
    private final OfficerAccounts officers;
    private final EligibilityQueries eligibility;
    private final Texts texts;
    private final Facts facts;
    private final Clock clock;

    SignUps(SignUpStore store, Seats seats, AwardMethods methods, OfficerAccounts officers,
            EligibilityQueries eligibility, Texts texts, Facts facts, Clock clock) {
        this.store = store;
        this.seats = seats;
        this.methods = methods;
        this.officers = officers;
        this.eligibility = eligibility;
        this.texts = texts;
        this.facts = facts;
        this.clock = clock;
    }

    public record SignUp(UUID id, UUID post, UUID officer, Instant signedAt) {}

    /**
     * Pressing twice is signing up once. Anyone who lacks only their department's word may sign up; they are judged
     * again when the post is awarded.
     */
    public UUID sign(UUID person, UUID post) {
        var officer = officers.ofPerson(person);
        open(post);
        var standing = store.find(post, officer.id());
        if (standing.isPresent()) return standing.get().id();
        var verdict = eligibility.judge(officer.id(), post);
        if (verdict.failed().stream().anyMatch(f -> f.code().equals("DEPARTMENT_NOT_ASKED")))
            throw new Refused(StaffingRefusal.NOT_POSTED_TO_YOU);
        if (!verdict.failed().isEmpty()) {
            var language = Acting.current().map(Actor::language).orElse("en");
            throw new Refused(StaffingRefusal.NOT_ELIGIBLE, Map.of("rules", verdict.failed().stream()
                    .map(f -> f.say((key, args) -> texts.of(language, key, args), language))
                    .collect(Collectors.joining(" "))));
        }
        var id = Ids.next();
        var now = clock.instant();
        store.insert(new SignUp(id, post, officer.id(), now), person);
        facts.tell(new SignedUp(Tenancy.tenant(), post, now, id, officer.id()));
        return id;
    }

    public void withdraw(UUID person, UUID post) {
        var officer = officers.ofPerson(person);
        open(post);
        var now = clock.instant();
        if (!store.withdrawn(post, officer.id(), now)) throw new Refused(StaffingRefusal.NOT_SIGNED_UP);
        facts.tell(new SignUpWithdrawn(Tenancy.tenant(), post, now, officer.id()));
    }

    /** Under the post's lock: an award and a late sign-up come one after the other. */
    private void open(UUID post) {
        var seat = seats.lock(post);
        var ruling = methods.ruling(post);
        if (!seat.state().equals("OPEN") || !ruling.collects() || !clock.instant().isBefore(ruling.closesAt()))
            throw new Refused(StaffingRefusal.SIGN_UP_CLOSED);
    }
}
