package org.daywatch.transparency.programs.clocks.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools;
import org.daywatch.directory.visitors.Visitor;
import org.daywatch.directory.visitors.Visitors;
import org.daywatch.planning.PlanningEvent.AgreementDrafted;
import org.daywatch.planning.PlanningEvent.AgreementSigned;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.staffing.StaffingEvent.ShiftAccepted;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.dutystatus.DutyStatuses;
import org.daywatch.staffing.dutystatus.DutyStatusStore;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.papers.FiledPapers;
import org.daywatch.transparency.programs.papers.FiledPaperStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clocks begin with what starts them, once, and nobody has to think of it. */
@DaywatchIT
class ClockStartsIT {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");
    private static final Instant NOON = Instant.parse("2026-11-17T17:00:00Z");

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Schools schools;
    @Autowired Campuses campuses;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired OfficerCommands officers;
    @Autowired DutyStatuses statuses;
    @Autowired DutyStatusStore storedStatuses;
    @Autowired ActivityLog log;
    @Autowired Visitors visitors;
    @Autowired FiledPapers papers;
    @Autowired FiledPaperStore storedPapers;
    @Autowired ClockQueries clocks;
    @Autowired Facts facts;
    @Autowired DSLContext db;

    private static int badges;

    private Story.Cast cast;

    @BeforeEach
    void noonInNovember() {
        clock.setTo(NOON);
        cast = story.cast();
    }

