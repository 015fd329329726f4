package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * School agent or peace officer: the capacity stands in the session, the permission check and the audit line, and
 * follows the man.
 *
 * <p>A-02, P-17 of docs/security.
 */
@DaywatchIT
class CapacityIT {

    @Autowired Story story;
    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @Autowired AuditLog audit;
    @Autowired DSLContext db;

    @AfterEach
    void nobodyActs() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aPeaceOfficerMayNotWhatTheSchoolsAgentMayAndEachLineSaysWhichTheyWere() {
        var cast = story.cast();
        UUID person = officer(cast);
        String token = sessions.open(person, Sessions.PASSWORD, "phone");
        assertThat(actor(token).capacity()).isEqualTo(Capacity.NONE);
        for (var capacity : new Capacity[] {Capacity.SCHOOL_AGENT, Capacity.PEACE_OFFICER, Capacity.SCHOOL_AGENT}) {
            sessions.setCapacity(actor(token).session(), capacity);
            assertThat(actor(token).capacity()).isEqualTo(capacity);
            assertThat(actor(token).may(Permission.SCHOOL_NOTES_READ)).as("notes as " + capacity)
                    .isEqualTo(capacity == Capacity.SCHOOL_AGENT);
            assertThat(actor(token).may(Permission.SHIFTS_WORK)).as("work as " + capacity).isTrue();
            act(cast, token);
        }
        assertThat(story.as(cast.agency(),
                () -> db.select(AUDIT_LINE.CAPACITY).from(AUDIT_LINE).where(AUDIT_LINE.ACTION.eq("Counted"))
                        .orderBy(AUDIT_LINE.SEQ)
                        .fetch(AUDIT_LINE.CAPACITY)))
                .containsExactly("SCHOOL_AGENT", "PEACE_OFFICER", "SCHOOL_AGENT");
    }

    @Test
    void allSessionsOfThePersonChangeTogetherAndASecondDeviceTakesItUp() {
        var cast = story.cast();
        UUID person = officer(cast);
        String phone = sessions.open(person, Sessions.PASSWORD, "phone");
        String tablet = sessions.open(person, Sessions.PASSWORD, "tablet");
        String other = sessions.open(officer(cast), Sessions.PASSWORD, "another officer's phone");
        sessions.setCapacity(actor(phone).session(), Capacity.PEACE_OFFICER);
        assertThat(actor(tablet).capacity()).isEqualTo(Capacity.PEACE_OFFICER);
        assertThat(actor(sessions.open(person, Sessions.PASSWORD, "computer")).capacity())
                .isEqualTo(Capacity.PEACE_OFFICER);
        assertThat(actor(other).capacity()).as("nobody else").isEqualTo(Capacity.NONE);
        sessions.setCapacity(person, cast.agency(), Capacity.NONE);
        assertThat(actor(phone).capacity()).isEqualTo(Capacity.NONE);
    }

    @Test
    void whoIsNoOfficerActsInNone() {
        var cast = story.cast();
        String token = sessions.open(cast.coordinator(), Sessions.PASSWORD, "desk");
        sessions.setCapacity(actor(token).session(), Capacity.PEACE_OFFICER);
        assertThat(actor(token).capacity()).isEqualTo(Capacity.NONE);
    }

    private UUID officer(Story.Cast cast) {
        return Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.agency(),
                "officer" + UUID.randomUUID() + "@story.example", "Sam Cholla", Role.OFFICER, null));
    }

    private Actor actor(String token) {
        return sessions.find(token).orElseThrow().actor();
    }

    private void act(Story.Cast cast, String token) {
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(sessions.find(token).orElseThrow())));
        story.run(cast.agency(), () -> audit.act("Counted", "thing", Map.of()));
    }
}
