package org.daywatch.staffing.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapPolicy.Action;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.terms.AskingOrder;
import org.daywatch.staffing.whatif.WhatIfProposal.Change;
import org.junit.jupiter.api.Test;

/**
 * One officer's week of five shifts, eight hours each from 07:00, worked out by hand under other rules. Monday is 16
 * November 2026.
 */
class WhatIfReplayTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final UUID DEPARTMENT = new UUID(0, 1);
    private static final UUID DISTRICT = new UUID(0, 2);

    private static final CapPolicy WEEK_40 = week("WEEK", 40, Action.BLOCK);

    private final List<HourEntry> hours = new ArrayList<>();

    private static CapPolicy week(String id, int hours, Action action) {
        return policy(id, new PeriodCap.Week(Duration.ofHours(hours), DayOfWeek.SUNDAY, LocalTime.MIDNIGHT,
                HourKind.OFF_DUTY, Set.of(), Optional.empty()), action);
    }

    private static CapPolicy policy(String id, CapShape shape, Action action) {
        return new CapPolicy(id, "SET", "Copper Valley", "TEMPLATE", shape, action, LocalDate.of(2020, 1, 1), null, "",
                false, "", List.of());
    }

    private static Window window(LocalDate day, int from, int to) {
        return new Window(day.atTime(LocalTime.of(from, 0)).atZone(PHOENIX).toInstant(),
                day.atStartOfDay().plusHours(to).atZone(PHOENIX).toInstant());
    }

    private static Worked worked(int day, boolean byBells) {
        var date = MONDAY.plusDays(day);
        var post = new PostFacts(UUID.randomUUID(), UUID.randomUUID(), "Mesquite High", "HIGH", "AZ", PHOENIX, "SSO",
                date, window(date, 7, 15), "SCHOOL_SAFETY", 1, AskingOrder.AS_RANKED);
        return new Worked(UUID.randomUUID(), post, DISTRICT, byBells, UUID.randomUUID(), "Dana Reyes", DEPARTMENT);
    }

    /** What becomes of Monday to Friday: "kept", "closed", "10:00" for another length, or what stood in the way. */
    private List<String> replay(WhatIfProposal proposal, CapPolicy... policies) {
        var theirs = List.of(worked(0, true), worked(1, true), worked(2, true), worked(3, true), worked(4, false));
        theirs.forEach(w -> hours.add(HourEntry.planned(HourKind.OFF_DUTY_HERE, w.window())));
        var department = new DepartmentFacts(DEPARTMENT, "Copper Valley Police", 1, Set.of(), PHOENIX,
                List.of(policies));
        return WhatIfReplay.of(theirs, HourLedger.of(hours), department, proposal).stream().map(j -> {
            if (j.after() == null) return "closed";
            if (j.barrier() != null)
                return j.barrier().policy() + " " + j.barrier().reached().toMinutes() + " of "
                        + j.barrier().allowed().toMinutes();
            return j.asItWas() ? "kept" : WhatIfPages.hm((int) j.after().minutes());
        }).toList();
    }

    private static WhatIfProposal.Limit value(String policy, int minutes) {
        return new WhatIfProposal.Limit(DEPARTMENT, Change.VALUE, policy, "", minutes, null, "WORKED", "");
    }

    private static WhatIfProposal.Limit added(String shape, int minutes, Integer length) {
        return new WhatIfProposal.Limit(DEPARTMENT, Change.ADD, "", shape, minutes, length, "WORKED", "BLOCK");
    }

    @Test
    void aLowerWeekLosesTheShiftsThatNoLongerFitInTheOrderOfTime() {
        assertThat(replay(value("WEEK", 24 * 60), WEEK_40)).containsExactly("kept", "kept", "kept", "WEEK 1920 of 1440",
                "WEEK 1920 of 1440");
    }

    @Test
    void aLimitThatIsJustMetLosesNothingAndOneMinuteLessLosesTheLast() {
        assertThat(replay(value("WEEK", 40 * 60), WEEK_40)).containsOnly("kept");
        hours.clear();
        assertThat(replay(value("WEEK", 40 * 60 - 1), WEEK_40)).containsExactly("kept", "kept", "kept", "kept",
                "WEEK 2400 of 2399");
    }

    @Test
    void aFullDayLosesItsOwnShiftAndNoOther() {
        // Court on Tuesday from 15:00 to 17:00 makes that day ten hours.
        hours.add(HourEntry.planned(HourKind.COURT, window(MONDAY.plusDays(1), 15, 17)));
        assertThat(replay(added("CALENDAR_DAY", 9 * 60, null), WEEK_40)).containsExactly("kept", "PROPOSED 600 of 540",
                "kept", "kept", "kept");
    }

    @Test
    void otherJobsCountThoughTheyComeLaterInTheWeek() {
        hours.add(HourEntry.planned(HourKind.OFF_DUTY_ELSEWHERE, window(MONDAY.plusDays(5), 7, 15)));
        assertThat(replay(value("WEEK", 24 * 60), week("WEEK", 60, Action.BLOCK))).containsExactly("kept", "kept",
                "WEEK 1920 of 1440", "WEEK 1920 of 1440", "WEEK 1920 of 1440");
    }

    @Test
    void anEndedLimitLosesNothingAndOneOfAnotherDepartmentNeither() {
        assertThat(replay(new WhatIfProposal.Limit(DEPARTMENT, Change.END, "WEEK", "", 0, null, "", ""), WEEK_40))
                .containsOnly("kept");
        hours.clear();
        assertThat(replay(new WhatIfProposal.Limit(new UUID(0, 9), Change.VALUE, "WEEK", "", 60, null, "WORKED", ""),
                WEEK_40)).containsOnly("kept");
    }

    @Test
    void whatTheDepartmentsWordAllowedStaysAllowed() {
        var byWord = week("WEEK", 32, Action.APPROVE);
        assertThat(replay(value("WEEK", 30 * 60), byWord))
                .as("Friday was allowed by a word, Thursday would need one now")
                .containsExactly("kept", "kept", "kept", "WEEK 1920 of 1800", "kept");
        hours.clear();
        assertThat(
                replay(new WhatIfProposal.Limit(DEPARTMENT, Change.VALUE, "WEEK", "", 32 * 60, null, "WORKED", "BLOCK"),
                        byWord))
                .as("no word helps any more")
                .containsExactly("kept", "kept", "kept", "kept", "WEEK 2400 of 1920");
    }

    @Test
    void aLimitAnOfficerBrokeThenAndThatIsNotProposedAnewIsNotHeldAgainstThem() {
        assertThat(replay(value("DAY", 8 * 60), week("WEEK", 32, Action.BLOCK),
                policy("DAY", new PeriodCap.CalendarDay(Duration.ofHours(12), HourKind.WORKED, PeriodCap.Days.ALL),
                        Action.BLOCK)))
                .containsOnly("kept");
    }

    @Test
    void aWarningLosesNothing() {
        assertThat(replay(value("WEEK", 60), week("WEEK", 40, Action.WARN))).containsOnly("kept");
    }

    @Test
    void anotherLengthOfRestMovesWhatIsOneSpell() {
        hours.add(HourEntry.planned(HourKind.DUTY, window(MONDAY, 20, 28)));
        // Duty ends on Tuesday at 04:00, three hours before the shift: with a rest of two hours they are two spells.
        assertThat(replay(added("REST_AFTER", 10 * 60, 120), WEEK_40)).containsOnly("kept");
        hours.clear();
        hours.add(HourEntry.planned(HourKind.DUTY, window(MONDAY, 20, 28)));
        assertThat(replay(added("REST_AFTER", 10 * 60, 240), WEEK_40)).containsExactly("kept", "PROPOSED 960 of 600",
                "kept", "kept", "kept");
    }

    @Test
    void everyShapeCanBeProposedAndGivenAnotherValue() {
        for (var name : Shapes.ALL) {
            var shape = Shapes.of(name, Duration.ofHours(9), Duration.ofHours(5), "WORKED");
            assertThat(shape.name()).isEqualTo(name);
            assertThat(Shapes.with(shape, Duration.ofHours(7), null).limit()).isEqualTo(Duration.ofHours(7));
            assertThat(Shapes.with(shape, Duration.ofHours(9), null)).isEqualTo(shape);
        }
    }

    private static WhatIfProposal.Calendar calendar(List<LocalDate> closed, int earlier, int later) {
        return new WhatIfProposal.Calendar(null, closed, List.of(), earlier, later);
    }

    @Test
    void aClosedDayFallsAwayAndLeavesItsHours() {
        assertThat(replay(calendar(List.of(MONDAY.plusDays(2)), 0, 0), WEEK_40)).containsExactly("kept", "kept",
                "closed", "kept", "kept");
        assertThat(
                new WhatIfProposal.Calendar(new UUID(0, 7), List.of(MONDAY), List.of(), 0, 0).window(worked(0, true)))
                .as("of another district").isPresent();
    }

    @Test
    void longerPostsAreJudgedWithTheirHoursAndStatedTimesStay() {
        // Monday to Thursday nine hours: 36 in the week, so Friday's eight no longer fit into 40; Friday's own times are stated.
        assertThat(replay(calendar(List.of(), 30, 30), WEEK_40)).containsExactly("9:00", "9:00", "9:00", "9:00",
                "WEEK 2640 of 2400");
        hours.clear();
        assertThat(replay(calendar(List.of(MONDAY), 30, 30), WEEK_40)).containsExactly("closed", "9:00", "9:00", "9:00",
                "kept");
    }

    @Test
    void anEarlierBeginningMeetsWhatTheOfficerDoesBefore() {
        hours.add(HourEntry.planned(HourKind.DUTY,
                new Window(LocalDateTime.of(2026, 11, 17, 1, 0).atZone(PHOENIX).toInstant(),
                        LocalDateTime.of(2026, 11, 17, 6, 45).atZone(PHOENIX).toInstant())));
        assertThat(replay(calendar(List.of(), 15, 0))).containsExactly("8:15", "8:15", "8:15", "8:15", "kept");
        hours.removeIf(e -> e.kind() == HourKind.OFF_DUTY_HERE);
        assertThat(replay(calendar(List.of(), 16, 0))).containsExactly("8:16", " 1 of 0", "8:16", "8:16", "kept");
    }

    @Test
    void shorterPostsLoseNothing() {
        assertThat(replay(calendar(List.of(), -15, -45), WEEK_40)).containsExactly("7:00", "7:00", "7:00", "7:00",
                "kept");
    }

    @Test
    void aProposalIsReadAsItWasStored() {
        for (var proposal : List.of(value("WEEK", 90), added("ROLLING", 600, 1440), calendar(List.of(MONDAY), 5, -5))) {
            assertThat(WhatIfProposal.read(proposal.kind(), proposal.stored())).isEqualTo(proposal);
        }
    }
}