    private Campus school(String state) {
        return story.as(cast.agency(), () -> {
            var id = schools.add(new Schools.NewSchool(cast.mesquite(), "Harbor " + state, SchoolLevel.MIDDLE, "", "",
                    600, "1 School Way", "Harbor", state, "33101", "305 555 0100", MIAMI));
            if (calendars.list(List.of(cast.mesquite())).isEmpty())
                calendars.create(cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 10), LocalDate.of(2027, 5, 27));
            bells.apply(new BellChange(new CalendarScope(cast.mesquite(), id, null), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 10)));
            return campuses.find(id).orElseThrow();
        });
    }

    private UUID officerAt(Campus school) {
        return story.as(cast.agency(), () -> {
            var officer = officers.add(new Officer.Details(cast.department(), "Owen Jarrett",
                    "jarrett" + Ids.next() + "@clocks.example", "305-555-0101", "J" + (++badges), Officer.Rank.OFFICER,
                    LocalDate.of(2012, 4, 1), "X-1", List.of("en"), "33101", Set.of("SRO"), LocalDate.of(2026, 8, 10),
                    Officer.State.ACTIVE));
            log.tells("shift " + Ids.next(),
                    () -> List.of(line(school, officer, ActivityKind.ON_POST, NOON.minus(Duration.ofDays(7)), 60)), "");
            return officer;
        });
    }

    private static Activity line(Campus school, UUID officer, ActivityKind kind, Instant from, int minutes) {
        return new Activity(school.districtId(), school.id(), officer, from.atZone(MIAMI).toLocalDate(), from,
                from.plus(Duration.ofMinutes(minutes)), minutes, kind, kind.subject(), "",
                Activity.Details.NONE, kind.tapped() ? Activity.Source.TYPED : Activity.Source.FACT, "", "");
    }

    private List<ProgramClock> of(Campus school, ClockKind kind) {
        return story.as(cast.agency(), () -> clocks.all(List.of(school.id()))).stream().filter(c -> c.kind() == kind)
                .toList();
    }

    private ProgramClock one(Campus school, ClockKind kind) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !of(school, kind).isEmpty());
        return of(school, kind).getFirst();
    }

    private void status(UUID officer, DutyStatus.Kind kind, LocalDate from) {
        story.run(cast.agency(), () -> statuses.record(new DutyStatuses.By("Robin Alder", cast.agency()), officer,
                new DutyStatuses.Details(kind, from, null, "Their department")));
    }

    private Actor person(Role role, UUID organization, UUID school) {
        return new Actor(new UUID(1, 1), "Avery Stone", organization, "Here", role, role.defaults(), school,
                Capacity.NONE, new UUID(1, 2), "en");
    }

    private UUID file(Campus school, String subject, LocalDate day, LocalDate forDay) {
        var before = story.as(cast.agency(), () -> storedPapers.of(List.of(school.id())));
        story.run(cast.agency(), () -> papers.file(person(Role.COORDINATOR, cast.agency(), null), school, subject, day,
                forDay, subject + " " + day, "Office", Ids.next()));
        return story.as(cast.agency(), () -> storedPapers.of(List.of(school.id()))).stream()
                .filter(p -> !before.contains(p)).findFirst().orElseThrow().id();
    }

    @Test
    void aSuspendedOfficerIsReportedWithinSeventyTwoHoursAndTheDirectorIsToldAtOnce() {
        var florida = school("FL");
        var officer = officerAt(florida);
        status(officer, DutyStatus.Kind.SUSPENDED, LocalDate.of(2026, 11, 17));
        var started = one(florida, ClockKind.INCIDENT_REPORT);
        assertThat(started.startedAt()).isEqualTo(NOON);
        assertThat(started.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(72)));
        assertThat(started.officerId()).isEqualTo(officer);
        assertThat(told()).contains("PROGRAM_CLOCK_STARTED");
    }

    /** Messages are rows of whoever they are told by; this counts their topics. */
    private List<String> told() {
        return story.as(cast.agency(),
                () -> db.fetch("select distinct topic from platform.outbound_message").getValues(0, String.class));
    }

    @Test
    void whatBeganOnAnEarlierDayRunsFromItsFirstMinute() {
        var florida = school("FL");
        status(officerAt(florida), DutyStatus.Kind.DISMISSED, LocalDate.of(2026, 11, 15));
        assertThat(one(florida, ClockKind.INCIDENT_REPORT).startedAt())
                .isEqualTo(LocalDate.of(2026, 11, 15).atStartOfDay(MIAMI).toInstant());
    }

    @Test
    void neitherAnInvestigationNorAStateWithoutTheRuleStartsIt() {
        var florida = school("FL");
        var arizona = school("AZ");
        status(officerAt(florida), DutyStatus.Kind.UNDER_INVESTIGATION, LocalDate.of(2026, 11, 17));
        status(officerAt(arizona), DutyStatus.Kind.SUSPENDED, LocalDate.of(2026, 11, 17));
        var second = officerAt(florida);
        status(second, DutyStatus.Kind.SUSPENDED, LocalDate.of(2026, 11, 17));
        assertThat(one(florida, ClockKind.INCIDENT_REPORT).officerId()).isEqualTo(second);
        assertThat(of(florida, ClockKind.INCIDENT_REPORT)).hasSize(1);
        assertThat(of(arizona, ClockKind.INCIDENT_REPORT)).isEmpty();
    }

    @Test
    void aStatusTakenBackTakesItsClockAlong() {
        var florida = school("FL");
        var officer = officerAt(florida);
        status(officer, DutyStatus.Kind.SUSPENDED, LocalDate.of(2026, 11, 17));
        one(florida, ClockKind.INCIDENT_REPORT);
        var id = story.as(cast.agency(), () -> storedStatuses.list(officer)).getFirst().id();
        story.run(cast.agency(), () -> statuses.takeBack(new DutyStatuses.By("Robin Alder", cast.agency()), officer, id,
                "It was another officer."));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(one(florida, ClockKind.INCIDENT_REPORT).state()).isInstanceOf(State.Withdrawn.class));
    }

    @Test
    void aShotTheOfficerWritesDownStartsItFromItsMinute() {
        var florida = school("FL");
        var officer = officerAt(florida);
        var shot = NOON.minus(Duration.ofMinutes(40));
        story.run(cast.agency(), () -> log.write(person(Role.OFFICER, cast.agency(), null), Ids.next(),
                line(florida, officer, ActivityKind.SHOT_FIRED, shot, 0), NOON, ""));
        assertThat(one(florida, ClockKind.INCIDENT_REPORT).startedAt()).isEqualTo(shot);
    }

    @Test
    void twoInspectorsOfOneDayAreOneVisitAndTheReportAnswersIt() {
        var florida = school("FL");
        var desk = person(Role.FRONT_OFFICE, cast.mesquite(), florida.id());
        for (var name : List.of("Quentin Marsh", "Ada Lindqvist")) {
            story.run(cast.mesquite(), () -> visitors.arrive(new Visitors.By(desk.person(), null), florida,
                    new Visitor.Entry(name, "State office", "The principal", "Inspection", true, true)));
        }
        story.run(cast.mesquite(), () -> visitors.arrive(new Visitors.By(desk.person(), null), florida,
                new Visitor.Entry("Hollis Brandtmore", "Copiers", "Front office", "Repair", true)));
        var visit = one(florida, ClockKind.INSPECTION_REPORT);
        assertThat(visit.dueAt()).as("three school days: 18, 19, 20 November")
                .isEqualTo(LocalDate.of(2026, 11, 21).atStartOfDay(MIAMI).toInstant());
        clock.setTo("2026-11-19T17:00:00Z");
        var report = file(florida, "REPORT:INSPECTION", LocalDate.of(2026, 11, 19), null);
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(florida, ClockKind.INSPECTION_REPORT)).singleElement()
                        .satisfies(c -> assertThat(c.state()).isInstanceOfSatisfying(State.Answered.class,
                                a -> assertThat(a.late()).isFalse())));
        story.run(cast.agency(), () -> papers.withdraw(person(Role.COORDINATOR, cast.agency(), null),
                storedPapers.get(report), "Of another school."));
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(florida, ClockKind.INSPECTION_REPORT)).singleElement()
                        .satisfies(c -> assertThat(c.state().open()).as("it runs again").isTrue()));
    }

    @Test
    void anAuditStartsTheClockForTheNextOneAndOneOfLongAgoDoesNotStartASecond() {
        var texas = school("TX");
        file(texas, "AUDIT:SAFETY", LocalDate.of(2023, 12, 1), null);
        assertThat(one(texas, ClockKind.SAFETY_AUDIT).dueAt())
                .isEqualTo(LocalDate.of(2026, 12, 2).atStartOfDay(MIAMI).toInstant());
        file(texas, "AUDIT:SAFETY", LocalDate.of(2020, 11, 1), null);
        var later = file(texas, "AUDIT:SAFETY", LocalDate.of(2026, 11, 12), null);
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(texas, ClockKind.SAFETY_AUDIT)).hasSize(2)
                        .anySatisfy(c -> assertThat(c.state()).isInstanceOf(State.Answered.class))
                        .anySatisfy(c -> assertThat(c.state().open()).isTrue()));
        story.run(cast.agency(), () -> papers.withdraw(person(Role.COORDINATOR, cast.agency(), null),
                storedPapers.get(later), "Not signed by the board."));
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(texas, ClockKind.SAFETY_AUDIT)).filteredOn(c -> c.state().open())
                        .singleElement()
                        .satisfies(c -> assertThat(c.dueAt())
                                .isEqualTo(LocalDate.of(2026, 12, 2).atStartOfDay(MIAMI).toInstant())));
    }

    @Test
    void anAssessmentThatCountsIsSuchAnAuditAndTellingItTwiceStartsOne() {
        var texas = school("TX");
        var id = Ids.next();
        for (int i = 0; i < 2; i++) {
            story.run(cast.agency(),
                    () -> facts.tell(new AssessmentCompleted(cast.agency(), id, NOON, cast.mesquite(), texas.id(), null,
                            "Campus walk", LocalDate.of(2026, 11, 16), 120,
                            true, "Avery Stone")));
        }
        one(texas, ClockKind.SAFETY_AUDIT);
        story.run(cast.agency(),
                () -> facts.tell(new AssessmentCompleted(cast.agency(), Ids.next(), NOON, cast.mesquite(), texas.id(),
                        null, "Own look", LocalDate.of(2026, 11, 17), 120,
                        false, "Avery Stone")));
        Awaitility.await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(20))
                .until(() -> of(texas, ClockKind.SAFETY_AUDIT).size() == 1);
    }

    @Test
    void anAgreementSignedOnAServerWhoseClockGoesAheadAnswersItsClockAllTheSame() {
        var texas = school("TX");
        var id = Ids.next();
        story.run(cast.agency(),
                () -> facts.tell(new AgreementDrafted(cast.agency(), id, NOON, cast.mesquite(), texas.id(), "SERVICE",
                        null, LocalDate.of(2026, 11, 2), LocalDate.of(2026,
                                12, 2),
                        "Robin Alder")));
        assertThat(one(texas, ClockKind.SERVICE_AGREEMENT).state().open()).isTrue();
        story.run(cast.agency(),
                () -> facts.tell(new AgreementSigned(cast.agency(), id, NOON.plusSeconds(3), cast.mesquite(),
                        texas.id(), "SERVICE", null, LocalDate.of(2026, 11, 17),
                        "DISTRICT", true, null,
                        null, "Robin Alder")));
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(one(texas, ClockKind.SERVICE_AGREEMENT).state())
                        .isInstanceOfSatisfying(State.Answered.class, a -> assertThat(a.late()).isFalse()));
    }

    @Test
    void aNoticeWithoutTheDayItAnnouncesIsRefused() {
        var texas = school("TX");
        assertThatThrownBy(() -> file(texas, "NOTICE:INTRUDER_AUDIT", LocalDate.of(2026, 11, 10), null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void inTennesseeTheFirstShiftAnOfficerAcceptsStartsTheClockOfTheirNoticeAndItIsDueWhenTheShiftBegins() {
        var tennessee = school("TN");
        var florida = school("FL");
        var officer = officerAt(tennessee);
        var other = officerAt(tennessee);
        var first = NOON.plus(Duration.ofDays(3));
        accepted(tennessee, officer, first);
        assertThat(one(tennessee, ClockKind.NOTICE_OF_ASSIGNMENT)).satisfies(c -> {
            assertThat(c.officerId()).isEqualTo(officer);
            assertThat(c.startedAt()).isEqualTo(NOON);
            assertThat(c.dueAt()).as("to the second: told before they stand there").isEqualTo(first);
            assertThat(c.ruleVersion()).as("the rule counts items and says nothing of time").isEmpty();
        });
        accepted(tennessee, officer, first.plus(Duration.ofDays(1)));
        accepted(florida, officer, first.plus(Duration.ofDays(2)));
        accepted(tennessee, other, first.plus(Duration.ofDays(4)));
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(tennessee, ClockKind.NOTICE_OF_ASSIGNMENT))
                        .as("each officer once, their second shift starts nothing")
                        .extracting(ProgramClock::officerId, ProgramClock::dueAt).containsExactlyInAnyOrder(
                                tuple(officer, first), tuple(other, first.plus(Duration.ofDays(4)))));
        assertThat(of(florida, ClockKind.NOTICE_OF_ASSIGNMENT)).as("another state does not ask").isEmpty();
    }

    private void accepted(Campus school, UUID officer, Instant start) {
        story.run(cast.agency(),
                () -> facts.tell(new ShiftAccepted(cast.agency(), Ids.next(), NOON, Ids.next(), officer, school.id(),
                        new Window(start, start.plus(Duration.ofHours(7))),
                        false, null, null)));
    }
}
