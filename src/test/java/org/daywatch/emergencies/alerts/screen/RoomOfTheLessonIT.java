package org.daywatch.emergencies.alerts.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch.emergencies.alerts.screen.OpenPages.PATIENCE;
import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.emergencies.Tables.PRESS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A teacher's page of buttons stays open through the morning, or opens without a connection: the room it offers is that
 * of the lesson that is on at the school. The phone stands in another zone, and its clock is wrong.
 */
@DaywatchIT
class RoomOfTheLessonIT {

    private static final String LESSONS = "1 08:00-08:50\n2 08:55-09:45\n3 09:50-10:40";
    private static final Instant FIRST = Instant.parse("2026-08-07T15:10:00Z"); // 08:10 in Phoenix
    private static final Instant THIRD = Instant.parse("2026-08-07T16:51:00Z");
    private static final Instant BETWEEN = Instant.parse("2026-08-07T16:47:00Z");
    private static final Duration WRONG = Duration.ofHours(5);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private OpenPages pages;
    private Page phone;
    private UUID first;
    private UUID third;

    @BeforeEach
    void theirFirstAndThirdLessonAreInTwoRooms() {
        clock.setTo(FIRST);
        pages = new OpenPages(app, port);
        var day = pages.day;
        var schools = app.getBean(Schools.class);
        var building = story.as(day.cast.agency(), () -> schools.addBuilding(day.school, "Main"));
        first = story.as(day.cast.agency(), () -> schools.addRoom(day.school, building, "Room R100", "1", null));
        third = story.as(day.cast.agency(), () -> schools.addRoom(day.school, building, "Room R101", "1", null));
        story.run(day.cast.mesquite(), () -> {
            var roll = SchoolRoll.at(db, day.cast, day.cast.mesquite(), day.school, 2, 2);
            for (var lesson : List.of("1", "3"))
                db.update(ROSTER_CLASS).set(ROSTER_CLASS.PERIODS, lesson)
                        .where(ROSTER_CLASS.ID.eq(roll.classes().get(lesson.equals("1") ? 0 : 1))).execute();
            db.update(ROSTER_PERSON).set(ROSTER_PERSON.EMAIL, Role.TEACHER + day.cast.suffix() + "@story.example")
                    .where(ROSTER_PERSON.SCHOOL_ID.eq(day.school)).and(ROSTER_PERSON.ROLE.eq("teacher")).execute();
            app.getBean(ClassRosters.class).setPeriods(app.getBean(Campuses.class).find(day.school).orElseThrow(),
                    ClassPeriod.read(LESSONS));
        });
        phone = pages.become(Role.TEACHER, 360, "");
        itIs(FIRST);
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        pages.close();
    }

    @Test
    void aPageOpenedInTheFirstLessonAndPressedInTheThirdOffersAndTellsTheRoomOfTheThird() {
        pages.listening(phone, "/alert");
        knowsItsDay();
        offers(first);
        itIs(THIRD);
        phone.locator(".alert-button-HELP_BEHAVIOR").hover();
        phone.mouse().down();
        Awaitility.await().pollInSameThread().atMost(Duration.ofMillis(PATIENCE)).untilAsserted(
                () -> org.assertj.core.api.Assertions.assertThat(rooms()).containsExactly(third));
        phone.mouse().up();
        offers(third);
        phone.locator("#alert-room").selectOption(first.toString());
        comesBackToThePage();
        assertThat(phone.locator("#alert-room")).hasValue(first.toString()); // what somebody chose stays
    }

    @Test
    void withoutAConnectionTheRoomIsThatOfTheLessonThatIsOnByTheClockOfTheSchool() {
        pages.listening(phone, "/alert");
        knowsItsDay();
        Awaitility.await().pollInSameThread().atMost(Duration.ofMillis(PATIENCE)).until(() -> (Boolean) phone
                .evaluate("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')"));
        phone.context().setOffline(true);
        itIs(THIRD);
        phone.navigate(pages.at("/alert"));
        assertThat(phone.locator("#press-shell")).isVisible();
        offers(third);
        itIs(BETWEEN);
        comesBackToThePage();
        assertThat(phone.locator("#alert-room")).hasValue("", patient());
        assertThat(phone.locator("#alert-room-said")).isHidden();
    }

    private void offers(UUID room) {
        assertThat(phone.locator("#alert-room")).hasValue(room.toString(), patient());
        assertThat(phone.locator("#alert-room-said")).isVisible();
    }

    private static LocatorAssertions.HasValueOptions patient() {
        return new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE);
    }

    private void comesBackToThePage() {
        phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private void knowsItsDay() {
        Awaitility.await().pollInSameThread().atMost(Duration.ofMillis(PATIENCE)).until(
                () -> (Boolean) phone.evaluate("daywatchPresses.schools().then(all => all[0]?.hours?.length > 1)"));
    }

    /** For the phone alone, whose clock is ahead: the site's stands where the day began. */
    private void itIs(Instant now) {
        phone.context().clock().setFixedTime(Date.from(now.plus(WRONG)));
    }

    private List<UUID> rooms() {
        return story.as(pages.day.cast.mesquite(),
                () -> db.select(PRESS.ROOM_ID).from(PRESS).fetch(PRESS.ROOM_ID));
    }
}
