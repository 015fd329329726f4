package org.daywatch.emergencies.tips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.claims.ClaimFindings;
import org.daywatch.emergencies.tips.TipEvent.TipsCameIn;
import org.daywatch.emergencies.tips.TipEvent.TipsDecided;
import org.daywatch.emergencies.tips.Tips.Decision;
import org.daywatch.emergencies.tips.Tips.How;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes tips in and keeps what was decided. It knows no way to raise an alert. */
@Component
@Transactional
public class TipDesk {

    private final TipStore store;
    private final ClaimFindings findings;
    private final IncidentStore incidents;
    private final IncidentCommands timeline;
    private final TipNotices notices;
    private final ProgramRules rules;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    TipDesk(TipStore store, ClaimFindings findings, IncidentStore incidents, IncidentCommands timeline,
            TipNotices notices, ProgramRules rules, Facts facts, Live live, Clock clock) {
        this.store = store;
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
        var before = store.groupOf(agency, form);
        if (before.isPresent()) return before.get();
        Instant now = clock.instant();
        var incident = incidents.goingOn(school.id());
        var found = findings.of(incident, school, said.room(), now.atZone(school.zone()));
        UUID group = group(agency, school, by, now);
        if (store.insert(agency, school.districtId(), form, group, said, found, by, now))
            ring(agency, school.districtId());
        return group;
    }

    /** The one that waits, or a new one. Its row is held until the end, so that of many at once one tells. */
    private UUID group(UUID agency, Campus school, By by, Instant now) {
        UUID fresh = Ids.next();
        if (store.opens(agency, fresh, school, now)) {
            facts.tell(new TipsCameIn(agency, fresh, now, school.districtId(), school.id(), by.name()));
            incidents.goingOn(school.id()).ifPresent(i -> timeline.write(i.id(), "TipsCameIn", "", "", by));
            notices.tell(agency, school, fresh, by, now);
            return fresh;
        }
        var waiting = store.waiting(agency, school.id());
        if (waiting.isEmpty()) return group(agency, school, by, now); // decided between the two: this one is news again
        tellAgain(waiting.get(), school, by, now);
        return waiting.get().id();
    }

    private void tellAgain(TipStore.Group waiting, Campus school, By by, Instant now) {
        var pause = Duration.ofMinutes(rules.book()
                .get("TIP_TOLD_AGAIN", now.atZone(school.zone()).toLocalDate(), RuleBook.state(school.state()))
                .number());
        if (waiting.toldAt().plus(pause).isAfter(now)) return;
        store.toldAgain(waiting, now);
        notices.tell(waiting.agency(), school, waiting.id(), by, now);
    }

    /** @throws Refused when somebody else has decided already; @throws NotFound when there is none */
    public void decide(UUID group, Decision decision, String reason, By by) {
        var waiting = store.lock(group).orElseThrow(() -> new NotFound("tips " + group));
        if (waiting.decidedBy() != null)
            throw new Refused(IncidentRefusal.TIPS_DECIDED, Map.of("name", waiting.decidedBy()));
        Instant now = clock.instant();
        int tips = store.decided(waiting, decision, reason, by, now);
        facts.tell(new TipsDecided(waiting.agency(), group, now, waiting.district(), waiting.school(), decision.name(),
                tips, by.name()));
        ring(waiting.agency(), waiting.district());
    }

    private void ring(UUID agency, UUID district) {
        live.ring("tips", agency);
        live.ring("tips", district);
    }
}
