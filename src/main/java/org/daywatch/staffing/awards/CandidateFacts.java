package org.daywatch.staffing.awards;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.staffing.awards.Award.Unsigned;
import org.daywatch.staffing.awards.methods.Ruling;
import org.daywatch.staffing.eligibility.EligibilityQueries.JudgedOfficer;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.fairness.OpportunityLedger;
import org.daywatch.staffing.schedules.weeks.DayProblems;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what an award asks of those who signed up, under the locks of the award. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CandidateFacts {

    private static final Duration KNOWN = Duration.ofDays(120);

    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final OpportunityLedger ledger;
    private final DayProblems days;

    CandidateFacts(DSLContext db, EligibilityQueries eligibility, OpportunityLedger ledger, DayProblems days) {
        this.days = days;
        this.db = db;
        this.eligibility = eligibility;
        this.ledger = ledger;
    }

    /** @param elsewhere those whose time turned out to be taken by somebody else's booking */
    List<Candidate> gather(Award.Place place, Ruling ruling, Collection<SignUps.SignUp> signUps, Set<UUID> elsewhere,
            java.time.Instant now) {
        var officers = signUps.stream().map(SignUps.SignUp::officer).toList();
        var post = eligibility.post(place.post());
        Map<UUID, JudgedOfficer> judged = eligibility.judgeOfficers(place.post(), officers).stream()
                .collect(Collectors.toMap(j -> j.officer().id(), Function.identity()));
        var credits = ledger.credits(officers, place.window().start(), Duration.ofDays(ruling.days()));
        var turns = ledger.lastTurns(officers);
        var known = daysAt(place, officers);
        Map<UUID, LocalDate> hired = new java.util.HashMap<>();
        db.select(OFFICER.ID, OFFICER.HIRED_ON).from(OFFICER).where(OFFICER.ID.in(officers))
                .forEach(r -> hired.put(r.get(OFFICER.ID), r.get(OFFICER.HIRED_ON)));
        return signUps.stream().map(s -> {
            var one = judged.get(s.officer());
            var credit = credits.get(s.officer());
            var facts = new Candidate.Facts(hired.get(s.officer()), credit.credited().toMinutes(), credit.newcomer(),
                    turns.getOrDefault(s.officer(), s.signedAt()),
                    known.getOrDefault(s.officer(), 0), one.wished(post).size());
            return new Candidate(s.officer(), s.id(), s.signedAt(), facts,
                    AwardRecord.JSON.readTree(one.verdict().evidence(now)), elsewhere.contains(s.officer()));
        }).toList();
    }

    /** What every other active officer could have had, and what the engine is asked where the method asks it. */
    Award.More more(Award.Place place, Ruling ruling, Collection<SignUps.SignUp> signUps, java.time.Instant now) {
        var wanting = signUps.stream().map(SignUps.SignUp::officer).collect(Collectors.toSet());
        var unsigned = eligibility.judgeOfficers(place.post()).stream().filter(j -> !wanting.contains(j.officer().id()))
                .sorted(Comparator.comparing(j -> j.officer().id().toString())).map(j -> unsigned(j, now)).toList();
        return new Award.More(ruling.asksEngine()
                ? EngineWorth.problem(days.of(place.post(), place.day()), place.post(), wanting)
                : null, unsigned);
    }

    /** What stood against them, and no more: the record is kept for as many officers as there are. */
    private static Unsigned unsigned(JudgedOfficer one, java.time.Instant now) {
        var all = AwardRecord.JSON.readTree(one.verdict().evidence(now));
        var kept = AwardRecord.JSON.createObjectNode();
        kept.set("failed", all.path("failed"));
        kept.set("approvals", all.path("approvals"));
        return new Unsigned(one.officer().id(), kept);
    }

    private Map<UUID, Integer> daysAt(Award.Place place, Collection<UUID> officers) {
        var shifts = DSL.count();
        return db.select(SHIFT.OFFICER_ID, shifts).from(SHIFT).where(SHIFT.OFFICER_ID.in(officers))
                .and(SHIFT.SCHOOL_ID.eq(place.school())).and(SHIFT.STATE.eq("ENDED"))
                .and(SHIFT.STARTS_AT.ge(place.window().start().minus(KNOWN)))
                .and(SHIFT.STARTS_AT.lt(place.window().start()))
                .groupBy(SHIFT.OFFICER_ID).fetchMap(r -> r.get(SHIFT.OFFICER_ID), r -> r.get(shifts));
    }
}
