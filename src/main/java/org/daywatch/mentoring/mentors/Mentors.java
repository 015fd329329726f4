package org.daywatch.mentoring.mentors;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.mentoring.mentors.MentorEvent.MentorEnded;
import org.daywatch.mentoring.mentors.MentorScreening.Missing;
import org.daywatch.mentoring.mentors.MentorScreening.Passed;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.days.OfficerDays;
import org.daywatch.staffing.days.OfficerDays.OfDistrict;
import org.daywatch.staffing.OfficerFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agency screens officers as mentors. The agency is bound. */
@Component
@Transactional
public class Mentors {

    /** Officers who had a shift in the last weeks, or have one to come. */
    private static final int LATELY = 60;

    private final MentorStore store;
    private final OfficerFiles files;
    private final OfficerDays days;
    private final ProgramRules rules;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Facts facts;
    private final HomeTime home;
    private final Clock clock;

    Mentors(MentorStore store, OfficerFiles files, OfficerDays days, ProgramRules rules, Organizations organizations,
            AuditLog audit, Facts facts, HomeTime home, Clock clock) {
        this.store = store;
        this.files = files;
        this.days = days;
        this.rules = rules;
        this.organizations = organizations;
        this.audit = audit;
        this.facts = facts;
        this.home = home;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Mentor> list() {
        return store.list();
    }

    /** Whom the agency may screen, with the districts they work in. */
    @Transactional(readOnly = true)
    public List<OfDistrict> officers() {
        return days.officers(clock.instant().minus(java.time.Duration.ofDays(LATELY)));
    }

    /** @throws InvalidInput where a paper is missing */
    public void screen(UUID agency, OfDistrict who, Set<String> interests, Set<String> languages, int most) {
        if (!(screening(who) instanceof Passed passed))
            throw new InvalidInput("officer", who.name(), "mentors.wrong.papers");
        store.save(new Mentor(agency, who.district(), who.person(), who.officer(), who.name(), interests, languages,
                most, home.today(), passed, null));
        audit.act("MentorScreened", "officer " + who.officer(), Map.of("until", passed.until().toString()));
    }

    /** What their papers come to today. */
    @Transactional(readOnly = true)
    public MentorScreening screening(OfDistrict who) {
        return screening(who.officer(), who.district(), home.today());
    }

    /** Looks at all papers anew: whoever lost one mentors no more. @return how many */
    public int screenAnew() {
        int lost = 0;
        for (var m : store.list()) {
            if (m.endedOn() != null) continue;
            if (screening(m.officer(), m.district(), home.today()) instanceof Missing) {
                end(m);
                lost++;
            }
        }
        return lost;
    }

    public void end(Mentor m) {
        store.end(m, home.today());
        facts.tell(new MentorEnded(m.agency(), m.officer(), clock.instant(), m.district(), m.person()));
    }

    private MentorScreening screening(UUID officer, UUID district, LocalDate day) {
        return MentorScreening.of(files.papers(List.of(officer)).getOrDefault(officer, List.of()), day,
                BigDecimal.valueOf(rule("MENTOR_TRAINING", district, day)), rule("MENTOR_SCREENING", district, day));
    }

    private int rule(String code, UUID district, LocalDate day) {
        var state = organizations.find(district).map(Organizations.Organization::state).orElse(null);
        var scope = "DISTRICT:" + district;
        var rule = state == null
                ? rules.book().get(code, day, scope)
                : rules.book().get(code, day, scope, RuleBook.state(state));
        return rule.number();
    }
}
