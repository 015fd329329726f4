package org.daywatch.staffing.schedules.weeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.platform.Tables.DELIVERY;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.consents.StandingConsents;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.offers.HeldPosts;
import org.daywatch.staffing.schedules.publishing.Publication;
import org.daywatch.staffing.schedules.publishing.PublicationStore;
import org.daywatch.staffing.schedules.publishing.SchedulePublishing;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A roster is pinned, published, taken by consent, accepted and declined. The clock stands two days before the first
 * post.
 */
@DaywatchIT
class SchedulePublishingIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired ScheduleCommands commands;
    @Autowired SchedulePublishing publishing;
    @Autowired PublicationStore publications;
    @Autowired StandingConsents consents;
    @Autowired Acceptances acceptances;
    @Autowired HeldPosts held;

    private ScheduleWeek week;

    @BeforeEach
    void aWeekStandsOpen() {
        clock.setTo("2026-08-08T14:00:00Z");
        week = new ScheduleWeek(app);
    }

    @Test
    void whoGaveTheirStandingConsentHasItAtOnceTheOthersAreKeptAndTold() {
        var dana = week.officers.getFirst();
        consent(dana);
        var id = week.filled();
        var theirs = week.places(id).stream().filter(p -> p.officer().equals(dana.id())).count();
        assertThat(theirs).isPositive();
        var proposed = week.places(id).stream().map(ScheduleStore.Seated::officer).distinct().toList();
        var published = publish(id);
        assertThat(published.taken()).isEqualTo((int) theirs);
        assertThat(published.asked()).isEqualTo(10 - (int) theirs);
        assertThat(published.refused()).isZero();
        assertThat(week.states()).filteredOn("FILLED"::equals).hasSize((int) theirs);
        assertThat(week.states()).filteredOn("HELD"::equals).hasSize(10 - (int) theirs);
        story.run(week.agency(), () -> {
            assertThat(db.selectDistinct(SHIFT.ACCEPTED_BY).from(SHIFT).fetch(SHIFT.ACCEPTED_BY))
                    .containsExactly("STANDING");
            assertThat(db.selectDistinct(DELIVERY.PERSON_ID).from(DELIVERY).fetch(DELIVERY.PERSON_ID))
                    .as("the one who was asked, and the one whose post was taken")
                    .containsExactlyInAnyOrderElementsOf(week.officers.stream().filter(o -> proposed.contains(o.id()))
                            .map(PostedDay.Officer::person).toList());
        });
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        var id = week.filled();
        assertThat(publish(id).asked()).isEqualTo(10);
        var again = publish(id);
        assertThat(again.asked()).isZero();
        assertThat(again.taken()).isZero();
        assertThat(again.refused()).isZero();
        var refilled = week.filled();
        assertThat(publish(refilled).asked()).as("who has been asked already is not asked again").isZero();
    }

    @Test
    void aPinnedOfficerStaysThroughTheNextFill() {
        var first = week.filled();
        var place = week.places(first).getFirst();
        var other = week.officers.stream().map(PostedDay.Officer::id)
                .filter(o -> as(() -> commands.wouldBe(first, place.post(), o)).allowed() && !o.equals(place.officer()))
                .findFirst().orElseThrow();
        run(() -> commands.pin(first, place.post(), other));
        assertThat(week.roster(first).changed()).isTrue();
        var second = week.filled();
        assertThat(second).isNotEqualTo(first);
        assertThat(week.places(second)).contains(new ScheduleStore.Seated(place.post(), other, true, null, null));
        assertThat(week.roster(second).changed()).isFalse();
    }

    @Test
    void anOfficerWhomARuleForbidsIsNotPinned() {
        var id = week.filled();
        var place = week.places(id).getFirst();
        var colleague = week.places(id).stream()
                .filter(p -> !p.post().equals(place.post()) && sameDay(p.post(), place.post())).findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> run(() -> commands.pin(id, place.post(), colleague.officer())))
                .as("they stand at the other post of that day")
                .isInstanceOfSatisfying(Refused.class,
                        r -> assertThat(r.code()).isEqualTo(StaffingRefusal.PIN_FORBIDDEN));
        story.run(week.agency(),
                () -> db.deleteFrom(CREDENTIAL).where(CREDENTIAL.OFFICER_ID.eq(place.officer())).execute());
        assertThatThrownBy(() -> run(() -> commands.pin(id, place.post(), place.officer())))
                .as("their credentials are gone").isInstanceOf(Refused.class);
    }

    @Test
    void whatARuleStandsAgainstByNowIsNotPublishedAndNamed() {
        var id = week.filled();
        var officer = week.places(id).getFirst().officer();
        var theirs = week.places(id).stream().filter(p -> p.officer().equals(officer)).count();
        story.run(week.agency(), () -> db.deleteFrom(CREDENTIAL).where(CREDENTIAL.OFFICER_ID.eq(officer)).execute());
        var published = publish(id);
        assertThat(published.refused()).isEqualTo((int) theirs);
        assertThat(as(() -> publications.refused(published.id(), 100))).hasSize((int) theirs)
                .allMatch(r -> r.officer().equals(officer) && r.code().equals("PIN_FORBIDDEN"));
        assertThat(published.asked()).isEqualTo(10 - (int) theirs);
    }

    @Test
    void whoDeclinesGivesThePlaceBackAndIsNotProposedThereAgain() {
        var id = week.filled();
        publish(id);
        var place = week.places(id).getFirst();
        var officer = week.officers.stream().filter(o -> o.id().equals(place.officer())).findFirst().orElseThrow();
        var other = week.officers.stream().filter(o -> !o.equals(officer)).findFirst().orElseThrow();
        assertThatThrownBy(() -> run(() -> held.decline(other.person(), place.post()))).isInstanceOf(NotFound.class);
        run(() -> held.decline(officer.person(), place.post()));
        assertThat(week.day.stateOf(place.post())).isEqualTo("OPEN");
        assertThat(week.places(week.filled()))
                .noneMatch(p -> p.post().equals(place.post()) && p.officer().equals(officer.id()));
    }

    @Test
    void aConsentTakenBackTakesNothingMore() {
        var dana = week.officers.getFirst();
        consent(dana);
        run(() -> consents.revoke(dana.person(), week.day.school));
        var published = publish(week.filled());
        assertThat(published.taken()).isZero();
        assertThat(published.asked()).isEqualTo(10);
    }

    private boolean sameDay(UUID one, UUID other) {
        return week.posts.indexOf(one) / 2 == week.posts.indexOf(other) / 2;
    }

    private void consent(PostedDay.Officer officer) {
        Tenancy.run(new Scope(week.agency(), officer.person()),
                () -> consents.give(officer.person(), week.day.school, ScheduleWeek.MONDAY, ScheduleWeek.SUNDAY));
    }

    private Publication publish(UUID id) {
        var publication = as(() -> publishing.ask(id, null, "Proposed in the schedule.", null));
        as(publishing::next);
        var done = as(() -> publications.get(publication));
        assertThat(done.state()).isEqualTo(Publication.State.DONE);
        return done;
    }

    private <R> R as(java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(week.agency()), work::get);
    }

    private void run(Runnable work) {
        Tenancy.run(Scope.system(week.agency()), work);
    }
}
