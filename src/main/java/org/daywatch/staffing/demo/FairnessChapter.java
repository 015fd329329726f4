package org.daywatch.staffing.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.staffing.fairness.FairnessMonths;
import org.daywatch.staffing.fairness.Opportunities;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** On the morning on which it opens officers sign up for another evening; what they were shown is gathered, October is public. */
@Component
@ConditionalOnProperty("daywatch.demo")
class FairnessChapter implements DemoChapter {

    private final AwardsChapter evenings;
    private final Opportunities opportunities;
    private final FairnessMonths months;

    FairnessChapter(AwardsChapter evenings, Opportunities opportunities, FairnessMonths months) {
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
        evenings.evening(story, "Sierra Verde Middle School", LocalDate.of(2026, 12, 10), "Open house for next year's families.");
        opportunities.gather();
        months.publish(YearMonth.of(2026, 10), "The districts asked for every month to be public.", null);
    }
}
