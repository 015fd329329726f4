package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The edges of each rule of the objective, one rule alone, worked out by hand. The full week shows them together. */
class PointsTest {

    /** Two shifts of 8 hours at S on Monday and Tuesday, O on both. */
    private static Draft two(String weights) {
        return Draft.in("America/Phoenix").set("objective", "{weights: " + weights + "}")
                .worked("A", "2026-11-16T07:00:00-07:00", "2026-11-16T15:00:00-07:00")
                .worked("B", "2026-11-17T07:00:00-07:00", "2026-11-17T15:00:00-07:00");
    }

    private static long term(Draft draft, String name) {
        var report = draft.check();
        assertThat(report.fine()).isTrue();
        assertThat(report.objective()).as("no other rule").isEqualTo(report.terms().get(name));
        return report.objective();
    }

    @Test
    void minutesAreFilledAtTheWeightOfTheirPriority() {
        assertThat(term(two("{FILL: {'2': 12, '1': 99}}"), "FILL")).isEqualTo(2 * 480 * 12);
        assertThat(term(two("{FILL: {'1': 20}}").set("shifts", "B", "priority", "1"), "FILL")).isEqualTo(480 * 20);
        // The night clocks go forward in New York: 00:00 to 05:00 are 240 minutes.
        assertThat(term(Draft.in("America/New_York").set("objective", "{weights: {FILL: {'2': 1}}}")
                .worked("A", "2026-03-08T00:00:00-05:00", "2026-03-08T05:00:00-04:00"), "FILL")).isEqualTo(240);
    }

    @Test
    void aStrangerToTheCoreCostsOnceASchool() {
        assertThat(term(two("{FACE: 150}"), "FACE")).isEqualTo(-150);
        assertThat(term(two("{FACE: 150}").set("schools", "S", "core", "['O']"), "FACE")).isZero();
        assertThat(term(two("{CORE: 7}").set("schools", "S", "core", "['O', 'X']"), "CORE")).isEqualTo(14);
        assertThat(term(two("{CORE: 7}").set("schools", "S", "core", "['X']"), "CORE")).isZero();
    }

    @Test
    void seatsBeyondAShareAreCounted() {
        assertThat(term(two("{SHARE: {most: 2, points: 300}}"), "SHARE")).isZero();
        assertThat(term(two("{SHARE: {most: 0, points: 300}}"), "SHARE")).isEqualTo(-600);
    }

    @Test
    void knownDaysCountForEverySeatUpToTheMost() {
        assertThat(term(two("{KNOWN: {most: 10, points: 4}}").set("officers", "O", "history", "{days_at: {S: 9}}"),
                "KNOWN")).isEqualTo(2 * 9 * 4);
        assertThat(
                term(two("{KNOWN: {most: 10, points: 4}}").set("officers", "O", "history", "{days_at: {S: 11, T: 5}}"),
                        "KNOWN"))
                .isEqualTo(2 * 10 * 4);
    }

    @Test
    void bandsOfFairnessAddUpMinuteByMinute() {
        // 16 h and 00:01 before: one minute over 16:00.
        var bands = "{FAIR: [{over: '16:00', points: 3}, {over: '08:00', points: 1}]}";
        assertThat(term(two(bands), "FAIR")).isEqualTo(-480);
        assertThat(term(two(bands).set("officers", "O", "history", "{credited: '00:01'}"), "FAIR")).isEqualTo(-481 - 3);
        // One without a seat pays as well.
        assertThat(term(
                two("{FAIR: [{over: '20:00', points: 1}]}").add("officers", "{id: 'N', history: {credited: '20:30'}}"),
                "FAIR")).isEqualTo(-30);
    }

    @Test
    void wishesAreGrantedSeatBySeat() {
        var weights = "{WISH: {school: 30, weekday: 10, level: 5, days: 50}}";
        assertThat(
                term(two(weights).set("officers", "O", "wishes", "{schools: ['S'], weekdays: ['TUESDAY', 'SUNDAY']}"),
                        "WISH"))
                .isEqualTo(70);
        assertThat(term(two(weights).set("officers", "O", "wishes", "{levels: ['HIGH']}"), "WISH"))
                .as("level not known").isZero();
        assertThat(term(two(weights).set("officers", "O", "wishes", "{levels: ['HIGH']}").set("schools", "S", "level",
                "'HIGH'"), "WISH")).isEqualTo(10);
        assertThat(term(two(weights).set("officers", "O", "wishes", "{most_days: 2}"), "WISH")).isZero();
        assertThat(term(two(weights).set("officers", "O", "wishes", "{most_days: 0}"), "WISH")).isEqualTo(-100);
    }

