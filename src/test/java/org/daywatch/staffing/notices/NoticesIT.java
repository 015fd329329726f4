package org.daywatch.staffing.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.LIVE_EVENT;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DaywatchIT
class NoticesIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Facts facts;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;
    @Autowired Texts texts;

    private static final Window MORNING = new Window(TestClock.START.plus(Duration.ofHours(1)),
            TestClock.START.plus(Duration.ofHours(8)));

    @Test
    void aMissedShiftIsToldAtOnceToCoordinatorsAndToThePrincipalOfThatSchoolOnly() {
        var day = new PostedDay(app);
        var cast = day.cast;
        UUID principal = principal(cast.mesquite(), "principal", day.school);
        UUID elsewhere = principal(cast.mesquite(), "elsewhere", Ids.next());
        story.run(cast.agency(), () -> facts.tell(new StaffingEvent.OfficerMissedShift(cast.agency(), Ids.next(),
                MORNING.start(), Ids.next(), Ids.next(), day.school, MORNING)));
        assertThat(told(cast.agency())).containsExactly(cast.coordinator());
        assertThat(told(cast.mesquite())).containsExactly(principal).doesNotContain(elsewhere);
        assertThat(subjects(cast.mesquite())).containsExactly("No check-in: Ocotillo High");
        assertThat(story.as(cast.mesquite(),
                () -> db.select(OUTBOUND_MESSAGE.LANE).from(OUTBOUND_MESSAGE).fetchSet(OUTBOUND_MESSAGE.LANE)))
                .containsExactly("URGENT");
        assertThat(rung(cast.agency())).contains("board", "shifts");
        assertThat(rung(cast.mesquite())).contains("board", "shifts");
    }

    @Test
    void aPrincipalsRequestReachesTheCoordinatorsOfTheAgency() {
        var day = new PostedDay(app);
        story.run(day.cast.mesquite(), () -> facts.tell(new StaffingEvent.RequestSubmitted(day.cast.agency(),
                Ids.next(), TestClock.START, "R-2026-0041", day.school)));
        assertThat(told(day.cast.agency())).containsExactly(day.cast.coordinator());
        assertThat(subjects(day.cast.agency())).containsExactly("Request R-2026-0041 from Ocotillo High");
    }

    @Test
    void postsThatCanBeTakenAreToldToTheOfficersOfTheDepartmentsAskedAndACancellationToItsOfficer() {
        var day = new PostedDay(app);
        var cast = day.cast;
        var officer = day.officer("Jordan Sage");
        story.run(cast.agency(), () -> {
            facts.tell(new StaffingEvent.PostsPosted(cast.agency(), Ids.next(), TestClock.START, 3, 1,
                    LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 5)));
            facts.tell(new StaffingEvent.PostsPosted(cast.agency(), Ids.next(), TestClock.START, 3, 2,
                    LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 5)));
            facts.tell(new StaffingEvent.ShiftCancelled(cast.agency(), Ids.next(), TestClock.START, Ids.next(),
                    officer.id(), day.school, MORNING, "Water main."));
        });
        assertThat(told(cast.agency())).containsExactly(officer.person());
        assertThat(subjects(cast.agency())).containsExactlyInAnyOrder("New posts available",
                "Canceled: Ocotillo High, Mon, Aug 3, 7:00 AM");
    }

    @Test
    void everyTopicHasWordsInBothLanguagesThatFillInCompletely() {
        for (var topic : Topic.values()) {
            Object first = topic == Topic.POSTS_POSTED ? 3 : "Ocotillo"; // how many posts
            for (String language : Texts.LANGUAGES) {
                for (String part : List.of("subject", "body")) {
                    assertThat(
                            texts.of(language, "notices." + topic + "." + part, first, "Monday", "why", "Jordan Sage"))
                            .as(topic + " " + language).isNotBlank().doesNotContain("{");
                }
            }
        }
    }

    private UUID principal(UUID district, String name, UUID school) {
        return Tenancy.as(Scope.system(district),
                () -> organizations.join(district, name + district + "@story.example", name, Role.PRINCIPAL, school));
    }

    private Set<UUID> told(UUID tenant) {
        return story.as(tenant, () -> db.select(DELIVERY.PERSON_ID).from(DELIVERY).fetchSet(DELIVERY.PERSON_ID));
    }

    private List<String> subjects(UUID tenant) {
        return story.as(tenant,
                () -> db.select(OUTBOUND_MESSAGE.SUBJECT).from(OUTBOUND_MESSAGE).fetch(OUTBOUND_MESSAGE.SUBJECT));
    }

    private Set<String> rung(UUID tenant) {
        return story.as(tenant, () -> db.select(LIVE_EVENT.TOPIC).from(LIVE_EVENT).fetchSet(LIVE_EVENT.TOPIC));
    }
}
