package org.daywatch.planning.operationsplans;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.places.SchoolToday;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.FarthestDays;
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
    private final Campuses campuses;
    private final SchoolToday days;
    private final OnBehalf onBehalf;
    private final Clock clock;

    PlanReminders(OperationsPlanStore plans, PlanRules rules, PlanNotices notices, Campuses campuses, SchoolToday days,
            OnBehalf onBehalf, Clock clock) {
        this.plans = plans;
        this.rules = rules;
        this.notices = notices;
        this.campuses = campuses;
        this.days = days;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    /** The agency is bound. @return the plans somebody was reminded of */
    public List<UUID> remind() {
        var latest = FarthestDays.latest(clock.instant());
        var due = plans.unreminded(latest.plusDays(rules.reminderDays(latest))).stream().filter(this::soon).toList();
        for (var plan : due) {
            plans.reminded(plan.id());
            onBehalf.run(plan.districtId(), () -> notices.reviewDue(plan, PlanStanding.reviewBy(plan)));
        }
        return due.stream().map(OperationsPlan::id).toList();
    }

    /** By the day it is at the school. */
    private boolean soon(OperationsPlan plan) {
        return campuses.find(plan.schoolId()).map(days::at)
                .map(today -> !PlanStanding.reviewBy(plan).isAfter(today.plusDays(rules.reminderDays(today))))
                .orElse(false);
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
