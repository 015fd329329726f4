package org.daywatch.directory.imports.titles;

import static org.daywatch_db.directory.Tables.TITLE_DECISION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.imports.nces.SchoolZones;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of a district decided about the titles of their calendar: learned once, applied whenever the title comes
 * again.
 */
@Repository
@Transactional
public class TitleDecisions {
    private static final String CHANGES_NOTHING = "NONE";
    private final HomeTime home;
    private final DSLContext db;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    TitleDecisions(DSLContext db, Organizations organizations, AuditLog audit, HomeTime home, Clock clock) {
        this.home = home;
        this.db = db;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param kind null: the title changes nothing */
    public record Decision(UUID id, UUID district, String title, @Nullable DayKind kind, LocalDate decidedOn) {

        public String reads() {
            return kind == null ? CHANGES_NOTHING : kind.name();
        }
    }

    @Transactional(readOnly = true)
    public Map<String, Titles.Decided> of(UUID district) {
        return list(district).stream().collect(
                Collectors.toMap(d -> Titles.key(d.title()), d -> new Titles.Decided(d.kind(), d.decidedOn())));
    }

    @Transactional(readOnly = true)
    public List<Decision> list(UUID district) {
        return db.selectFrom(TITLE_DECISION).where(TITLE_DECISION.DISTRICT_ID.eq(district))
                .orderBy(TITLE_DECISION.TITLE).fetch(r -> new Decision(r.getId(), r.getDistrictId(), r.getTitle(),
                        kind(r.getReads()), r.getDecidedOn()));
    }

    /** @param readings by title: a kind of day, or NONE */
    public void decide(UUID district, Map<String, String> readings, @Nullable UUID person) {
        var organization = organizations.find(district).orElseThrow(() -> new NotFound("district " + district));
        var today = today(organization);
        readings.forEach((title, reads) -> db.insertInto(TITLE_DECISION)
                .set(TITLE_DECISION.AGENCY_ID, organization.parent()).set(TITLE_DECISION.ID, Ids.next())
                .set(TITLE_DECISION.DISTRICT_ID, district).set(TITLE_DECISION.TITLE, title)
                .set(TITLE_DECISION.TITLE_KEY, Titles.key(title)).set(TITLE_DECISION.READS, reads)
                .set(TITLE_DECISION.DECIDED_ON, today).set(TITLE_DECISION.DECIDED_BY, person)
                .onConflict(TITLE_DECISION.AGENCY_ID, TITLE_DECISION.DISTRICT_ID, TITLE_DECISION.TITLE_KEY).doUpdate()
                .set(TITLE_DECISION.READS, reads)
                .set(TITLE_DECISION.DECIDED_ON, today).set(TITLE_DECISION.DECIDED_BY, person).execute());
        if (!readings.isEmpty()) audit.act("TitlesDecided", "district " + district, Map.of("titles", readings));
    }

    public Decision forget(UUID id) {
        var row = get(id);
        db.deleteFrom(TITLE_DECISION).where(TITLE_DECISION.ID.eq(id)).execute();
        audit.act("TitleForgotten", "district " + row.district(), Map.of("title", row.title(), "reads", row.reads()));
        return row;
    }

    @Transactional(readOnly = true)
    public Decision get(UUID id) {
        return db.selectFrom(TITLE_DECISION).where(TITLE_DECISION.ID.eq(id)).fetchOptional(
                r -> new Decision(r.getId(), r.getDistrictId(), r.getTitle(), kind(r.getReads()), r.getDecidedOn()))
                .orElseThrow(() -> new NotFound("decision about a title " + id));
    }

    private LocalDate today(Organizations.Organization district) {
        String state = district.state();
        return LocalDate.ofInstant(clock.instant(),
                state == null || state.isEmpty() ? home.zone() : new SchoolZones().usual(state));
    }

    private static @Nullable DayKind kind(String reads) {
        return reads.equals(CHANGES_NOTHING) ? null : DayKind.valueOf(reads);
    }
}
