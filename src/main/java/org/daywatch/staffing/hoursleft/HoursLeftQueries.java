package org.daywatch.staffing.hoursleft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.hours.HourStore;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hours left under each limit. The agency may ask for any of its officers, a department for its own. */
@Component
@Transactional(readOnly = true)
public class HoursLeftQueries {

    private final HomeTime home;
    private final DepartmentTerms agreed;
    private final HourStore hours;
    private final CapPolicyStore policies;
    private final Clock clock;

    HoursLeftQueries(DepartmentTerms agreed, HourStore hours, CapPolicyStore policies, HomeTime home, Clock clock) {
        this.home = home;
        this.clock = clock;
        this.agreed = agreed;
        this.hours = hours;
        this.policies = policies;
    }

    /** No policies, and the agency's clock, while nothing is agreed. */
    public record Terms(List<CapPolicy> policies, ZoneId zone) {}

    /** The tightest first; empty while the department has agreed no terms. */
    public List<HoursLeft> of(UUID officer, UUID agency, UUID department, Instant at) {
        return of(List.of(officer), terms(agency, department, at), at).get(officer);
    }

    public Map<UUID, List<HoursLeft>> of(Collection<UUID> officers, Terms terms, Instant at) {
        var ledgers = hours.ledgers(officers, Window.of(at, Duration.ofMinutes(1)));
        return ledgers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> standings(e.getValue(), terms, at)));
    }

    /** Today's. */
    public Terms terms(UUID agency, UUID department) {
        return terms(agency, department, clock.instant());
    }

    /** Those of that moment's day. */
    public Terms terms(UUID agency, UUID department, Instant at) {
        var periods = agreed.periods(agency, department);
        if (periods.inOrder().isEmpty()) return new Terms(List.of(), home.zone());
        return periods.on(LocalDate.ofInstant(at, periods.inOrder().getFirst().zone()))
                .map(t -> new Terms(policies.judging(t.policySet(), department), t.zone())).orElseThrow();
    }

    private static List<HoursLeft> standings(HourLedger ledger, Terms terms, Instant at) {
        var day = at.atZone(terms.zone()).toLocalDate();
        return terms.policies().stream().filter(p -> p.inForce(day))
                .flatMap(p -> p.standing(ledger, at, terms.zone())
                        .map(j -> new HoursLeft(p, j.reading(), terms.zone(), atWorkUntil(p, ledger, at))).stream())
                .sorted(HoursLeft.TIGHTEST_FIRST).toList();
    }

    private static @Nullable Instant atWorkUntil(CapPolicy policy, HourLedger ledger, Instant at) {
        if (!(policy.shape() instanceof CapShape.RestBetween rest)) return null;
        return ledger.work(rest.other()).touching(Window.of(at, Duration.ofMinutes(1))).stream().map(Window::end)
                .max(Comparator.naturalOrder()).orElse(null);
    }
}
