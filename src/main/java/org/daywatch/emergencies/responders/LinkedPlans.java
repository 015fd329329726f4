package org.daywatch.emergencies.responders;

import java.util.List;
import java.util.UUID;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sealed plans of the school, opened by a link. They are the district's: each call works in its name, in a transaction of its own. */
@Component
class LinkedPlans {

    private final SitePlans plans;
    private final Texts texts;

    LinkedPlans(SitePlans plans, Texts texts) {
        this.plans = plans;
        this.texts = texts;
    }

    /** The plan on which the room is marked comes first. */
    List<SitePlan.Sheet> open(ResponderLink link, Alert alert, @Nullable UUID room) {
        String purpose = texts.of("en", "alerts.status." + alert.status()) + ": " + texts.of("en", "protocol." + alert.action() + ".name");
        var sheets = Tenancy.as(Scope.system(link.districtId()),
                () -> plans.openByLink(link.districtId(), link.schoolId(), link.id(), link.forWhom(), texts.of("en", "responders.plan.purpose", purpose), link.expiresAt()));
        return sheets.stream().sorted(java.util.Comparator.comparing((SitePlan.Sheet s) -> s.marks().stream().noneMatch(m -> room != null && room.equals(m.roomId())))).toList();
    }

    SitePlan.Picture picture(ResponderLink link, UUID plan) {
        return Tenancy.as(Scope.system(link.districtId()), () -> plans.pictureByLink(link.schoolId(), plan, link.id()));
    }
}
