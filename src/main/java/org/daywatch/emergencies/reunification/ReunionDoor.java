package org.daywatch.emergencies.reunification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
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
    private final StudentSearch search;
    private final AtSchool atSchool;

    ReunionDoor(ReunionQueries queries, ReunionDuties duties, ReunionGrounds grounds, StudentSearch search,
            AtSchool atSchool) {
        this.queries = queries;
        this.duties = duties;
        this.grounds = grounds;
        this.search = search;
        this.atSchool = atSchool;
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

    /** Students as this reader is told of them: in a drill a protected one without their name. */
    public List<StudentThere> students(Actor actor, Page page, Reunification r) {
        var nameless = nameless(actor, r);
        var all = queries.students(r.id());
        return nameless.isEmpty()
                ? all
                : all.stream().map(there -> nameless.contains(there.studentId())
                        ? new StudentThere(there.id(), there.studentId(), page.t("reunification.student"),
                                there.place(), there.since())
                        : there).toList();
    }

    /** Whose name, and whose guardians, this reader is not told. */
    public Set<UUID> nameless(Actor actor, Reunification r) {
        return search.namelessTo(actor, atSchool.of(actor, r.schoolId()), r.status() != AlertStatus.ACTUAL);
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
