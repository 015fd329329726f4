package org.daywatch.staffing.officers.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.staffing.eligibility.Field;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A-09 for officers: what an officer's file says of them opens and shuts every door of theirs.
 *
 * <p>P-15 of docs/security.
 */
@DaywatchIT
class OfficerWhoLeavesIT {

    /** Five times the two seconds that are promised: the machine may be busy. */
    private static final Duration GUARD = Duration.ofSeconds(10);

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired OfficerStore storedOfficers;
    @Autowired DepartmentTerms terms;
    @Autowired Sessions sessions;

    private Story.Cast cast;
    private UUID dana;
    private Visit coordinator;

    @BeforeEach
    void anOfficerOnFile() {
        clock.setTo("2026-08-10T16:00:00Z"); // Monday, 09:00 in Phoenix
        cast = story.cast();
        dana = story.as(cast.agency(), () -> new Field(db, officers, terms).officer(cast, "100"));
        coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void whoeverIsSuspendedIsOutEverywhereUntilTheyAreReinstated() {
        var officer = story.as(cast.agency(), () -> storedOfficers.get(dana));
        var me = visitor.signedIn(officer.personId(), cast.agency(), Role.OFFICER);
        var feed = Pattern.compile("/calendar-feed/[\\w-]+\\.ics").matcher(me.post("/calendar-feed").body());
        assertThat(feed.find()).isTrue();
        var stranger = visitor.stranger();
        assertThat(stranger.get(feed.group()).statusCode()).isEqualTo(200);
        var before = clock.instant();
        for (var state : List.of("SUSPENDED", "LEFT")) {
            state(state);
            await().atMost(GUARD).until(() -> me.get("/my-hours").statusCode() == 302);
            assertThat(me.get("/my-hours").headers().firstValue("location").orElse("")).contains("/sign-in");
            assertThat(stranger.get(feed.group()).statusCode()).isEqualTo(404);
            assertThat(sessions.closedSince(before)).as("the alert lane hears of it").isNotEmpty();
            assertThat(sessions.places(officer.personId())).isEmpty();
        }
        state("ACTIVE");
        assertThat(sessions.places(officer.personId())).singleElement()
                .satisfies(place -> assertThat(place.role()).isEqualTo(Role.OFFICER));
        assertThat(stranger.get(feed.group()).statusCode()).isEqualTo(200);
        assertThat(visitor.signedIn(officer.personId(), cast.agency(), Role.OFFICER).get("/my-hours").statusCode())
                .isEqualTo(200);
    }

    private void state(String state) {
        var officer = story.as(cast.agency(), () -> storedOfficers.get(dana));
        assertThat(coordinator.post("/officers/" + dana + "/details", "name", officer.fullName(), "email",
                officer.email(), "department", cast.department().toString(), "badge", "100", "rank", "OFFICER", "state",
                state, "roleSSO", "true", "version", "" + officer.version()).statusCode()).isEqualTo(302);
    }
}
