package org.daywatch.staffing.fairness;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.AwardEvent.FairnessMonthPublished;
import org.daywatch.staffing.AwardEvent.FairnessMonthWithdrawn;
import org.daywatch.staffing.StaffingRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Months made public, each with its reason, and withdrawn again with another. What was published stays as it was. */
@Component
@Transactional
public class FairnessMonths {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 300;

    private final HomeTime home;
    private final FairnessStore store;
    private final FairnessQueries queries;
    private final SheetJson json;
    private final Facts facts;
    private final Clock clock;

    FairnessMonths(FairnessStore store, FairnessQueries queries, SheetJson json, Facts facts, HomeTime home,
            Clock clock) {
        this.home = home;
        this.store = store;
        this.queries = queries;
        this.json = json;
        this.facts = facts;
        this.clock = clock;
    }

    public record Published(UUID id, YearMonth month, FairnessSheet sheet, Instant at) {}

    /** As it would be published now. */
    public FairnessSheet draw(YearMonth month) {
        return FairnessSheet.of(month, counted(month), queries.month(month), new Pseudonyms(secret()));
    }

    public UUID publish(YearMonth month, String reason, @Nullable UUID person) {
        words(reason);
        if (!month.isBefore(queries.thisMonth())) throw new Refused(StaffingRefusal.MONTH_NOT_OVER);
        var now = clock.instant();
        var id = Ids.next();
        if (!store.publish(id, month.atDay(1), json.write(draw(month)), reason.strip(), person, now))
            throw new Refused(StaffingRefusal.MONTH_PUBLISHED);
        facts.tell(new FairnessMonthPublished(Tenancy.tenant(), id, now, month.atDay(1), reason.strip()));
        return id;
    }

    public void withdraw(YearMonth month, String reason, @Nullable UUID person) {
        words(reason);
        var now = clock.instant();
        var id = store.withdraw(month.atDay(1), reason.strip(), person, now)
                .orElseThrow(() -> new Refused(StaffingRefusal.MONTH_NOT_PUBLISHED));
        facts.tell(new FairnessMonthWithdrawn(Tenancy.tenant(), id, now, month.atDay(1), reason.strip()));
    }

    @Transactional(readOnly = true)
    public List<Published> published() {
        return store.published().stream()
                .map(m -> new Published(m.id(), YearMonth.from(m.month()), json.read(m.sheet()), m.at())).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Published> find(YearMonth month) {
        return published().stream().filter(p -> p.month().equals(month)).findFirst();
    }

    private FairnessSheet.Counted counted(YearMonth month) {
        var since = queries.countedSince();
        if (since.isEmpty()) return FairnessSheet.Counted.NOT;
        var day = home.day(since.get());
        if (day.isAfter(month.atEndOfMonth())) return FairnessSheet.Counted.NOT;
        return day.isAfter(month.atDay(1)) ? FairnessSheet.Counted.PARTLY : FairnessSheet.Counted.FULL;
    }

    /** Made once for each agency, of chance; two who ask for the first time get the same one. */
    private byte[] secret() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        return store.secret(fresh, clock.instant());
    }

    private static void words(String reason) {
        int length = reason.strip().length();
        if (length < LEAST_WORDS || length > MOST_WORDS)
            throw new InvalidInput("reason", reason, "fairness.wrong.reason");
    }
}
