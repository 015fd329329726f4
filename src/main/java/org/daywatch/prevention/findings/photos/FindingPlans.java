package org.daywatch.prevention.findings.photos;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.prevention.findings.Finding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The school's site plans for a finding. They are the district's and sealed: an opening has its purpose, and the owner is told, whoever opens. */
@Component
@Transactional
public class FindingPlans {

    private final SitePlans plans;
    private final OnBehalf onBehalf;

    FindingPlans(SitePlans plans, OnBehalf onBehalf) {
        this.plans = plans;
        this.onBehalf = onBehalf;
    }

    /** A plan with what is marked on it; what is marked where is no secret, the drawing is. */
    public record Marked(SitePlan plan, List<SitePlan.Mark> marks) {}

    List<Marked> of(Finding f) {
        return asDistrict(f, () -> plans.ofSchool(f.schoolId()).stream().map(p -> new Marked(p, plans.marks(p.id()))).toList());
    }

    SitePlan.Mark mark(Finding f, UUID plan, UUID mark) {
        return asDistrict(f, () -> {
            plans.get(f.schoolId(), plan);
            return plans.marks(plan).stream().filter(m -> m.id().equals(mark)).findFirst().orElseThrow(() -> new NotFound("mark " + mark));
        });
    }

    SitePlan.Opening open(Finding f, UUID plan, UUID person, String name, String purpose) {
        return asDistrict(f, () -> plans.open(f.districtId(), f.schoolId(), plan, person, name, purpose));
    }

    SitePlan.Sheet sheet(Finding f, UUID plan, UUID opening, UUID person) {
        return asDistrict(f, () -> plans.sheet(f.schoolId(), plan, opening, person));
    }

    SitePlan.Picture picture(Finding f, UUID plan, UUID opening, UUID person) {
        return asDistrict(f, () -> plans.picture(f.schoolId(), plan, opening, person));
    }

    private <R> R asDistrict(Finding f, Supplier<R> work) {
        var out = new ArrayList<R>(1);
        onBehalf.run(f.districtId(), () -> out.add(work.get()));
        return out.getFirst();
    }
}
