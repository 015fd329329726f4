package org.daywatch.staffing.fairness;

import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.OPPORTUNITY_GATHERING;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.AwardEvent.OfferDeclined;
import org.daywatch.staffing.AwardEvent.OfferReconsidered;
import org.daywatch.staffing.StaffingEvent.PostsPosted;
import org.daywatch.staffing.StaffingEvent.PostsWidened;
import org.daywatch.staffing.eligibility.Eligibility;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.PostFacts;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills the ledger from what is true: posts an officer may take now were shown to them; what they accepted, declined or
 * gave back stands in shifts, trades and sign-offs. Each post counts once for each officer, however often this runs.
 */
@Component
@Transactional
public class Opportunities {

    /** So far ahead offers are listed; what lies further away is not yet a chance they see. */
    private static final int DAYS_AHEAD = 14;
    private static final Duration AT_LATEST = Duration.ofHours(1);

    private final HomeTime home;
    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final OpportunityOutcomes outcomes;
    private final OnBehalf onBehalf;
    private final Facts facts;
    private final Clock clock;

    Opportunities(DSLContext db, EligibilityQueries eligibility, OpportunityOutcomes outcomes, OnBehalf onBehalf,
            Facts facts, HomeTime home, Clock clock) {
        this.home = home;
        this.onBehalf = onBehalf;
        this.db = db;
        this.eligibility = eligibility;
        this.outcomes = outcomes;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Outcomes each time. @return whether it is time to see again who could take what: posts were offered since, or an
     * hour has passed
     */
    public boolean due() {
        var now = clock.instant();
        outcomes.take(now);
        db.insertInto(OPPORTUNITY_GATHERING).set(OPPORTUNITY_GATHERING.AGENCY_ID, Tenancy.tenant())
                .set(OPPORTUNITY_GATHERING.DUE, true).onConflictDoNothing().execute();
        return db.update(OPPORTUNITY_GATHERING).set(OPPORTUNITY_GATHERING.DUE, false)
                .set(OPPORTUNITY_GATHERING.GATHERED_AT, now).where(OPPORTUNITY_GATHERING.DUE.isTrue()
                        .or(OPPORTUNITY_GATHERING.GATHERED_AT.isNull())
                        .or(OPPORTUNITY_GATHERING.GATHERED_AT.lt(now.minus(AT_LATEST))))
                .execute() == 1;
    }

    /** What became of offers so far. */
    public void settle() {
        outcomes.take(clock.instant());
    }

    /**
     * Every post each active officer could take now, from facts gathered once for all. @return chances not seen before
     */
    public int gather() {
        var now = clock.instant();
        var today = home.day(now);
        var field = eligibility.field(today, today.plusDays(DAYS_AHEAD));
        var open = db.select(POST.ID, POST.HELD_FOR).from(POST)
                .where(POST.DAY.between(today, today.plusDays(DAYS_AHEAD))).and(POST.STATE.in("OPEN", "HELD"))
                .and(POST.STARTS_AT.gt(now)).fetchMap(POST.ID, POST.HELD_FOR);
        var free = field.posts().stream().filter(p -> open.containsKey(p.id())).toList();
        int seen = 0;
        for (var officer : field.officers()) {
            var department = field.departments().get(officer.departmentId());
            seen += insert(officer.id(), free.stream()
                    .filter(p -> open.get(p.id()) == null || officer.id().equals(open.get(p.id())))
                    .filter(p -> Eligibility
                            .judge(officer, department, p, field.ledgers().get(officer.id()), field.rules()).allowed())
                    .toList());
        }
        outcomes.take(now);
        return seen;
    }

    /**
     * "Not for me": an officer's own act. It earns them nothing, and costs them nothing but that the hours count as
     * offered.
     */
    public void decline(UUID officer, UUID post) {
        var found = db.selectFrom(POST).where(POST.ID.eq(post)).and(POST.STATE.in("OPEN", "HELD")).fetchOptional()
                .orElseThrow(() -> new NotFound("offer " + post));
        var now = clock.instant();
        insert(officer, List.of(eligibility.post(found.getId())));
        int hit = db.update(OPPORTUNITY).set(OPPORTUNITY.DECLINED_AT, now).where(OPPORTUNITY.OFFICER_ID.eq(officer))
                .and(OPPORTUNITY.POST_ID.eq(post)).and(OPPORTUNITY.DECLINED_AT.isNull()).execute();
        if (hit == 1) facts.tell(new OfferDeclined(Tenancy.tenant(), post, now, officer));
    }

    @Transactional(readOnly = true)
    public boolean declined(UUID officer, UUID post) {
        return db.fetchExists(OPPORTUNITY, OPPORTUNITY.OFFICER_ID.eq(officer).and(OPPORTUNITY.POST_ID.eq(post))
                .and(OPPORTUNITY.DECLINED_AT.isNotNull()));
    }

    /** They thought again. */
    public void reconsider(UUID officer, UUID post) {
        int hit = db.update(OPPORTUNITY).setNull(OPPORTUNITY.DECLINED_AT).where(OPPORTUNITY.OFFICER_ID.eq(officer))
                .and(OPPORTUNITY.POST_ID.eq(post))
                .and(OPPORTUNITY.DECLINED_AT.isNotNull()).execute();
        if (hit == 1) facts.tell(new OfferReconsidered(Tenancy.tenant(), post, clock.instant(), officer));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PostsPosted fact) {
        offered(fact.tenant());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PostsWidened fact) {
        offered(fact.tenant());
    }

    private void offered(UUID agency) {
        onBehalf.run(agency, () -> db.insertInto(OPPORTUNITY_GATHERING).set(OPPORTUNITY_GATHERING.AGENCY_ID, agency)
                .set(OPPORTUNITY_GATHERING.DUE, true)
                .onConflict(OPPORTUNITY_GATHERING.AGENCY_ID).doUpdate().set(OPPORTUNITY_GATHERING.DUE, true).execute());
    }

    private int insert(UUID officer, List<PostFacts> posts) {
        var rows = new ArrayList<org.jooq.Query>();
        for (var post : posts) {
            rows.add(db.insertInto(OPPORTUNITY).set(OPPORTUNITY.AGENCY_ID, Tenancy.tenant())
                    .set(OPPORTUNITY.OFFICER_ID, officer).set(OPPORTUNITY.POST_ID, post.id())
                    .set(OPPORTUNITY.DAY, post.day()).set(OPPORTUNITY.MINUTES, (int) post.window().minutes())
                    .set(OPPORTUNITY.SHOWN_AT, clock.instant()).onConflictDoNothing());
        }
        return rows.isEmpty() ? 0 : java.util.Arrays.stream(db.batch(rows).execute()).sum();
    }
}
