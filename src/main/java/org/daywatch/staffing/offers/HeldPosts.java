package org.daywatch.staffing.offers;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.HeldPostDeclined;
import org.daywatch.staffing.fairness.Opportunities;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.shifts.Seats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A post kept for an officer by name: their no gives it back at once, so that somebody else can be asked. */
@Component
@Transactional
public class HeldPosts {

    private final OfficerAccounts officers;
    private final Seats seats;
    private final PostCommands posts;
    private final Opportunities opportunities;
    private final Facts facts;
    private final Clock clock;

    HeldPosts(OfficerAccounts officers, Seats seats, PostCommands posts, Opportunities opportunities, Facts facts,
            Clock clock) {
        this.officers = officers;
        this.seats = seats;
        this.posts = posts;
        this.opportunities = opportunities;
        this.facts = facts;
        this.clock = clock;
    }

    /** Free again for others; the hours count as offered to them. @throws NotFound where it is not kept for them */
    public void decline(UUID person, UUID post) {
        var officer = officers.ofPerson(person);
        var seat = seats.lock(post);
        if (!seat.state().equals("HELD") || !officer.id().equals(seat.heldFor()))
            throw new NotFound("post kept for you " + post);
        opportunities.decline(officer.id(), post);
        posts.release(post);
        facts.tell(new HeldPostDeclined(Tenancy.tenant(), post, clock.instant(), officer.id()));
    }
}
