package org.daywatch.staffing.fairness;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.fairness.rates.PayRates;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers had of the work: who was shown what, took what, worked how long. */
@Component
@Transactional(readOnly = true)
public class FairnessQueries {

    private static final int LATELY_DAYS = 28;

    private final HomeTime home;
    private final DSLContext db;
    private final Organizations organizations;
    private final PayRates rates;
    private final Clock clock;

    FairnessQueries(DSLContext db, Organizations organizations, PayRates rates, HomeTime home, Clock clock) {
        this.home = home;
        this.rates = rates;
        this.db = db;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Every officer on the list, and whoever had a chance in that month; by department and name. */
    public List<Share> month(YearMonth month) {
        return shares(month.atDay(1), month.atEndOfMonth(), null);
    }

    /** One officer's last four weeks and the two ahead. */
    public Share lately(UUID officer) {
        var today = home.today();
        return shares(today.minusDays(LATELY_DAYS), today.plusDays(14), officer).getFirst();
    }

    /** Since when chances are counted here; empty where they never were. */
    public Optional<Instant> countedSince() {
        return Optional.ofNullable(db.select(DSL.min(OPPORTUNITY.SHOWN_AT)).from(OPPORTUNITY).fetchSingle().value1());
    }

    YearMonth thisMonth() {
        return YearMonth.from(home.today());
    }

    private List<Share> shares(LocalDate from, LocalDate to, @Nullable UUID only) {
        var counts = Chances.count(db, from, to, only, clock.instant());
        var worked = worked(from, to);
        var nothing = new Work(0, rates.book().anyBetween(from, to) ? 0L : null); // where no rate is kept at all, nothing is known of dollars
        var names = new HashMap<UUID, String>();
        return db.select(OFFICER.ID, OFFICER.FULL_NAME, OFFICER.DEPARTMENT_ID).from(OFFICER)
                .where(only != null
                        ? OFFICER.ID.eq(only)
                        : OFFICER.STATE.eq("ACTIVE").or(OFFICER.ID.in(counts.keySet()))
                                .or(OFFICER.ID.in(worked.keySet())))
                .fetch(o -> share(o.get(OFFICER.ID), o.get(OFFICER.FULL_NAME), o.get(OFFICER.DEPARTMENT_ID),
                        name(names, o.get(OFFICER.DEPARTMENT_ID)),
                        counts.getOrDefault(o.get(OFFICER.ID), Chances.NONE),
                        worked.getOrDefault(o.get(OFFICER.ID), nothing)))
                .stream()
                .sorted(Comparator.comparing(Share::department).thenComparing(Share::name)
                        .thenComparing(Share::officer))
                .toList();
    }

    private static Share share(UUID officer, String name, UUID group, String department, Chances c, Work work) {
        return new Share(officer, name, group, department, c.all(), c.asked(), c.accepted(), c.declined(),
                c.givenBack(), c.missed(), c.open(), c.cancelled(), work.minutes(), work.cents());
    }

    /** What was worked outside a post, before or after it, is not counted. */
    private Map<UUID, Work> worked(LocalDate from, LocalDate to) {
        var book = rates.book();
        var worked = new HashMap<UUID, Work>();
        db.select(SHIFT.OFFICER_ID, SHIFT.STARTS_AT, SHIFT.ENDS_AT, SHIFT.CHECKED_IN_AT, SHIFT.CHECKED_OUT_AT,
                SHIFT.DEPARTMENT_ID, POST.ROLE, POST.DAY).from(SHIFT)
                .join(POST).on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID))
                .where(POST.DAY.between(from, to)).and(SHIFT.STATE.eq("ENDED"))
                .forEach(r -> {
                    long minutes = within(r.get(SHIFT.STARTS_AT), r.get(SHIFT.ENDS_AT), r.get(SHIFT.CHECKED_IN_AT),
                            r.get(SHIFT.CHECKED_OUT_AT));
                    var rate = book.find(r.get(SHIFT.DEPARTMENT_ID), r.get(POST.ROLE), r.get(POST.DAY));
                    worked.merge(r.get(SHIFT.OFFICER_ID),
                            new Work(minutes, rate.map(p -> p.cents(minutes)).orElse(minutes == 0 ? 0L : null)),
                            Work::and);
                });
        return worked;
    }

    /** One shift, or several. @param cents null where one of them has no rate */
    private record Work(long minutes, @Nullable Long cents) {
        Work and(Work more) {
            return new Work(minutes + more.minutes,
                    cents == null || more.cents == null ? null : Long.valueOf(cents + more.cents));
        }
    }

    private static long within(Instant starts, Instant ends, Instant in, Instant out) {
        var from = in.isAfter(starts) ? in : starts;
        var to = out.isBefore(ends) ? out : ends;
        return Math.max(0, Duration.between(from, to).toMinutes());
    }

    private String name(Map<UUID, String> known, UUID department) {
        return known.computeIfAbsent(department,
                id -> organizations.find(id).map(Organizations.Organization::name).orElse(""));
    }
}
