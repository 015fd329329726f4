package org.daywatch.prevention.assessments.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.platform.tenancy.OnBehalf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places one may name instead of describing them: rooms, and what is marked on the plans of the site. The plans themselves stay sealed. */
@Component
@Transactional(readOnly = true)
public class WalkSpots {

    private final SchoolRooms rooms;
    private final SitePlans plans;
    private final OnBehalf onBehalf;

    WalkSpots(SchoolRooms rooms, SitePlans plans, OnBehalf onBehalf) {
        this.rooms = rooms;
        this.plans = plans;
        this.onBehalf = onBehalf;
    }

    /** @param plan on which it is marked; null for a room of the list */
    public record Spot(@Nullable UUID plan, UUID id, String label) {

        /** As a form sends it. */
        public String value() {
            return (plan == null ? "room " : "mark ") + id;
        }
    }

    /** Marks first: they say where exactly. */
    public List<Spot> of(Campus school) {
        var spots = new ArrayList<Spot>();
        onBehalf.run(school.districtId(), () -> plans.ofSchool(school.id()).forEach(plan -> plans.marks(plan.id()).forEach(m -> {
            if (m.roomId() == null) spots.add(new Spot(plan.id(), m.id(), m.label()));
        })));
        rooms.of(school.id()).forEach(r -> spots.add(new Spot(null, r.id(), r.name())));
        return spots;
    }
}
