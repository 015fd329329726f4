package org.daywatch.emergencies.tips;

import static org.daywatch_db.emergencies.Tables.TIP;
import static org.daywatch_db.emergencies.Tables.TIP_GROUP;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.tips.TipEvent.TipsCameIn;
import org.daywatch.emergencies.tips.TipEvent.TipsDecided;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.claims.ClaimFindings;
import org.daywatch.emergencies.tips.Tips.Decision;
import org.daywatch.emergencies.tips.Tips.How;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.emergencies.tables.records.TipGroupRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes tips in and keeps what was decided. It knows no way to raise an alert. */
@Component
@Transactional
public class TipDesk {

    private final DSLContext db;
    private final ClaimFindings findings;
    private final IncidentStore incidents;
    private final IncidentCommands timeline;
    private final TipNotices notices;
    private final ProgramRules rules;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    TipDesk(DSLContext db, ClaimFindings findings, IncidentStore incidents, IncidentCommands timeline,
            TipNotices notices, ProgramRules rules, Facts facts, Live live, Clock clock) {
        this.db = db;
        this.findings = findings;
        this.incidents = incidents;
        this.timeline = timeline;
        this.notices = notices;
        this.rules = rules;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** What was said. @param room as it was said, empty where none was named */
    public record Said(How how, String room, String words) {}

    /**
     * @param agency that runs the school's program; @param form the same form twice is one tip. @return the group it
     * belongs to
     */
    public UUID take(UUID agency, Campus school, Said said, By by, UUID form) {
        var before = db.select(TIP.GROUP_ID).from(TIP).where(TIP.AGENCY_ID.eq(agency)).and(TIP.ID.eq(form))
                .fetchOptional(TIP.GROUP_ID);
        if (before.isPresent()) return before.get();
        Instant now = clock.instant();
        var incident = incidents.goingOn(school.id());
        var found = findings.of(incident, school, said.room(), now.atZone(school.zone()));
        UUID group = group(agency, school, by, now);
        var t = TIP;
        int stored = db.insertInto(t).set(t.AGENCY_ID, agency).set(t.ID, form).set(t.GROUP_ID, group)
                .set(t.DISTRICT_ID, school.districtId()).set(t.HOW, said.how().name())
                .set(t.ROOM, said.room()).set(t.WORDS, said.words()).set(t.FINDINGS, found.toArray(String[]::new))
                .set(t.SAID_AT, now).set(t.BY_PERSON, by.person())
                .set(t.BY_NAME, by.name()).onConflictDoNothing().execute();
        if (stored == 1) ring(agency, school.districtId());
        return group;
    }

    /** The one that waits, or a new one. Its row is held until the end, so that of many at once one tells. */
    private UUID group(UUID agency, Campus school, By by, Instant now) {
        var g = TIP_GROUP;
        UUID fresh = Ids.next();
        int opened = db.insertInto(g).set(g.AGENCY_ID, agency).set(g.ID, fresh).set(g.DISTRICT_ID, school.districtId())
                .set(g.SCHOOL_ID, school.id()).set(g.OPENED_AT, now)
                .set(g.TOLD_AT, now).onConflictDoNothing().execute();
        if (opened == 1) {
            facts.tell(new TipsCameIn(agency, fresh, now, school.districtId(), school.id(), by.name()));
            incidents.goingOn(school.id()).ifPresent(i -> timeline.write(i.id(), "TipsCameIn", "", "", by));
            notices.tell(agency, school, fresh, by, now);
            return fresh;
        }
        var waiting = db.selectFrom(g).where(g.AGENCY_ID.eq(agency)).and(g.SCHOOL_ID.eq(school.id()))
                .and(g.DECISION.isNull()).forUpdate().fetchOptional();
        if (waiting.isEmpty()) return group(agency, school, by, now); // decided between the two: this one is news again
        tellAgain(waiting.get(), school, by, now);
        return waiting.get().getId();
    }

    private void tellAgain(TipGroupRecord waiting, Campus school, By by, Instant now) {
        var pause = Duration.ofMinutes(rules.book()
                .get("TIP_TOLD_AGAIN", now.atZone(school.zone()).toLocalDate(), RuleBook.state(school.state()))
                .number());
        if (waiting.getToldAt().plus(pause).isAfter(now)) return;
        var g = TIP_GROUP;
        db.update(g).set(g.TOLD_AT, now).where(g.AGENCY_ID.eq(waiting.getAgencyId())).and(g.ID.eq(waiting.getId()))
                .execute();
        notices.tell(waiting.getAgencyId(), school, waiting.getId(), by, now);
    }

    /** @throws Refused when somebody else has decided already; @throws NotFound when there is none */
    public void decide(UUID group, Decision decision, String reason, By by) {
        var g = TIP_GROUP;
        var waiting = db.selectFrom(g).where(g.ID.eq(group)).forUpdate().fetchOptional()
                .orElseThrow(() -> new NotFound("tips " + group));
        if (waiting.getDecision() != null)
            throw new Refused(IncidentRefusal.TIPS_DECIDED, Map.of("name", waiting.getDecidedName()));
        Instant now = clock.instant();
        db.update(g).set(g.DECISION, decision.name()).set(g.REASON, reason).set(g.DECIDED_AT, now)
                .set(g.DECIDED_BY, by.person()).set(g.DECIDED_NAME, by.name())
                .where(g.AGENCY_ID.eq(waiting.getAgencyId())).and(g.ID.eq(group)).execute();
        int tips = db.fetchCount(TIP, TIP.GROUP_ID.eq(group));
        facts.tell(new TipsDecided(waiting.getAgencyId(), group, now, waiting.getDistrictId(), waiting.getSchoolId(),
                decision.name(), reason, tips, by.name()));
        ring(waiting.getAgencyId(), waiting.getDistrictId());
    }

    private void ring(UUID agency, UUID district) {
        live.ring("tips", agency);
        live.ring("tips", district);
    }
}
