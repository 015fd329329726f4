package org.daywatch.billing.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.UUID;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.daywatch.billing.rates.RateCard;
import org.daywatch.billing.rates.RateCards;
import org.daywatch.billing.runs.InvoiceRuns;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Two districts have agreed what they pay, the third has not: on Monday the first week of November is invoiced, and one
 * invoice waits for a rate.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class InvoicesChapter implements DemoChapter {

    private static final LocalDate SCHOOL_YEAR = LocalDate.of(2026, 7, 1);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final RateCards rates;
    private final InvoiceRuns runs;
    private final Organizations organizations;

    InvoicesChapter(RateCards rates, InvoiceRuns runs, Organizations organizations) {
        this.rates = rates;
        this.runs = runs;
        this.organizations = organizations;
    }

    /** Before the chapter of the shifts, which takes the story through both weeks. */
    @Override
    public int order() {
        return 38;
    }

    @Override
    public void tell(DemoStory story) {
        story.whenItIs(LocalDate.of(2026, 11, 9), LocalTime.of(8, 5), () -> asCoordinator(story, this::agree));
        story.whenItIs(MONDAY, LocalTime.of(8, 20), () -> asCoordinator(story, this::invoice));
    }

    private void agree(DemoStory story, UUID robin) {
        for (var role : RateCard.ROLES) {
            card(story.the("ironwood"), role, role.equals("SRO") ? 6850 : 6250, 180,
                    "Agreement with Ironwood Valley of June 9, 2026", robin);
            card(story.the("palo-brea"), role, role.equals("SRO") ? 6600 : 5975, 120,
                    "Agreement with Palo Brea of May 21, 2026", robin);
        }
    }

    private void card(@Nullable UUID district, String role, int cents, int least, String source, UUID robin) {
        rates.set(district, role, cents, least, SCHOOL_YEAR, null, source, robin);
    }

    private void invoice(DemoStory story, UUID robin) {
        runs.begin(YearMonth.from(MONDAY), Ids.next(), new Issuer(robin, "Robin Alder"));
        runs.goOn();
    }

    private interface Doing {
        void by(DemoStory story, UUID person);
    }

    private void asCoordinator(DemoStory story, Doing what) {
        Tenancy.run(Scope.system(story.agency()), () -> what.by(story, organizations.join(story.agency(),
                "coordinator@demo.daywatch.example", "Robin Alder", Role.COORDINATOR, null)));
    }
}
