package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.scheduling.engine.Small.mon;
import static org.daywatch.scheduling.engine.Small.seats;
import static org.daywatch.scheduling.engine.Small.tue;

import org.daywatch.scheduling.check.Draft;
import org.junit.jupiter.api.Test;

/**
 * Each rule of what is better, alone: of two officers who may both, O and P, it decides who stands. Without it O does,
 * who comes first by name.
 */
class SoftTermsTest {

    private static Draft monday(String weights) {
        return Small.weighing(weights).add("officers", "{id: 'P', department: 'D', hours: []}").shift("A", mon("08:00"),
                mon("12:00"));
    }

    private static Draft twoDays(String weights) {
        return monday(weights).shift("B", tue("08:00"), tue("12:00"));
    }

    @Test
    void withoutAnyPreferenceTheFirstByNameStands() {
        assertThat(seats(monday("CORE: 0"))).containsExactly("A O");
    }

    @Test
    void theUrgentShiftIsFilledWhereOnlyOneCanBe() {
        var both = Small.field().shift("A", mon("08:00"), mon("12:00")).shift("B", mon("08:00"), mon("12:00"));
        assertThat(seats(both.copy().set("shifts", "A", "priority", "3").set("shifts", "B", "priority", "1")))
                .containsExactly("B O");
        assertThat(seats(both.copy().set("shifts", "A", "priority", "1").set("shifts", "B", "priority", "3")))
                .containsExactly("A O");
    }

    @Test
    void aSeatThatCostsMoreThanItIsWorthStaysOpen() {
        // Four hours at 12 a minute are 2,880.
        var outside = Small.weighing("OUTSIDE: 2879").set("officers", "O", "available", "[]").shift("A", mon("08:00"),
                mon("12:00"));
        assertThat(seats(outside.copy())).containsExactly("A O");
        assertThat(seats(outside.set("objective", "{weights: {" + Small.FILL + ", OUTSIDE: 2881}}"))).isEmpty();
    }

    @Test
    void theCoreTeamStandsAtItsSchool() {
        assertThat(seats(monday("CORE: 200").set("schools", "S", "core", "['P']"))).containsExactly("A P");
    }

    @Test
    void aSchoolKeepsOneFaceWhereAnotherCostsMore() {
        // Alone both days O is 240 minutes over; a second face is dearer, or cheaper.
        assertThat(seats(twoDays("FAIR: [{over: '04:00', points: 1}], FACE: 250"))).containsExactly("A O", "B O");
        assertThat(seats(twoDays("FAIR: [{over: '04:00', points: 1}], FACE: 230"))).contains("A O", "B P").hasSize(2);
    }

    @Test
    void aFaceOfTheCoreIsNotNew() {
        assertThat(seats(monday("FACE: 5").set("schools", "S", "core", "['P']"))).containsExactly("A P");
    }

    @Test
    void nobodyHasMoreThanTheirShareOfASchool() {
        assertThat(seats(twoDays("SHARE: {most: 1, points: 50}"))).extracting(s -> s.substring(2))
                .containsExactlyInAnyOrder("O", "P");
        assertThat(seats(twoDays("SHARE: {most: 2, points: 50}"))).containsExactly("A O", "B O");
    }

    @Test
    void whoKnowsTheSchoolStandsThere() {
        assertThat(seats(monday("KNOWN: {most: 10, points: 4}").set("officers", "P", "history", "{days_at: {S: 1}}")))
                .containsExactly("A P");
    }

    @Test
    void whoHasHadMoreHoursStandsBack() {
        var fair = monday("FAIR: [{over: '32:00', points: 1}]");
        assertThat(seats(fair.copy().set("officers", "O", "history", "{credited: '28:01'}"))).as("a minute over")
                .containsExactly("A P");
        assertThat(seats(fair.copy().set("officers", "O", "history", "{credited: '28:00'}"))).as("just full")
                .containsExactly("A O");
    }

