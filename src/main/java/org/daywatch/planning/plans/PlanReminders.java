package org.daywatch.planning.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the owners of a plan that its review is due, once for each day it is due on. */
@Component
@Transactional
public class PlanReminders {

    private final OperationsPlanStore plans;
    private final PlanRules rules;
    private final PlanNotices notices;
    private final OnBehalf onBehalf;
    private final Clock clock;

    PlanReminders(OperationsPlanStore plans, PlanRules rules, PlanNotices notices, OnBehalf onBehalf, Clock clock) {
        this.plans = plans;
        this.rules = rules;
        this.notices = notices;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    /** The agency is bound. @return the plans somebody was reminded of */
    public List<UUID> remind() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var due = plans.unreminded(today.plusDays(rules.reminderDays(today)));
        for (var plan : due) {
            plans.reminded(plan.id());
            onBehalf.run(plan.districtId(), () -> notices.reviewDue(plan, PlanStanding.reviewBy(plan).toString()));
        }
        return due.stream().map(OperationsPlan::id).toList();
    }

    /** Every six hours: a day early or late does no harm, a day forgotten would. */
    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class Timer {

        private final Tenants tenants;
        private final PlanReminders reminders;

        Timer(Tenants tenants, PlanReminders reminders) {
            this.tenants = tenants;
            this.reminders = reminders;
        }

        @Scheduled(fixedDelay = 6 * 3_600_000, initialDelay = 120_000)
        void remind() {
            tenants.forEachAgency("reminding of plan reviews", agency -> reminders.remind());
        }
    }
}
