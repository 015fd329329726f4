package org.daywatch.emergencies.responders;

import java.util.List;
import java.util.UUID;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.planning.PlanForResponders;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The sealed plans of the school, drawn and written, opened by a link. They are the district's: each call works in its
 * name, in a transaction of its own.
 */
@Component
class LinkedPlans {

    private final SitePlans plans;
    private final PlanForResponders operations;
    private final Texts texts;

    LinkedPlans(SitePlans plans, PlanForResponders operations, Texts texts) {
        this.plans = plans;
        this.operations = operations;
        this.texts = texts;
    }

    /** The plan on which the room is marked comes first. */
    List<SitePlan.Sheet> open(ResponderLink link, Alert alert, @Nullable UUID room) {
        var sheets = Tenancy.as(Scope.system(link.districtId()), () -> plans.openByLink(link.districtId(),
                link.schoolId(), link.id(), link.forWhom(), purpose(alert), link.expiresAt()));
        return sheets.stream().sorted(java.util.Comparator.comparing(
                (SitePlan.Sheet s) -> s.marks().stream().noneMatch(m -> room != null && room.equals(m.roomId()))))
                .toList();
    }

    /** What the school's operations plan says about the action that is under way. */
    List<PlanForResponders.Excerpt> said(ResponderLink link, Alert alert) {
        return Tenancy.as(Scope.system(link.districtId()),
                () -> operations.open(link.schoolId(), link.id(), link.forWhom(), purpose(alert), link.expiresAt(),
                        alert.action().name()));
    }

    /**
     * The link was opened on further devices, or again after a pause: both plans are told of as one was of the first.
     */
    void openedByMore(ResponderLink link, Alert alert, int devices) {
        Tenancy.run(Scope.system(link.districtId()), () -> {
            plans.openedByMore(link.districtId(), link.schoolId(), link.forWhom(), purpose(alert), devices);
            operations.openedByMore(link.schoolId(), link.forWhom(), purpose(alert), devices);
        });
    }

    private String purpose(Alert alert) {
        String what = texts.of("en", "alerts.status." + alert.status()) + ": "
                + texts.of("en", "protocol." + alert.action() + ".name");
        return texts.of("en", "responders.plan.purpose", what);
    }

    SitePlan.Picture picture(ResponderLink link, UUID plan) {
        return Tenancy.as(Scope.system(link.districtId()), () -> plans.pictureByLink(link.schoolId(), plan, link.id()));
    }
}
