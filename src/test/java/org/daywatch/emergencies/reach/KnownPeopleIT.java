package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.exercises.audience.ExerciseAudience;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The list of people in memory is the list the records count by; and of it nobody hears who may not read names, or not
 * of this school.
 */
@DaywatchIT
class KnownPeopleIT extends FiftyFivePeople {

    private static final Pattern LANE = Pattern
            .compile("\"lane\":\\{\"url\":\"([^\"]+)\",\"streams\":\"[^\"]*\",\"token\":\"([^\"]+)\"");

    @Autowired KnownPeople known;
    @Autowired ExerciseAudiences audiences;

    @Test
    void theListIsTheVeryOneTheRecordsCountByForEveryKindOfAlert() {
        UUID officer = onPost();
        read();
        var list = known.at(day.cast.agency(), district, day.school).orElseThrow();
        assertThat(list.readAt()).isEqualTo(clock.instant());
        for (var action : List.of(ProtocolAction.LOCKDOWN, ProtocolAction.HELP_MEDICAL)) {
            var alert = stored(raise(AlertStatus.ACTUAL, action));
            var byRecords = asAgency(() -> people.of(alert));
            assertThat(SchoolPeople.concerned(list.people(), alert, ExerciseAudience.EVERYBODY)).as("%s", action)
                    .containsExactlyInAnyOrderElementsOf(byRecords.values());
            assertThat(byRecords).containsKey(officer).hasSize(action.help() ? 4 : 56);
        }
        var drill = Ids.next();
        story.run(day.cast.agency(), () -> audiences.keep(day.cast.agency(), district, drill, List.of("FRONT_OFFICE"),
                List.of("SCREEN"), clock.instant()));
        hear(press(drill, AlertStatus.EXERCISE, ProtocolAction.HOLD));
        var alert = stored(drill);
        assertThat(SchoolPeople.concerned(list.people(), alert, audiences.known(alert)))
                .as("the principal and two of the front office").hasSize(3)
                .containsExactlyInAnyOrderElementsOf(asAgency(() -> people.of(alert)).values());
    }

    @Test
    void whoComesOrGoesIsOnTheListOrOffItWithTheNextReadingAndAReadingThatFailsTakesNothingAway() {
        read();
        UUID late = story.as(district, () -> organizations.join(district, "late" + day.cast.suffix() + "@story.example",
                "Came Late", Role.TEACHER, day.school));
        var gone = List.copyOf(staff.keySet()).get(10);
        story.run(district, () -> organizations.part(gone, Role.TEACHER));
        assertThat(onList()).as("as it was read").hasSize(55).contains(gone).doesNotContain(late);
        var before = known.at(day.cast.agency(), district, day.school).orElseThrow();
        clock.move(Duration.ofMinutes(2));
        assertThatThrownBy(() -> known.read(day.cast.agency()))
                .as("bound to nobody, as good as a database that does not answer").isInstanceOf(RuntimeException.class);
        assertThat(known.at(day.cast.agency(), district, day.school)).contains(before);
        read();
        assertThat(onList()).hasSize(55).contains(late).doesNotContain(gone);
        assertThat(known.at(day.cast.agency(), district, day.school).orElseThrow().readAt()).isEqualTo(clock.instant());
    }

    @Test
    void whereNobodyIsKnownYetTheListIsReadSoonAndWhereSomebodyIsNotBeforeItsTime() {
        var founded = story.cast();
        UUID school = Ids.next();
        known.readWhereNobodyIsKnown();
        assertThat(known.at(founded.agency(), founded.mesquite(), school).orElseThrow().people())
                .as("nobody was told yet").isEmpty();
        UUID first = story.as(founded.mesquite(), () -> organizations.join(founded.mesquite(),
                "first" + founded.suffix() + "@story.example", "Came First", Role.TEACHER, school));
        clock.move(Duration.ofSeconds(5));
        known.readWhereNobodyIsKnown();
        var list = known.at(founded.agency(), founded.mesquite(), school).orElseThrow();
        assertThat(list.people()).extracting(SchoolPeople.Placed::person).containsExactly(first);
        assertThat(list.readAt()).isEqualTo(clock.instant());
        clock.move(Duration.ofSeconds(5));
        known.readWhereNobodyIsKnown();
        assertThat(known.at(founded.agency(), founded.mesquite(), school)).as("known as it is").contains(list);
    }

