package org.daywatch.staffing.awards;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.AwardEvent.PostAwarded;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.awards.methods.Ruling;
import org.daywatch.staffing.fairness.Opportunities;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.officers.OfficerAccounts.OfficerFile;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.shifts.Seats.Seat;
import org.daywatch.staffing.shifts.Seats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Awards posts whose time for signing up is over. The post is locked, then every officer who signed up in the order of
 * their ids; they are judged, ranked, and the first has the shift, with their signing up as the act behind it. One
 * transaction.
 */
@Component
public class Awards {

    private final Seats seats;
    private final AwardMethods methods;
    private final AwardQueries queries;
    private final SignUpStore signUps;
    private final CandidateFacts candidates;
    private final AwardStore store;
    private final Acceptances acceptances;
    private final OfficerAccounts officers;
    private final Opportunities opportunities;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Awards(Seats seats, AwardMethods methods, AwardQueries queries, SignUpStore signUps, CandidateFacts candidates,
            AwardStore store, Acceptances acceptances, OfficerAccounts officers,
            Opportunities opportunities, Campuses campuses, Facts facts, Clock clock,
            PlatformTransactionManager transactions) {
        this.seats = seats;
        this.methods = methods;
        this.queries = queries;
        this.signUps = signUps;
        this.candidates = candidates;
        this.store = store;
        this.acceptances = acceptances;
        this.officers = officers;
        this.opportunities = opportunities;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Every post of the bound agency whose time has come, the one that begins first before the others. @return how many
     * were decided
     */
    public int awardDue() {
        var now = clock.instant();
        var due = queries.rulings().values().stream().filter(r -> !now.isBefore(r.closesAt())).map(Ruling::post)
                .toList();
        if (due.isEmpty()) return 0;
        opportunities.settle();
        return (int) due.stream().filter(post -> award(post).isPresent()).count();
    }

    /** @return the award; empty where the post is not to be awarded, or not yet, or somebody was first */
    public Optional<UUID> award(UUID post) {
        var elsewhere = new HashSet<UUID>();
        while (true) {
            var trying = new UUID[1];
            try {
                return transaction.execute(t -> decide(post, elsewhere, trying));
            } catch (Refused refused) {
                // Booked by somebody whose rows cannot be seen: they are out, the next one is tried, and the record says so.
                if (refused.code() != StaffingRefusal.NOT_AVAILABLE_THEN || trying[0] == null
                        || !elsewhere.add(trying[0]))
                    throw refused;
            }
        }
    }

    private Optional<UUID> decide(UUID post, Set<UUID> elsewhere, UUID[] trying) {
        var seat = seats.lock(post);
        var ruling = methods.ruling(post);
        var now = clock.instant();
        if (!seat.state().equals("OPEN") || !ruling.collects() || now.isBefore(ruling.closesAt())
                || !now.isBefore(seat.window().start()))
            return Optional.empty();
        var wanting = signUps.of(post);
        var files = wanting.stream().map(s -> officers.lock(s.officer())).toList();
        var place = place(seat);
        var award = Award.decide(Ids.next(), seat.agencyId(), place, ruling,
                candidates.gather(place, ruling, wanting, elsewhere, now), candidates.more(place, ruling, wanting, now),
                now);
        var winner = award.winner();
        trying[0] = winner.map(Candidate::officer).orElse(null);
        var shift = winner.map(w -> acceptances.awarded(seat, file(files, w), evidence(w, award))).orElse(null);
        var record = AwardRecord.write(award);
        var digest = AwardRecord.digest(record);
        store.insert(award, shift, record, digest);
        var others = wanting.stream().map(SignUps.SignUp::officer).filter(o -> !o.equals(trying[0])).toList();
        facts.tell(new PostAwarded(seat.agencyId(), award.id(), now, post, seat.schoolId(), seat.window(),
                ruling.method().name(), trying[0], shift, others, digest));
        return Optional.of(award.id());
    }

    private Award.Place place(Seat seat) {
        var campus = campuses.find(seat.schoolId()).orElseThrow();
        return new Award.Place(seat.postId(), seat.schoolId(), campus.name(), campus.zone(), seat.day(), seat.window(),
                seat.role());
    }

    /** The verdict that let them in, and the act by which they asked for it (29 CFR 553.227). */
    private static String evidence(Candidate winner, Award award) {
        var json = (ObjectNode) winner.verdict().deepCopy();
        json.putObject("act").put("kind", "SIGN_UP").put("id", winner.signUp().toString())
                .put("at", winner.signedUpAt().toString()).put("award", award.id().toString());
        return AwardRecord.JSON.writeValueAsString(json);
    }

    private static OfficerFile file(List<OfficerFile> files, Candidate winner) {
        return files.stream().filter(f -> f.id().equals(winner.officer())).findFirst().orElseThrow();
    }
}
