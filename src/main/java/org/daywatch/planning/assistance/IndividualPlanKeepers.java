package org.daywatch.planning.assistance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.retention.RecordKeeper;
import org.springframework.stereotype.Component;

/**
 * Plans follow the roster as it is taken in, and every night for what nobody told. A plan that was replaced or whose
 * student left is forgotten; what a member of staff wrote and read, for themselves.
 */
@Component
class IndividualPlanKeepers implements RecordKeeper, PersonalData {

    private final IndividualPlans plans;

    IndividualPlanKeepers(IndividualPlans plans) {
        this.plans = plans;
    }

    @Override
    public String kind() {
        return "INDIVIDUAL_PLAN";
    }

    @Override
    public int forget(Instant before) {
        plans.follow();
        return plans.forget(before);
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("individualPlansWritten", plans.writtenBy(person), "individualPlansRead", plans.readBy(person));
    }
}