    @Test
    void aPlaceThatAnotherDistrictWroteDownAtThisSchoolCountsForNothing() {
        story.as(day.cast.saguaro(), () -> organizations.join(day.cast.saguaro(),
                "foreign" + day.cast.suffix() + "@story.example", "Foreign Hand", Role.PRINCIPAL, day.school));
        read();
        assertThat(onList()).hasSize(55).containsExactlyInAnyOrderElementsOf(staff.keySet());
        assertThat(known.at(day.cast.agency(), day.cast.saguaro(), day.school).orElseThrow().people())
                .extracting(SchoolPeople.Placed::name).containsExactly("Foreign Hand");
        assertThat(known.at(day.cast.saguaro(), district, day.school)).isEmpty();
    }

    @Test
    void ofAnAlertTheDatabaseDoesNotKnowThoseWhoLeadAreToldTheOthersByNameAndTheMomentOfTheListUntilTheRecordsAnswer() {
        read();
        var readAt = clock.instant();
        var all = List.copyOf(staff.keySet());
        clock.move(Duration.ofMinutes(1));
        var press = press(Ids.next(), AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN, all.get(3));
        memory(press);
        memory(ack(press.id(), all.get(4), Kind.SEEN));
        memory(ack(press.id(), all.get(5), Kind.NEED_HELP));
        memory(ack(press.id(), all.get(6), Kind.DELIVERED));
        assertThat(figures(press.id())).as("the database has a moment to learn of it").containsEntry("expected", 0)
                .containsEntry("seen", 3).doesNotContainKey("asOf");
        assertThat(names(principal, press.id())).isEqualTo("404");
        clock.move(Duration.ofMillis(3001));
        assertThat(figures(press.id())).containsEntry("from", "LIST").containsEntry("asOf", readAt.toString())
                .containsEntry("expected", 55).containsEntry("delivered", 4).containsEntry("seen", 3)
                .containsEntry("needHelp", 1);
        var missing = new ArrayList<>(staff.values());
        for (int i = 3; i < 7; i++) missing.remove(staff.get(all.get(i)));
        assertThat(names(principal, press.id())).contains("\"NEEDS_HELP\":[\"Staff Member 05\"]",
                "\"DELIVERED\":[\"Staff Member 06\"]",
                "\"NOT_REACHED\":[\"" + String.join("\",\"", missing) + "\"]", "\"asOf\":\"" + readAt + "\"");

        hear(press);
        round();
        assertThat(figures(press.id())).as("the records answer").containsEntry("expected", 55)
                .containsEntry("delivered", 4).containsEntry("seen", 3).doesNotContainKeys("from", "asOf");
        assertThat(names(principal, press.id())).as("the site says it").isEqualTo("404");
        var looked = clock.instant();
        clock.move(Duration.ofMillis(10_001));
        memory(ack(press.id(), all.get(6), Kind.SEEN));
        assertThat(figures(press.id())).as("nobody could look at it for ten seconds").containsEntry("from", "LIST")
                .containsEntry("asOf", looked.toString()).containsEntry("seen", 4);
        assertThat(names(principal, press.id())).contains("\"DELIVERED\":[]", "\"NEEDS_HELP\":[\"Staff Member 05\"]");
        round();
        assertThat(figures(press.id())).doesNotContainKey("from");
    }

