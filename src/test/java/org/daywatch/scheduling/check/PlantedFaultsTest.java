package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault planted in a week that is fine: it is named with its code and its place, and nothing else is. */
class PlantedFaultsTest {

    record Fault(String what, Consumer<Draft> plant, List<String> named) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Fault fault(String what, Consumer<Draft> plant, String... named) {
        return new Fault(what, plant, List.of(named));
    }

    static Stream<Fault> faults() {
        return Stream.of(seats(), clashes(), limits()).flatMap(List::stream);
    }

    private static List<Fault> seats() {
        return List.of(
                fault("a shift nobody knows", d -> d.seat("x9", "o1"), "UNKNOWN_SHIFT x9/o1"),
                fault("an officer nobody knows", d -> d.seat("f1", "o9"), "UNKNOWN_OFFICER f1/o9"),
                fault("neither is known", d -> d.seat("x9", "o9"), "UNKNOWN_OFFICER x9/o9", "UNKNOWN_SHIFT x9/o9"),
                fault("one too many", d -> d.set("officers", "o2", "roles", "['SSO', 'SRO']").seat("t1", "o2"),
                        "TOO_MANY t1"),
                fault("one beside a pin", d -> d.set("shifts", "h1", "asked", "['D', 'E']").seat("h1", "o4"),
                        "TOO_MANY h1"),
                fault("the same seat twice", d -> d.seat("m1", "o1"), "TWICE m1/o1"),
                fault("the pinned seat twice", d -> d.seat("h1", "o2"), "TWICE h1/o2"),
                fault("a pin left out", d -> d.leave("h1", "o2"), "PIN_BROKEN h1/o2"),
                fault("a pin given to another", d -> d.leave("h1", "o2").seat("h1", "o4"), "PIN_BROKEN h1/o2"),
                fault("a role they have not", d -> d.set("shifts", "w1", "role", "'SRO'"), "ROLE_NOT_HELD w1/o3 (SRO)"),
                fault("no role but another", d -> d.set("officers", "o3", "roles", "['JPO']"),
                        "ROLE_NOT_HELD w1/o3 (SSO)"),
                fault("a certificate ended the day before",
                        d -> d.set("officers", "o1", "holds", "[{code: 'CERT', to: '2026-11-15'}]"),
                        "NOT_QUALIFIED m1/o1 (CERT)"),
                fault("a certificate from the day after",
                        d -> d.set("officers", "o2", "holds", "[{code: 'CERT', from: '2026-11-17'}]"),
                        "NOT_QUALIFIED m1/o2 (CERT)"),
                fault("the second code is missing",
                        d -> d.set("shifts", "w1", "requires", "['ONE', 'TWO']").set("officers", "o3", "holds",
                                "[{code: 'ONE'}]"),
                        "NOT_QUALIFIED w1/o3 (TWO)"),
                fault("not on the list", d -> d.set("shifts", "w1", "eligible", "['o1', 'o2']"), "NOT_LISTED w1/o3"),
                fault("an empty list", d -> d.set("shifts", "w1", "eligible", "[]"), "NOT_LISTED w1/o3"),
                fault("a department not asked", d -> d.set("shifts", "f1", "asked", "['E']"), "NOT_ASKED f1/o1 (D)"),
                fault("nobody asked", d -> d.set("shifts", "f1", "asked", "[]"), "NOT_ASKED f1/o1 (D)"),
                fault("asked, but they have no department",
                        d -> d.without("officers", "o4", "department").seat("f1", "o4"), "NOT_ASKED f1/o4 (none)"),
                fault("a school that blocks them", d -> d.set("officers", "o3", "blocks", "['A', 'B']"),
                        "SCHOOL_BLOCK w1/o3 (B)"),
                fault("work their department prohibits", d -> d.set("shifts", "t1", "work", "'EVENT_SECURITY'"),
                        "WORK_PROHIBITED t1/o1 (EVENT_SECURITY)"),
                fault("two faults at one seat",
                        d -> d.set("officers", "o3", "blocks", "['B']").set("shifts", "w1", "role", "'SRO'"),
                        "ROLE_NOT_HELD w1/o3 (SRO)", "SCHOOL_BLOCK w1/o3 (B)"));
    }

