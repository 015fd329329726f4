package org.daywatch.staffing.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.staffing.fairness.FairnessMonths;
import org.daywatch.staffing.fairness.Opportunities;
import org.daywatch.staffing.fairness.rates.PayRate;
import org.daywatch.staffing.fairness.rates.PayRates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * On the morning on which it opens officers sign up for another evening; what they were shown is gathered, rates are
 * set, October is public.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class FairnessChapter implements DemoChapter {

    private final AwardsChapter evenings;
    private final Opportunities opportunities;
    private final PayRates rates;
    private final FairnessMonths months;

    FairnessChapter(AwardsChapter evenings, Opportunities opportunities, PayRates rates, FairnessMonths months) {
        this.rates = rates;
        this.evenings = evenings;
        this.opportunities = opportunities;
        this.months = months;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void tell(DemoStory story) {
        story.itIs(DemoStory.TODAY, DemoStory.OPENS_AT);
        evenings.evening(story, "Sierra Verde Middle School", LocalDate.of(2026, 12, 10),
                "Open house for next year's families.");
        opportunities.gather();
        rates.set(PayRate.DEFAULT, 5800, LocalDate.of(2026, 8, 1), null, "Program agreement of this school year.",
                null);
        rates.set(PayRate.department(story.the("palo-brea-police")), 6150, LocalDate.of(2026, 8, 1), null,
                "The department's off-duty order.", null);
        months.publish(YearMonth.of(2026, 10), "The districts asked for every month to be public.", null);
    }
}
