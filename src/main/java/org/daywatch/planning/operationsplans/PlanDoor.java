package org.daywatch.planning.operationsplans;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;

/**
 * Who may come to which plan: a school's own people, the district, its agency without the text, an officer at the
 * school where they stand.
 */
@Component
public class PlanDoor {

    private final OperationsPlanStore plans;
    private final Campuses campuses;
    private final OfficerSchools officers;

    PlanDoor(OperationsPlanStore plans, Campuses campuses, OfficerSchools officers) {
        this.plans = plans;
        this.campuses = campuses;
        this.officers = officers;
    }

    /** Schools whose plans they may know of, by name. */
    public List<Campus> schools(Actor actor) {
        if (actor.role() == Role.OFFICER) return campuses.list(officers.of(actor.person()).keySet());
        if (actor.school() != null) return campuses.find(actor.school()).stream().toList();
        return district(actor) ? campuses.list(CalendarScope.all(actor.tenant())) : campuses.search("", null);
    }

    /**
     * @throws NotFound when it is not there, another organization's, at a school where they are not, or no plan yet for
     * an officer
     */
    public OperationsPlan mine(Actor actor, UUID id) {
        var plan = plans.get(id);
        boolean elsewhere = actor.school() != null && !actor.school().equals(plan.schoolId());
        boolean notHere = actor.role() == Role.OFFICER
                && (!plan.state().inForce() || !officers.of(actor.person()).containsKey(plan.schoolId()));
        if (elsewhere || notHere) throw new NotFound("operations plan " + id);
        return plan;
    }

    /** Whether they may break its seal: the agency's desk knows of the plan and does not read it. */
    public boolean mayOpen(Actor actor) {
        return district(actor) || actor.role() == Role.OFFICER;
    }

    /** A plan they may break the seal of. */
    public OperationsPlan readable(Actor actor, UUID id) {
        if (!mayOpen(actor)) throw new NotFound("text of operations plan " + id);
        return mine(actor, id);
    }

    /** A draft they may write in. */
    public OperationsPlan writable(Actor actor, UUID id) {
        actor.need(Permission.PLANS_EDIT);
        return readable(actor, id);
    }

    public boolean writes(Actor actor, OperationsPlan plan) {
        return actor.may(Permission.PLANS_EDIT) && plan.state() instanceof OperationsPlan.State.Draft;
    }

    public Campus school(OperationsPlan plan) {
        return campuses.find(plan.schoolId()).orElseThrow(() -> new NotFound("school " + plan.schoolId()));
    }

    /** What a plan says is the district's: whoever acts for the agency reads it in the district's name. */
    public <R> R sealed(Actor actor, OperationsPlan plan, Supplier<R> work) {
        return actor.tenant().equals(plan.districtId())
                ? work.get()
                : Tenancy.<R, RuntimeException>as(new Scope(plan.districtId(), actor.person()), work::get);
    }

    private static boolean district(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT");
    }
}
