package org.daywatch.staffing.standing;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.caps.CapPolicy;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.caps.CapShape;
import org.daywatch.staffing.hours.HourLedger;
import org.daywatch.staffing.hours.HourStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hours left under each limit. The agency may ask for any of its officers, a department for its own. */
@Component
@Transactional(readOnly = true)
public class CapStandings {

    private final DSLContext db;
    private final HourStore hours;
    private final CapPolicyStore policies;

    CapStandings(DSLContext db, HourStore hours, CapPolicyStore policies) {
        this.db = db;
        this.hours = hours;
        this.policies = policies;
    }

    public record Terms(List<CapPolicy> policies, ZoneId zone) {

        public static final Terms NONE = new Terms(List.of(), ZoneId.of("America/Phoenix"));
    }

    /** The tightest first; empty while the department has agreed no terms. */
    public List<Standing> of(UUID officer, UUID agency, UUID department, Instant at) {
        return of(List.of(officer), terms(agency, department), at).get(officer);
    }

    public Map<UUID, List<Standing>> of(Collection<UUID> officers, Terms terms, Instant at) {
        var ledgers = hours.ledgers(officers, Window.of(at, Duration.ofMinutes(1)));
        return ledgers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> standings(e.getValue(), terms, at)));
    }

    public Terms terms(UUID agency, UUID department) {
        return Optional.ofNullable(db.selectFrom(DEPARTMENT_TERMS).where(DEPARTMENT_TERMS.AGENCY_ID.eq(agency))
                        .and(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(department)).fetchOne())
                .map(t -> new Terms(policies.judging(t.getPolicySet(), department), ZoneId.of(t.getZone()))).orElse(Terms.NONE);
    }

    private static List<Standing> standings(HourLedger ledger, Terms terms, Instant at) {
        var day = at.atZone(terms.zone()).toLocalDate();
        return terms.policies().stream().filter(p -> p.inForce(day))
                .flatMap(p -> p.standing(ledger, at, terms.zone()).map(j -> new Standing(p, j.reading(), terms.zone(), atWorkUntil(p, ledger, at))).stream())
                .sorted(Standing.TIGHTEST_FIRST).toList();
    }

    private static @Nullable Instant atWorkUntil(CapPolicy policy, HourLedger ledger, Instant at) {
        if (!(policy.shape() instanceof CapShape.RestBetween rest)) return null;
        return ledger.work(rest.other()).touching(Window.of(at, Duration.ofMinutes(1))).stream().map(Window::end).max(Comparator.naturalOrder()).orElse(null);
    }
}