    @Test
    void whoMayNotReadNamesOrIsOfAnotherSchoolDistrictOrAgencyGetsNone() {
        var press = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, List.copyOf(staff.keySet()).get(3));
        var test = press(Ids.next(), AlertStatus.TEST, ProtocolAction.LOCKDOWN);
        read();
        memory(press);
        memory(test);
        clock.move(Duration.ofSeconds(4));
        assertThat(names(principal, press.id())).contains("Staff Member 07");
        assertThat(names(principal, test.id())).as("of a test there is nothing to see").isEqualTo("404");
        assertThat(names(teacher, press.id())).isEqualTo("403");
        assertThat(names(lane(principal, "/alert/mine"), press.id())).as("the token that lies on a phone")
                .isEqualTo("403");
        assertThat(names(new Lane(lane(principal, "/alerts/screen").url(), "v1.junk"), press.id())).isEqualTo("401");
        var other = new org.daywatch._story.PostedDay(app);
        assertThat(names(signedIn(other.cast.mesquite(), Role.PRINCIPAL, other.school), press.id()))
                .as("another agency").isEqualTo("404");
        assertThat(names(signedIn(other.cast.agency(), Role.AGENCY_ADMIN, null), press.id()))
                .as("all of another agency").isEqualTo("404");
        assertThat(names(signedIn(day.cast.saguaro(), Role.SAFETY_DIRECTOR, null), press.id()))
                .as("another district of the agency").isEqualTo("404");
        assertThat(names(signedIn(district, Role.PRINCIPAL, Ids.next()), press.id()))
                .as("another school of the district").isEqualTo("404");
        assertThat(names(signedIn(day.cast.agency(), Role.OFFICER, null), press.id()))
                .as("an officer who is nowhere now").isEqualTo("404");
        assertThat(names(signedIn(district, Role.SAFETY_DIRECTOR, null), press.id())).contains("Staff Member 07");
        assertThat(names(signedIn(day.cast.agency(), Role.COORDINATOR, null), press.id())).contains("Staff Member 07");
    }

    @Test
    void aNodeThatCouldNeverReadTheListSaysSo() {
        var press = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, List.copyOf(staff.keySet()).get(3));
        memory(press);
        clock.move(Duration.ofSeconds(4));
        assertThat(figures(press.id())).containsEntry("from", "NONE").containsEntry("expected", 0)
                .containsEntry("seen", 1).doesNotContainKey("asOf");
        assertThat(names(principal, press.id())).isEqualTo("404");
    }

    private void read() {
        Tenancy.run(Scope.system(day.cast.agency()), () -> known.read(day.cast.agency()));
    }

    private UUID onPost() {
        var officer = day.officer("Dana Vega");
        var post = day.post(clock.instant().plus(Duration.ofMinutes(10)));
        var shift = Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                () -> app.getBean(Acceptances.class).accept(officer.person(), post));
        assertThat(visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER)
                .post("/shifts/" + shift + "/check-in", "code", day.deskCode()).statusCode()).isLessThan(400);
        return officer.person();
    }

    private List<UUID> onList() {
        return known.at(day.cast.agency(), district, day.school).orElseThrow().people().stream()
                .map(SchoolPeople.Placed::person).toList();
    }

    private Alert stored(UUID alert) {
        return story.as(district, () -> alerts.find(alert)).orElseThrow();
    }

    private <R> R asAgency(java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(day.cast.agency()), work::get);
    }

    private Map<String, Object> figures(UUID alert) {
        return new HashMap<>(board.figures(List.of(alert)).get(alert));
    }

    private record Lane(String url, String token) {}

    private static Lane lane(Visit who, String page) {
        var link = LANE.matcher(who.get(page).body());
        assertThat(link.find()).as(page).isTrue();
        return new Lane(link.group(1), link.group(2));
    }

    private static String names(Visit who, UUID alert) {
        return names(lane(who, "/alerts/screen"), alert);
    }

    /** @return what the lane says, or with which status it says nothing */
    private static String names(Lane lane, UUID alert) {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(lane.url() + "/lane/reach?alert=" + alert))
                            .header("Authorization", "Bearer " + lane.token()).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) assertThat(answer.body()).doesNotContain("Staff Member");
            return answer.statusCode() == 200 ? answer.body() : Integer.toString(answer.statusCode());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Visit signedIn(UUID organization, Role role, UUID school) {
        String email = role + Ids.next().toString().substring(24) + "@story.example";
        return visitor.signedIn(
                story.as(organization, () -> organizations.join(organization, email, "Somebody Else", role, school)),
                organization, role);
    }
}
