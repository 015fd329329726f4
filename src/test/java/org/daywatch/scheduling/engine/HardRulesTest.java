package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.scheduling.engine.Small.mon;
import static org.daywatch.scheduling.engine.Small.seats;
import static org.daywatch.scheduling.engine.Small.tue;

import org.daywatch.scheduling.check.Draft;
import org.junit.jupiter.api.Test;

/**
 * Each rule about one officer and one shift, alone: the engine leaves the seat open where it forbids, and fills it a
 * step inside.
 */
class HardRulesTest {

    private static Draft oneShift() {
        return Small.field().shift("A", mon("08:00"), mon("12:00"));
    }

    @Test
    void fillsAShiftWithAsManyAsItNeedsAndNotOneMore() {
        var two = oneShift().add("officers", "{id: 'P', department: 'D'}").add("officers",
                "{id: 'Q', department: 'D'}");
        assertThat(seats(two.copy())).hasSize(1);
        assertThat(seats(two.set("shifts", "A", "needs", "2"))).hasSize(2);
    }

    @Test
    void putsNobodyTwiceOnOneShift() {
        assertThat(seats(oneShift().set("shifts", "A", "needs", "2"))).containsExactly("A O");
    }

    @Test
    void putsNobodyWhereTheirRoleIsMissing() {
        var resource = oneShift().set("shifts", "A", "role", "'SRO'");
        assertThat(seats(resource.copy())).isEmpty();
        assertThat(seats(resource.set("officers", "O", "roles", "['SSO', 'SRO']"))).containsExactly("A O");
    }

    @Test
    void aCredentialMustHoldOnTheDayOfTheShift() {
        var needs = oneShift().set("shifts", "A", "requires", "['CERT']");
        assertThat(seats(needs.copy())).isEmpty();
        assertThat(seats(needs.copy().set("officers", "O", "holds", "[{code: 'CERT', to: '2026-11-15'}]")))
                .as("ended the day before").isEmpty();
        assertThat(seats(needs.copy().set("officers", "O", "holds", "[{code: 'CERT', to: '2026-11-16'}]")))
                .as("its last day").containsExactly("A O");
        assertThat(seats(needs.copy().set("officers", "O", "holds", "[{code: 'CERT', from: '2026-11-17'}]")))
                .as("begins the day after").isEmpty();
        assertThat(seats(needs.copy().set("officers", "O", "holds", "[{code: 'CERT', from: '2026-11-16'}]")))
                .as("its first day").containsExactly("A O");
    }

    @Test
    void everyCredentialAskedForMustBeHeld() {
        var needs = oneShift().set("shifts", "A", "requires", "['CERT', 'FIRST_AID']").set("officers", "O", "holds",
                "[{code: 'CERT'}]");
        assertThat(seats(needs.copy())).isEmpty();
        assertThat(seats(needs.append("officers", "O", "holds", "{code: 'FIRST_AID'}"))).containsExactly("A O");
    }

    @Test
    void onlyThoseOnTheListWhereThereIsOne() {
        var listed = oneShift().add("officers", "{id: 'P', department: 'D'}");
        assertThat(seats(listed.copy().set("shifts", "A", "eligible", "['P']"))).containsExactly("A P");
        assertThat(seats(listed.copy().set("shifts", "A", "eligible", "[]"))).isEmpty();
    }

    @Test
    void onlyOfficersOfDepartmentsThatWereAsked() {
        var asked = oneShift().add("departments", "{id: 'E', zone: 'America/Phoenix'}");
        assertThat(seats(asked.copy().set("shifts", "A", "asked", "['E']"))).isEmpty();
        assertThat(seats(asked.copy().set("shifts", "A", "asked", "['D', 'E']"))).containsExactly("A O");
        assertThat(seats(asked.copy().set("shifts", "A", "asked", "['D']").without("officers", "O", "department")))
                .as("an officer of no department").isEmpty();
    }

    @Test
    void nobodyToASchoolThatBlocksThem() {
        var schools = oneShift().add("schools", "{id: 'T', zone: 'America/Phoenix'}");
        assertThat(seats(schools.copy().set("officers", "O", "blocks", "['S']"))).isEmpty();
        assertThat(seats(schools.copy().set("officers", "O", "blocks", "['T']"))).containsExactly("A O");
    }

    @Test
    void noWorkThatTheirDepartmentProhibits() {
        var traffic = oneShift().set("shifts", "A", "work", "'TRAFFIC_CONTROL'");
        assertThat(seats(traffic.copy().set("departments", "D", "prohibits", "['TRAFFIC_CONTROL']"))).isEmpty();
        assertThat(seats(traffic.copy().set("departments", "D", "prohibits", "['ALCOHOL']"))).containsExactly("A O");
    }

    @Test
    void notOneMinuteOfAShiftMayFallOnDuty() {
        assertThat(seats(oneShift().hours("DUTY", mon("11:59"), mon("18:00")))).isEmpty();
        assertThat(seats(oneShift().hours("DUTY", mon("12:00"), mon("18:00")))).containsExactly("A O");
        assertThat(seats(oneShift().hours("DUTY", mon("02:00"), mon("08:01")))).isEmpty();
        assertThat(seats(oneShift().hours("DUTY", mon("02:00"), mon("08:00")))).containsExactly("A O");
    }

    @Test
    void courtOvertimeOtherJobsSicknessAndSuspensionKeepAnOfficerAway() {
        for (var kind : new String[] {"OVERTIME", "COURT", "OFF_DUTY_HERE", "OFF_DUTY_ELSEWHERE", "SICK",
                "SUSPENDED"}) {
            assertThat(seats(oneShift().hours(kind, mon("11:59"), mon("13:00")))).as(kind).isEmpty();
            assertThat(seats(oneShift().hours(kind, mon("12:00"), mon("13:00")))).as(kind).containsExactly("A O");
        }
    }

    @Test
    void leaveFromDutyFreesAnOfficerAndSicknessDoesNot() {
        var duty = oneShift().hours("DUTY", mon("06:00"), mon("14:00"));
        assertThat(seats(duty.copy().hours("LEAVE", mon("06:00"), mon("14:00")))).containsExactly("A O");
        assertThat(seats(duty.copy().hours("COMP", mon("06:00"), mon("14:00")))).containsExactly("A O");
        assertThat(seats(duty.copy().hours("SICK", mon("06:00"), mon("14:00")))).isEmpty();
        assertThat(seats(duty.copy().hours("LEAVE", mon("06:00"), mon("11:59")))).as("the last minute is duty again")
                .isEmpty();
    }

    @Test
    void nobodyStandsInTwoPlacesInOneMinute() {
        assertThat(seats(oneShift().shift("B", mon("11:59"), mon("16:00")))).containsExactly("B O");
        assertThat(seats(oneShift().shift("B", mon("12:00"), mon("16:00")))).containsExactly("A O", "B O");
    }

    @Test
    void aShiftOverMidnightIsOneStretchOfTime() {
        var night = Small.field().shift("A", mon("22:00"), tue("06:00"));
        assertThat(seats(night.copy().hours("COURT", tue("05:59"), tue("09:00")))).isEmpty();
        assertThat(seats(night.copy().hours("COURT", tue("06:00"), tue("09:00")))).containsExactly("A O");
    }
}
