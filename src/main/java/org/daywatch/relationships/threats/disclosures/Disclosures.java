package org.daywatch.relationships.threats.disclosures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.disclosures.Disclosure.Asked;
import org.daywatch.relationships.threats.disclosures.Disclosure.Recipient;
import org.daywatch.relationships.threats.disclosures.Disclosure.To;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record of disclosures of a case, and how it is added to. The district is bound. */
@Component
@Transactional
public class Disclosures {

    /** An officer who was at the school within so many days can be chosen by name. */
    private static final int DAYS_BACK = 60;

    private final DisclosureStore store;
    private final ThreatDoor door;
    private final ThreatRules rules;
    private final SchoolOfficers officers;
    private final Organizations organizations;
    private final OnBehalf onBehalf;
    private final Notifications notifications;
    private final Texts texts;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    Disclosures(DisclosureStore store, ThreatDoor door, ThreatRules rules, SchoolOfficers officers,
            Organizations organizations, OnBehalf onBehalf, Notifications notifications, Texts texts, AuditLog audit,
            Facts facts, Clock clock) {
        this.store = store;
        this.door = door;
        this.rules = rules;
        this.officers = officers;
        this.organizations = organizations;
        this.onBehalf = onBehalf;
        this.notifications = notifications;
        this.texts = texts;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** The latest first. @throws NotFound where they may not read the record */
    @Transactional(readOnly = true)
    public List<Disclosure> of(Entrance at, ThreatCase c) {
        if (!door.mayReadDisclosures(at, c)) throw new NotFound("the disclosures of " + c.id());
        return store.of(c.id());
    }

    /** The same where the door has found that the record is theirs to keep or to read. */
    @Transactional(readOnly = true)
    public List<Disclosure> kept(ThreatDoor.Seen seen) {
        return store.of(seen.threat().id());
    }

    @Transactional(readOnly = true)
    public List<DisclosureGround> grounds(LocalDate day) {
        return store.grounds(day);
    }

    /** Officers of late at the school, by name, then the departments of the program. */
    public List<Recipient> known(Entrance at) {
        var known = new ArrayList<Recipient>();
        officers.since(at.school().id(), at.today().minusDays(DAYS_BACK)).stream()
                .map(o -> new Recipient(To.OFFICER, o.person(), o.name())).forEach(known::add);
        onBehalf.run(organizations.agencyOf(at.school().districtId()), () -> organizations.listOwn("DEPARTMENT")
                .forEach(d -> known.add(new Recipient(To.DEPARTMENT, d.id(), d.name()))));
        return known;
    }

    public void add(Entrance at, ThreatCase c, Asked asked) {
        of(at, c);
        var to = asked.recipient();
        boolean kept = to.id() != null && door.isKeptFrom(at.school(), c, to.to() == To.OFFICER ? to.id() : null);
        var limits = new Disclosure.Limits(rules.fewestDisclosureWords(at.school(), at.today()),
                rules.mostDisclosureHours(at.school(), at.today()), kept);
        var decided = Disclosure.of(c, Ids.next(), asked, limits, clock.instant(), at.by()).orThrow();
        store.insert(decided.state());
        facts.tell(decided.facts());
        if (to.to() == To.OFFICER && to.id() != null)
            notifications.tell(notice(at, decided.state()),
                    Audience.person(organizations.agencyOf(c.district()), to.id()));
    }

    /** Whoever reads it now reads it no longer. */
    public void end(Entrance at, ThreatCase c, UUID id) {
        var one = of(at, c).stream().filter(d -> d.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("disclosure " + id));
        var decided = one.end(c.school(), clock.instant(), at.by()).orThrow();
        store.end(decided.state());
        facts.tell(decided.facts());
    }

    /** Which school, and no word more: messages are read on locked screens. */
    private Notice notice(Entrance at, Disclosure d) {
        String school = at.school().name();
        return Notice.of("RECORD_DISCLOSED", "/disclosed/" + d.id(),
                language -> new Notice.Words(texts.of(language, "disclosures.notice.subject", school),
                        texts.of(language, "disclosures.notice.body", school)));
    }

    @Transactional(readOnly = true)
    List<Disclosure> openTo(List<UUID> recipients) {
        return store.openTo(recipients, now());
    }

    void read(Disclosure d) {
        audit.read("DisclosedThreatCase", "threat case " + d.caseId(), java.util.Map.of("disclosure", d.id()));
    }

    public Instant now() {
        return clock.instant();
    }
}
