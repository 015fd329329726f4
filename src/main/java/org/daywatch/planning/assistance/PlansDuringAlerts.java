package org.daywatch.planning.assistance;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.assistance.EmergencyUnderWay;
import org.daywatch.planning.StudentPlansInAnEmergency;
import org.daywatch.planning.assistance.IndividualPlan.Action;
import org.daywatch.planning.assistance.IndividualPlan.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opened under the same rule as the notes: by an actual alert. Of a plan only what is wanted now, so that it is read
 * standing up.
 */
@Component
@Transactional
class PlansDuringAlerts implements StudentPlansInAnEmergency {

    private final IndividualPlans plans;
    private final ObjectProvider<EmergencyUnderWay> emergencies;

    PlansDuringAlerts(IndividualPlans plans, ObjectProvider<EmergencyUnderWay> emergencies) {
        this.plans = plans;
        this.emergencies = emergencies;
    }

    @Override
    public Set<UUID> planned(UUID school, Collection<UUID> students) {
        var found = new HashSet<>(plans.ofSchool(school).keySet());
        found.retainAll(Set.copyOf(students));
        return found;
    }

    @Override
    public Map<UUID, Need> during(UUID school, Collection<UUID> students, String action) {
        if (emergencies.stream().noneMatch(e -> e.at(school))) return Map.of();
        var found = new HashMap<UUID, Need>();
        for (var student : planned(school, students)) {
            plans.read(school, student, "adult in the room").map(p -> need(p.words(), action)).filter(n -> !n.empty())
                    .ifPresent(n -> found.put(student, n));
        }
        return Map.copyOf(found);
    }

    private static Need need(Words words, String action) {
        String now = Arrays.stream(Action.values()).filter(a -> a.name().equals(action)).findFirst().map(words::in)
                .orElse("");
        return new Need(now, words.helpers(), words.equipment(), words.medication());
    }
}
