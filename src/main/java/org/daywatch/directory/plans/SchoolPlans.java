package org.daywatch.directory.plans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.OnBehalf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The site plans of a school for the other rooms. They are the district's and sealed: an opening has its purpose, and
 * the owner is told, whoever opens.
 */
@Component
@Transactional
public class SchoolPlans {

    private final SitePlans plans;
    private final SitePlanStore storedPlans;
    private final OnBehalf onBehalf;

    SchoolPlans(SitePlans plans, SitePlanStore storedPlans, OnBehalf onBehalf) {
        this.plans = plans;
        this.storedPlans = storedPlans;
        this.onBehalf = onBehalf;
    }

    /** A plan with what is marked on it; what is marked where is no secret, the drawing is. */
    public record Marked(SitePlan plan, List<SitePlan.Mark> marks) {}

    public List<Marked> of(Campus school) {
        return asDistrict(school, () -> storedPlans.ofSchool(school.id()).stream()
                .map(p -> new Marked(p, storedPlans.marks(p.id()))).toList());
    }

    public SitePlan.Mark mark(Campus school, UUID plan, UUID mark) {
        return asDistrict(school, () -> {
            storedPlans.get(school.id(), plan);
            return storedPlans.marks(plan).stream().filter(m -> m.id().equals(mark)).findFirst()
                    .orElseThrow(() -> new NotFound("mark " + mark));
        });
    }

    /**
     * What they have open for the same purpose serves on: the person who places ten things opens the plan once, and its
     * owner is told once.
     */
    public SitePlan.Opening open(Campus school, UUID plan, UUID person, String name, String purpose) {
        return asDistrict(school, () -> storedPlans.stillOpen(plan, person, purpose)
                .orElseGet(() -> plans.open(school.districtId(), school.id(), plan, person, name, purpose)));
    }

    /** The same for what goes on longer than a quarter of an hour, as an alert does: until then at the latest. */
    public SitePlan.Opening open(Campus school, UUID plan, UUID person, String name, String purpose, Instant until) {
        return asDistrict(school, () -> storedPlans.stillOpen(plan, person, purpose).orElseGet(
                () -> plans.open(school.districtId(), school.id(), plan, person, name, purpose, until)));
    }

    /** Plans they have open for this purpose now. */
    public List<SitePlan.Sheet> openNow(Campus school, UUID person, String purpose) {
        return asDistrict(school,
                () -> storedPlans.ofSchool(school.id()).stream()
                        .flatMap(p -> storedPlans.stillOpen(p.id(), person, purpose).stream()
                                .map(opening -> new SitePlan.Sheet(p, opening, storedPlans.marks(p.id()))))
                        .toList());
    }

    public SitePlan.Sheet sheet(Campus school, UUID plan, UUID opening, UUID person) {
        return asDistrict(school, () -> plans.sheet(school.id(), plan, opening, person));
    }

    public SitePlan.Picture picture(Campus school, UUID plan, UUID opening, UUID person) {
        return asDistrict(school, () -> plans.picture(school.id(), plan, opening, person));
    }

    private <R> R asDistrict(Campus school, Supplier<R> work) {
        var out = new ArrayList<R>(1);
        onBehalf.run(school.districtId(), () -> out.add(work.get()));
        return out.getFirst();
    }
}
