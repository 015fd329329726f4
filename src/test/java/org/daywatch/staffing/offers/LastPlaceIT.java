package org.daywatch.staffing.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.LastPlace;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DaywatchIT
class LastPlaceIT {

    private static final Instant START = Instant.parse("2026-08-04T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Acceptances acceptances;
    @Autowired ShiftStore shifts;

    private PostedDay day;

    @BeforeEach
    void aDayIsPosted() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
    }

    @Test
    void ofTwoWhoTakeTheLastPlaceOneWinsEveryTimeAndTheOtherReadsThatItIsTaken() throws Exception {
        var result = new LastPlace(app, day, List.of(day.officer("Dana Vega"), day.officer("Lee Ortega"))).rounds(50,
                START, Duration.ofHours(1));
        assertThat(result.winners()).hasSize(50);
        assertThat(result.refusals()).hasSize(50).allMatch(code -> code == StaffingRefusal.ALREADY_TAKEN);
        story.run(day.cast.agency(), () -> {
            assertThat(db.fetchCount(SHIFT)).isEqualTo(50);
            assertThat(db.fetchCount(OFFICER_BUSY)).isEqualTo(50);
            assertThat(db.fetchCount(HOUR_ENTRY)).isEqualTo(50);
        });
    }

    @Test
    void oneOfficerCannotBeInTwoPlaces() {
        var dana = day.officer("Dana Vega");
        accept(dana, day.post(START));
        assertRefused(dana, day.post(START.plus(Duration.ofHours(6))), StaffingRefusal.NOT_ELIGIBLE);
    }

    @Test
    void whoWorksElsewhereThenIsOnlyNotAvailable() {
        var dana = day.officer("Dana Vega");
        var other = story.cast();
        story.run(other.agency(), () -> app.getBean(org.daywatch.staffing.hours.BusyTimes.class).reserve(dana.person(),
                org.daywatch.platform.time.Window.of(START, Duration.ofHours(1)), UUID.randomUUID()));
        var post = day.post(START);
        assertRefused(dana, post, StaffingRefusal.NOT_AVAILABLE_THEN);
        assertThat(day.stateOf(post)).isEqualTo("OPEN");
    }

    @Test
    void theEvidenceOfTheAcceptanceIsKeptWithTheShift() {
        var shift = accept(day.officer("Dana Vega"), day.post(START));
        var acceptance = story.as(day.cast.agency(), () -> shifts.get(shift)).acceptance();
        assertThat(acceptance.byPhone()).isFalse();
        assertThat(acceptance.verdict()).contains("\"allowed\": true", "WORK-PERMISSION");
    }

    @Test
    void anAcceptanceByPhoneNamesTheCallerAndTheTimeOfTheCallAndWaitsForTheOfficer() {
        var dana = day.officer("Dana Vega");
        var post = day.post(START);
        var call = new Shift.Call("Officer Vega, 602 555 0100", TestClock.START.minus(Duration.ofHours(9)));
        var id = Tenancy.as(Scope.system(day.cast.agency()), () -> acceptances.recordPhone(post, dana.id(), call));
        var kept = story.as(day.cast.agency(), () -> shifts.get(id)).acceptance();
        assertThat(kept.call()).isEqualTo(call);
        assertThat(kept.at()).as("the post is theirs from the entry on").isEqualTo(TestClock.START);
        assertThat(kept.awaitsConfirmation()).isTrue();
        var confirmed = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(ShiftCommands.class).handle(id, new ShiftCommand.ConfirmAcceptance()));
        assertThat(confirmed.acceptance().call()).isEqualTo(call);
        assertThat(confirmed.acceptance().confirmedAt()).isEqualTo(TestClock.START);
    }

    @Test
    void aCallIsNeitherStillToComeNorOlderThanADay() {
        var dana = day.officer("Dana Vega");
        var post = day.post(START);
        for (var at : List.of(TestClock.START.plusSeconds(60), TestClock.START.minus(Duration.ofHours(25)))) {
            assertThatThrownBy(() -> Tenancy.as(Scope.system(day.cast.agency()),
                    () -> acceptances.recordPhone(post, dana.id(), new Shift.Call("Officer Vega", at))))
                    .isInstanceOfSatisfying(InvalidInput.class,
                            wrong -> assertThat(wrong.byField()).containsKey("called"));
        }
        assertThat(day.stateOf(post)).isEqualTo("OPEN");
    }

    private UUID accept(PostedDay.Officer officer, UUID post) {
        return Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                () -> acceptances.accept(officer.person(), post));
    }

    private void assertRefused(PostedDay.Officer officer, UUID post, StaffingRefusal why) {
        assertThatThrownBy(() -> accept(officer, post)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo(why));
    }
}