    @Test
    void wishesForASchoolAWeekdayAndALevelAreGranted() {
        var wishing = monday("WISH: {school: 3, weekday: 3, level: 3, days: 50}").set("schools", "S", "level",
                "'HIGH'");
        assertThat(seats(wishing.copy().set("officers", "P", "wishes", "{schools: ['S']}"))).containsExactly("A P");
        assertThat(seats(wishing.copy().set("officers", "P", "wishes", "{weekdays: ['MONDAY']}")))
                .containsExactly("A P");
        assertThat(seats(wishing.copy().set("officers", "P", "wishes", "{weekdays: ['TUESDAY']}")))
                .containsExactly("A O");
        assertThat(seats(wishing.copy().set("officers", "P", "wishes", "{levels: ['HIGH']}"))).containsExactly("A P");
    }

    @Test
    void moreDaysThanTheOfficerWishedGoToSomebodyElse() {
        assertThat(seats(twoDays("WISH: {days: 50}").set("officers", "O", "wishes", "{most_days: 1}")))
                .extracting(s -> s.substring(2)).containsOnlyOnce("O").contains("P");
    }

    @Test
    void whoIsGladToBeAskedThenStandsFirst() {
        assertThat(seats(monday("OUTSIDE: 25").set("officers", "O", "available",
                "[{start: '" + mon("08:01") + "', end: '" + mon("12:00") + "'}]"))).containsExactly("A P");
        assertThat(seats(monday("OUTSIDE: 25").set("officers", "O", "available",
                "[{start: '" + mon("08:00") + "', end: '" + mon("12:00") + "'}]"))).containsExactly("A O");
    }

    @Test
    void whoLivesNearerStands() {
        var travel = monday("TRAVEL: {same_zip: 0, same_zip3: 15, same_county: 30, else: 80, per_km: 1}").set("schools",
                "S", "zip", "'85001'");
        assertThat(seats(travel.copy().set("officers", "P", "home", "{zip: '85001'}").set("officers", "O", "home",
                "{zip: '85002'}"))).containsExactly("A P");
        assertThat(seats(travel.copy().set("officers", "P", "home", "{zip: '85002'}").set("officers", "O", "home",
                "{zip: '86002'}"))).containsExactly("A P");
        assertThat(seats(travel.copy().set("officers", "P", "home", "{zip: '86001'}").set("officers", "O", "home",
                "{zip: '86002'}"))).containsExactly("A O");
    }

    @Test
    void whoCostsLessStands() {
        assertThat(seats(monday("COST: 1").set("officers", "O", "rate", "4550").set("officers", "P", "rate", "4500")))
                .containsExactly("A P");
    }

    @Test
    void whatPeopleWereToldIsChangedOnlyForMoreThanItsPrice() {
        var told = monday("CHANGE: 60, CORE: 50").set("schools", "S", "core", "['P']").add("published",
                "{shift: 'A', officer: 'O'}");
        assertThat(seats(told.copy())).as("the core is worth less than the change").containsExactly("A O");
        assertThat(seats(told.set("objective", "{weights: {" + Small.FILL + ", CHANGE: 60, CORE: 70}}")))
                .containsExactly("A P");
    }

    @Test
    void theListSaysWhoIsWorthMoreThere() {
        assertThat(seats(monday("CORE: 0").set("shifts", "A", "eligible",
                "[{officer: 'O', worth: 4}, {officer: 'P', worth: 5}]"))).containsExactly("A P");
    }

    @Test
    void anAnswerTakesItsPointsApartByRule() {
        var answer = Small.solve(
                monday("CORE: 200, COST: 1").set("schools", "S", "core", "['P']").set("officers", "P", "rate", "4500"));
        assertThat(answer.terms()).containsEntry("FILL", 2880L).containsEntry("CORE", 200L).containsEntry("COST", -180L)
                .hasSize(3);
        assertThat(answer.objective()).isEqualTo(2900);
    }
}
