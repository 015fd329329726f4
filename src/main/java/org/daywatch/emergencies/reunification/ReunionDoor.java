package org.daywatch.emergencies.reunification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Component;

/**
 * Who may enter which reunification: those who run it at their school, whoever was given a duty there for as long as it
 * lasts, and whoever was named before it as one who may let stopped cards go on.
 */
@Component
public class ReunionDoor {

    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionGrounds grounds;

    ReunionDoor(ReunionQueries queries, ReunionDuties duties, ReunionGrounds grounds) {
        this.queries = queries;
        this.duties = duties;
        this.grounds = grounds;
    }

    /** @throws NotFound when it is not there, of another school, or none of their business */
    public Reunification mine(Actor actor, UUID id) {
        var reunification = queries.get(id);
        boolean elsewhere = actor.school() != null && !actor.school().equals(reunification.schoolId());
        boolean theirs = actor.may(Permission.REUNIFY) || !duties(actor, id).isEmpty()
                || approves(actor, reunification);
        if (elsewhere || !theirs)
            throw new NotFound("reunification " + id);
        return reunification;
    }

    /** Whether they may let its stopped cards go on alone, while it lasts. */
    boolean approves(Actor actor, Reunification reunification) {
        return reunification.closedAt() == null && grounds.mayApprove(reunification, actor.person());
    }

    Set<Duty> duties(Actor actor, UUID reunification) {
        return duties.of(reunification, actor.person());
    }

    public static By by(Actor actor) {
        return new By(actor.person(), actor.name());
    }

    /** Does it; what was refused is said on the page they come back to. */
    static void act(Page page, HttpServletResponse response, Supplier<String> work) {
        try {
            String said = work.get();
            if (!said.isEmpty()) Flashes.say(response, "success", said);
        } catch (Refused refused) {
            Flashes.say(response, "error", page.sentence(refused));
        }
    }
}
