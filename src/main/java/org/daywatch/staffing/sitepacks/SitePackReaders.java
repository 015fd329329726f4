package org.daywatch.staffing.sitepacks;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.errors.Refused;
import org.daywatch.staffing.StaffingRefusal;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which officers read where a school keeps its keys: who is on post there, who will be before long, and all of them
 * while an emergency there is real.
 */
@Component
@Transactional(readOnly = true)
public class SitePackReaders {

    private final DSLContext db;
    private final ProgramRules rules;
    private final ObjectProvider<RealEmergencies> emergencies;
    private final Clock clock;

    SitePackReaders(DSLContext db, ProgramRules rules, ObjectProvider<RealEmergencies> emergencies, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    public boolean mayRead(UUID person, UUID school) {
        var now = clock.instant();
        return db.fetchExists(SHIFT, SHIFT.PERSON_ID.eq(person).and(SHIFT.SCHOOL_ID.eq(school))
                .and(SHIFT.STATE.eq("ON_POST").or(SHIFT.STATE.eq("SCHEDULED")
                        .and(SHIFT.STARTS_AT.le(now.plus(ahead()))).and(SHIFT.ENDS_AT.ge(now)))))
                || emergencies.stream().anyMatch(known -> known.at(school));
    }

    /** @throws Refused saying from when on they may */
    void admit(UUID person, UUID school) {
        if (!mayRead(person, school))
            throw new Refused(StaffingRefusal.SITE_PACK_CLOSED, Map.of("days", ahead().toDays()));
    }

    private Duration ahead() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rules.inForce("SITE_PACK_AHEAD", "ALL", today).orElseThrow().hours();
    }
}
