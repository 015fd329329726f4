package org.daywatch.training.sessions;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.training.sessions.LessonSessionCommand.By;
import org.springframework.stereotype.Component;

/** Who may enter which lesson, and what every form of one has in common. */
@Component
public class SessionDoor {

    private final LessonSessionStore sessions;
    private final LessonPlaces places;

    SessionDoor(LessonSessionStore sessions, LessonPlaces places) {
        this.sessions = sessions;
        this.places = places;
    }

    /**
     * @throws NotFound when it is not there, another organization's, or at a school where they are not and was not to
     * teach it
     */
    public LessonSession mine(Actor actor, UUID id) {
        var session = sessions.find(id).orElseThrow(() -> new NotFound("lesson session " + id));
        if (!actor.person().equals(session.teacher().person())) places.get(actor, session.schoolId());
        return session;
    }

    public Campus school(Actor actor, LessonSession session) {
        return places.any(actor, session.schoolId());
    }

    /**
     * Anyone who teaches it, and teachers and heads of the school beside them; an officer writes in the lessons they
     * teach, and in nobody else's.
     */
    public static boolean mayWrite(Actor actor, LessonSession session) {
        if (!actor.may(Permission.LESSONS_TEACH)) return false;
        return actor.role() != Role.OFFICER || actor.person().equals(session.teacher().person());
    }

    /**
     * An officer's hours are written down by themselves or by those who answer for the school: a teacher alone credits
     * nobody with hours.
     */
    public static boolean mayRecord(Actor actor, LessonSession session) {
        if (!mayWrite(actor, session)) return false;
        boolean theirs = session.teacher().officer() == null || actor.person().equals(session.teacher().person());
        return theirs || actor.role() == Role.PRINCIPAL || actor.role() == Role.SAFETY_DIRECTOR;
    }

    public LessonSession toRecord(Actor actor, UUID id) {
        var session = mine(actor, id);
        if (!mayRecord(actor, session)) throw new NotFound("record of lesson session " + id + " of an officer");
        return session;
    }

    public LessonSession toWrite(Actor actor, UUID id) {
        var session = mine(actor, id);
        if (!mayWrite(actor, session)) throw new NotFound("lesson session " + id + " of another officer");
        return session;
    }

    public static By by(Actor actor) {
        return new By(actor.person(), actor.name());
    }
}