    @Test
    void outsideIsWhatNoSingleWindowHolds() {
        assertThat(term(two("{OUTSIDE: 25}"), "OUTSIDE")).as("they did not say").isZero();
        assertThat(term(two("{OUTSIDE: 25}").set("officers", "O", "available", "[]"), "OUTSIDE")).isEqualTo(-50);
        assertThat(term(two("{OUTSIDE: 25}").set("officers", "O", "available",
                "[{start: '2026-11-16T07:00:00-07:00', end: '2026-11-16T15:00:00-07:00'}, {start: '2026-11-17T07:01:00-07:00', end: '2026-11-17T15:00:00-07:00'}]"),
                "OUTSIDE")).isEqualTo(-25);
    }

    @Test
    void travelByTheFirstClassThatFits() {
        var weights = "{TRAVEL: {same_zip: 1, same_zip3: 2, same_county: 3, else: 4, per_km: 10}}";
        assertThat(travel(weights, "{zip: '85001', county: 'M'}", "{zip: '85001', county: 'M'}")).isEqualTo(-2);
        assertThat(travel(weights, "{zip: '85099', county: 'M'}", "{zip: '85001', county: 'M'}")).isEqualTo(-4);
        assertThat(travel(weights, "{zip: '86001', county: 'M'}", "{zip: '85001', county: 'M'}")).isEqualTo(-6);
        assertThat(travel(weights, "{zip: '85', county: 'M'}", "{zip: '85001', county: 'M'}"))
                .as("too short to be a zip3").isEqualTo(-6);
        assertThat(travel(weights, "{county: 'N'}", "{county: 'M'}")).isEqualTo(-8);
        assertThat(travel(weights, "{}", "{}")).as("nothing known is else").isEqualTo(-8);
        // A degree on the equator: 6371 x pi / 180 = 111.19 km. 0.0045 degrees are 0.5004 km, a whole one; 0.0044 are 0.489, none.
        assertThat(travel(weights, "{at: [0, 1], zip: '85001'}", "{at: [0, 0], zip: '85001'}")).isEqualTo(-2 * 1110);
        assertThat(travel(weights, "{at: [0.0045, 10]}", "{at: [0, 10]}")).isEqualTo(-20);
        assertThat(travel(weights, "{at: [0.0044, 10]}", "{at: [0, 10]}")).isZero();
        assertThat(travel(weights, "{at: [0, 1], zip: '85001'}", "{zip: '85001'}"))
                .as("the school's place is not known").isEqualTo(-2);
    }

    private static long travel(String weights, String home, String school) {
        var draft = two(weights).set("officers", "O", "home", home);
        Draft.node(school).properties()
                .forEach(field -> draft.item("schools", "S").set(field.getKey(), field.getValue()));
        return term(draft, "TRAVEL");
    }

    @Test
    void costIsRoundedHalfUpForEachSeat() {
        // 1 cent x 480 minutes x 6 points = 2880 / 6000 = 0.48, nothing; x 7 points = 0.56, one for each of two seats.
        assertThat(term(two("{COST: 6}").set("officers", "O", "rate", "1"), "COST")).isZero();
        assertThat(term(two("{COST: 7}").set("officers", "O", "rate", "1"), "COST")).isEqualTo(-2);
        // 50 cents x 60 minutes = 3000 / 6000 = 0.5, one; 49 cents nothing.
        var half = Draft.in("America/Phoenix").set("objective", "{weights: {COST: 1}}")
                .set("officers", "O", "rate", "50")
                .worked("A", "2026-11-16T07:00:00-07:00", "2026-11-16T08:00:00-07:00");
        assertThat(term(half, "COST")).isEqualTo(-1);
        assertThat(term(half.set("officers", "O", "rate", "49"), "COST")).isZero();
    }

    @Test
    void aChangeIsPaidForEachPublishedSeatThatIsNotKept() {
        var published = two("{CHANGE: 60}").add("officers", "{id: 'N'}").add("published", "{shift: 'A', officer: 'O'}");
        assertThat(term(published.copy(), "CHANGE")).isZero();
        assertThat(term(published.copy().add("published", "{shift: 'A', officer: 'N'}").add("published",
                "{shift: 'B', officer: 'N'}"), "CHANGE")).isEqualTo(-120);
    }

    @Test
    void worthIsWhatTheListSays() {
        assertThat(term(two("{}").set("shifts", "A", "eligible", "[{officer: 'O', worth: -7}]").set("shifts", "B",
                "eligible", "['O']"), "WORTH")).isEqualTo(-7);
        assertThat(term(two("{}").set("shifts", "A", "eligible", "[{officer: 'O', worth: 900}]"), "WORTH"))
                .isEqualTo(900);
    }
}