    private static List<Fault> clashes() {
        var clashes = new ArrayList<Fault>();
        for (var kind : List.of("DUTY", "OVERTIME", "COURT", "SICK", "SUSPENDED", "OFF_DUTY_HERE",
                "OFF_DUTY_ELSEWHERE")) {
            clashes.add(
                    fault("one minute of " + kind, d -> hours(d, "o3", kind, "2026-11-18T14:59", "2026-11-18T16:00"),
                            "ELSEWHERE w1/o3 (" + kind + ")"));
        }
        clashes.add(fault("duty that leave covers but for a minute", d -> {
            hours(d, "o3", "DUTY", "2026-11-18T06:00", "2026-11-18T16:00");
            hours(d, "o3", "LEAVE", "2026-11-18T06:00", "2026-11-18T14:59");
        }, "ELSEWHERE w1/o3 (DUTY)"));
        clashes.add(fault("two shifts share a minute",
                d -> d.add("shifts", shift("x1", "2026-11-18T14:59", "2026-11-18T18:00")).seat("x1", "o3"),
                "OVERLAP x1/o3 (w1)"));
        clashes.add(fault("a shift inside the other",
                d -> d.add("shifts", shift("x1", "2026-11-18T08:00", "2026-11-18T09:00")).seat("x1", "o3"),
                "OVERLAP x1/o3 (w1)"));
        clashes.add(fault("at the same time",
                d -> d.add("shifts", shift("x1", "2026-11-18T07:00", "2026-11-18T15:00")).seat("x1", "o3"),
                "OVERLAP x1/o3 (w1)"));
        clashes.add(fault("over a pin that is later",
                d -> d.add("shifts", shift("x1", "2026-11-18T14:59", "2026-11-18T18:00")).seat("x1", "o3").pin("x1",
                        "o3"),
                "OVERLAP w1/o3 (x1)"));
        return clashes;
    }

    private static List<Fault> limits() {
        return List.of(
                fault("a day of 12:01", d -> hours(d, "o2", "COURT", "2026-11-16T15:00", "2026-11-16T19:01"),
                        "CAP_CALENDAR_DAY m1/o2/DAY"),
                fault("a week of 40:01", d -> {
                    hours(d, "o2", "OVERTIME", "2026-11-14T04:00", "2026-11-14T12:00");
                    hours(d, "o2", "OVERTIME", "2026-11-15T06:00", "2026-11-15T14:00");
                    hours(d, "o2", "OVERTIME", "2026-11-17T08:00", "2026-11-17T16:01");
                }, "CAP_WEEK m1/o2/WEEK"),
                fault("a month of 60:01", d -> {
                    for (int day = 2; day <= 6; day++)
                        hours(d, "o2", "OFF_DUTY_ELSEWHERE", "2026-11-0" + day + "T07:00",
                                "2026-11-0" + day + "T15:00");
                    hours(d, "o2", "OFF_DUTY_ELSEWHERE", "2026-11-09T07:00", "2026-11-09T11:01");
                }, "CAP_MONTH m1/o2/MONTH"),
                fault("15:01 in 24 hours", d -> hours(d, "o2", "COURT", "2026-11-15T15:00", "2026-11-15T22:01"),
                        "CAP_ROLLING m1/o2/ROLL"),
                fault("14:01 without eight hours of rest",
                        d -> hours(d, "o2", "COURT", "2026-11-15T17:00", "2026-11-15T23:01"),
                        "CAP_REST_AFTER m1/o2/SPELL"),
                fault("10:01 without a pause",
                        d -> hours(d, "o2", "OFF_DUTY_ELSEWHERE", "2026-11-16T15:29", "2026-11-16T17:30"),
                        "CAP_CONTINUOUS m1/o2/STRETCH"),
                fault("1:59 of rest after duty", d -> hours(d, "o2", "DUTY", "2026-11-16T04:00", "2026-11-16T05:01"),
                        "CAP_REST_BETWEEN m1/o2/REST"),
                fault("4:01 off duty before duty begins",
                        d -> hours(d, "o2", "DUTY", "2026-11-16T18:59", "2026-11-16T20:00"),
                        "CAP_BEFORE_SHIFT m1/o2/BEFORE"),
                fault("a policy ended a day too late",
                        d -> d.set("policies", "ONLY-WARNS", "action", "'APPROVE'").set("policies", "ONLY-WARNS",
                                "valid_to", "'2026-11-16'"),
                        "CAP_CALENDAR_DAY m1/o1/ONLY-WARNS", "CAP_CALENDAR_DAY m1/o2/ONLY-WARNS"),
                fault("they move to a department with limits",
                        d -> hours(d.set("officers", "o3", "department", "'D'"), "o3", "COURT", "2026-11-18T15:00",
                                "2026-11-18T19:01"),
                        "CAP_CALENDAR_DAY w1/o3/DAY"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isNamedWithItsCodeAndItsPlaceAndNothingElseIs(Fault fault) {
        var draft = FullWeek.draft();
        assertThat(draft.found()).isEmpty();
        fault.plant().accept(draft);
        assertThat(draft.found()).containsExactlyElementsOf(fault.named());
    }

    @Test
    void everyCodeOfARuleHasAFault() {
        Set<String> planted = new TreeSet<>();
        faults().flatMap(f -> f.named().stream()).forEach(named -> planted.add(named.split(" ")[0]));
        var codes = new TreeSet<>(FullWeek.draft().check().judged().keySet());
        assertThat(planted).isEqualTo(codes);
        assertThat(faults().count()).isGreaterThanOrEqualTo(40);
    }

    private static Draft hours(Draft draft, String officer, String kind, String start, String end) {
        return draft.append("officers", officer, "hours",
                "{kind: '%s', start: '%s:00-07:00', end: '%s:00-07:00'}".formatted(kind, start, end));
    }

    private static String shift(String id, String start, String end) {
        return "{id: '%s', school: 'B', day: '2026-11-18', start: '%s:00-07:00', end: '%s:00-07:00'}".formatted(id,
                start, end);
    }
}
