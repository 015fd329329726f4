package org.daywatch.emergencies.demo;

import static org.daywatch.emergencies.demo.DrillPeople.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.guardians.Guardianship;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.aftermath.AfterActions;
import org.daywatch.emergencies.aftermath.AftermathCapability;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.incidents.IncidentCommand;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.emergencies.reunification.Pickup;
import org.daywatch.emergencies.reunification.PickupCommand;
import org.daywatch.emergencies.reunification.PickupCommands.IdKind;
import org.daywatch.emergencies.reunification.PickupCommands;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.emergencies.reunification.Reunification;
import org.daywatch.emergencies.reunification.Reunifications;
import org.daywatch.emergencies.reunification.ReunionDuties;
import org.daywatch.emergencies.reunification.ReunionQueries;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.persistence.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * An evacuation drill on a Thursday afternoon that ends with a reunification: volunteers play guardians, and not every
 * card is in order.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class ReunificationChapter implements DemoChapter {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

    private final DrillPeople people;
    private final AlertStore alerts;
    private final AlertCommands commands;
    private final AlertPlaces places;
    private final IncidentCommands incidents;
    private final Reunifications reunifications;
    private final ReunionDuties duties;
    private final ReunionQueries queries;
    private final PickupCommands pickups;
    private final Guardians guardians;
    private final AfterActions reports;

    ReunificationChapter(DrillPeople people, AlertStore alerts, AlertCommands commands, AlertPlaces places,
            IncidentCommands incidents, Reunifications reunifications,
            ReunionDuties duties, ReunionQueries queries, PickupCommands pickups, Guardians guardians,
            AfterActions reports) {
        this.people = people;
        this.alerts = alerts;
        this.commands = commands;
        this.places = places;
        this.incidents = incidents;
        this.reunifications = reunifications;
        this.duties = duties;
        this.queries = queries;
        this.pickups = pickups;
        this.guardians = guardians;
        this.reports = reports;
    }

    /** Who plays which part. */
    private record Cast(By lead, By greeter, By checker, By runner, By accountant) {}

    @Override
    public int order() {
        return 37;
    }

    @Override
    public void tell(DemoStory story) {
        var teachers = people.teachers(story);
        var cast = new Cast(people.principal(story), people.office(story), teachers.get("Biology"),
                teachers.get("Algebra 1"), teachers.get("Reading"));
        var drill = Ids.next();
        at(story, DAY, "13:10:00", () -> people.press(story, drill, ProtocolAction.EVACUATE, cast.lead(), "Office",
                "Evacuation drill with volunteers as guardians."));
        at(story, DAY, "13:10:01", () -> {
            people.lookAround(story);
            people.beginRollCall(story, drill);
            incidents.hear(alerts.find(drill).orElseThrow());
            incidents.handle(drill, new IncidentCommand.TakeCommand(incidentBy(cast.lead()), ""));
        });
        int second = 3;
        for (var by : List.of(cast.greeter(), cast.lead()))
            at(story, DAY, "13:10:%02d".formatted(second++), () -> people.answer(story, drill, by, Kind.ACKNOWLEDGED));
        for (var by : teachers.values())
            at(story, DAY, "13:10:%02d".formatted(second += 2),
                    () -> people.answer(story, drill, by, Kind.ACKNOWLEDGED));
        at(story, DAY, "13:10:09", () -> people.officersSee(story, drill));
        int minute = 14;
        for (var room : teachers.entrySet())
            at(story, DAY, "13:%d:20".formatted(minute++),
                    () -> people.report(story, drill, room.getValue(), room.getKey(), Map.<Integer, Says>of()));
        at(story, DAY, "13:20:30", () -> people.findEverybody(story, drill, cast.lead()));
        at(story, DAY, "13:20:50",
                () -> commands.handle(drill, new AlertCommand.SayOut(cast.lead()), cast.lead().person()));
        at(story, DAY, "13:22:00", () -> begin(story, drill, cast));
        cards(story, drill, cast);
        at(story, DAY, "13:50:00", () -> people.asDistrict(story, () -> {
            reunifications.allBack(by(cast.lead()), going(story, drill));
            reunifications.close(going(story, drill));
        }));
        at(story, DAY, "13:52:10",
                () -> over(story, drill, cast.lead(), "Everybody is back or has played going home."));
        at(story, DAY, "13:52:40", () -> over(story, drill, cast.greeter(), ""));
        at(story, DAY, "14:05:00", () -> learn(drill, cast));
    }

    private void begin(DemoStory story, UUID drill, Cast cast) {
        people.asDistrict(story, () -> {
            reunifications.begin(people.school(story), new Reunifications.Beginning(by(cast.lead()), true,
                    AlertStatus.EXERCISE, "Stadium, north gate", people.rollCall(drill), ""));
            var r = going(story, drill);
            give(cast, r, cast.greeter(), Duty.GREETER, Duty.CHECKER, Duty.ACCOUNTANT);
            give(cast, r, cast.checker(), Duty.CHECKER);
            give(cast, r, cast.runner(), Duty.RUNNER, Duty.REUNIFIER);
            give(cast, r, cast.accountant(), Duty.ACCOUNTANT, Duty.ASSEMBLY);
        });
    }

    private void give(Cast cast, Reunification r, By to, Duty... which) {
        for (var duty : which) duties.give(by(cast.lead()), r, by(to), duty);
    }

    private void cards(DemoStory story, UUID drill, Cast cast) {
        for (int i = 0; i < 6; i++) {
            int student = 30 + i * 3;
            at(story, DAY, "13:%d:10".formatted(25 + i * 3),
                    () -> people.asDistrict(story, () -> release(story, drill, cast, student, IdKind.DRIVER_LICENSE)));
        }
        at(story, DAY, "13:27:30", () -> people.asDistrict(story, () -> courtOrder(story, drill, cast)));
        at(story, DAY, "13:33:40", () -> people.asDistrict(story, () -> saysNo(story, drill, cast)));
        at(story, DAY, "13:36:20", () -> people.asDistrict(story, () -> noId(story, drill, cast)));
    }

    private void release(DemoStory story, UUID drill, Cast cast, int number, IdKind shown) {
        var r = going(story, drill);
        var student = queries.students(r.id()).get(number);
        var who = guardian(student, Guardianship.MayCollect.YES);
        var card = checked(story, r, cast, student, who, shown);
        go(r, card, cast.greeter(), new PickupCommand.ComparePhoto(cast.greeter().person(), true), "");
        handOver(r, card, cast, true);
    }

    private void handOver(Reunification r, Pickup card, Cast cast, boolean yes) {
        go(r, card, cast.runner(), new PickupCommand.Fetch(cast.runner().person()), "");
        go(r, card, cast.runner(), new PickupCommand.StudentAnswers(cast.runner().person(), yes), "");
        if (yes)
            go(r, card, cast.accountant(), new PickupCommand.MatchHalves(cast.accountant().person(), card.half()), "");
    }

    private void courtOrder(DemoStory story, UUID drill, Cast cast) {
        var r = going(story, drill);
        for (var student : queries.students(r.id())) {
            var barred = guardians.ofStudent(student.studentId(), "the demonstration").stream()
                    .filter(g -> g.mayCollect() == Guardianship.MayCollect.NO).findFirst();
            if (barred.isEmpty()) continue;
            var card = checked(story, r, cast, student, barred.get(), IdKind.PASSPORT);
            go(r, card, cast.lead(),
                    new PickupCommand.Close(cast.lead().person(), "Played: the officer explained the order."),
                    "Played: the officer explained the order.");
            return;
        }
    }

    private void saysNo(DemoStory story, UUID drill, Cast cast) {
        var r = going(story, drill);
        var student = queries.students(r.id()).get(50);
        var card = checked(story, r, cast, student, guardian(student, Guardianship.MayCollect.YES), IdKind.STATE_ID);
        go(r, card, cast.greeter(), new PickupCommand.ComparePhoto(cast.greeter().person(), true), "");
        handOver(r, card, cast, false);
        go(r, card, cast.lead(),
                new PickupCommand.Close(cast.lead().person(), "Played: the counselor talks with the student."),
                "Played: the counselor talks with the student.");
    }

    private void noId(DemoStory story, UUID drill, Cast cast) {
        var r = going(story, drill);
        var student = queries.students(r.id()).get(53);
        var card = checked(story, r, cast, student, guardian(student, Guardianship.MayCollect.YES), IdKind.NONE);
        pickups.goOn(by(cast.lead()), r, card.id(), "The teacher knows them well.", people.school(story).zone());
        pickups.goOn(by(cast.checker()), r, card.id(), "I taught both children.", people.school(story).zone());
        go(r, card, cast.greeter(), new PickupCommand.ComparePhoto(cast.greeter().person(), true), "");
        handOver(r, card, cast, true);
    }

    private Pickup checked(DemoStory story, Reunification r, Cast cast, StudentThere student, Guardianship who,
            IdKind shown) {
        var card = pickups.greet(by(cast.greeter()), r, who.guardian(), Ids.next()).orElseThrow();
        pickups.fill(by(cast.greeter()), r, card.id(), new PickupCommand.FillCard(student.id(), who.guardianId()));
        pickups.check(by(cast.checker()), r, card.id(), shown, people.school(story).zone());
        return card;
    }

    private Guardianship guardian(StudentThere student, Guardianship.MayCollect may) {
        return guardians.ofStudent(student.studentId(), "the demonstration").stream()
                .filter(g -> g.mayCollect() == may && g.inForce(DAY)).findFirst().orElseThrow();
    }

    private void go(Reunification r, Pickup card, By who, PickupCommand step, String words) {
        pickups.carry(by(who), r, card.id(), step, words);
    }

    private Reunification going(DemoStory story, UUID drill) {
        return queries.ofSchool(story.the("ironwood-high")).stream().filter(r -> drill.equals(r.alertId())).findFirst()
                .orElseThrow();
    }

    private void over(DemoStory story, UUID drill, By by, String why) {
        commands.act(drill, new AlertCommand.SayOver(by, AlertEnding.ALL_CLEAR,
                Set.copyOf(places.toRelease(story.the("ironwood-high"))), why), false).orThrow();
    }

    private void learn(UUID drill, Cast cast) {
        var lead = incidentBy(cast.lead());
        incidents.hear(alerts.find(drill).orElseThrow());
        reports.strengths(drill, "The building was empty in four minutes; every card was checked by two.", lead);
        reports.rate(drill, AftermathCapability.ACCOUNTABILITY, AftermathCapability.Rating.S,
                "The gym reported last: its door jams.", lead);
        reports.rate(drill, AftermathCapability.REUNIFICATION, AftermathCapability.Rating.S,
                "One card without an ID waited for the lead.", lead);
        reports.rate(drill, AftermathCapability.COMMUNICATION, AftermathCapability.Rating.M,
                "Guardians stood at two gates.", lead);
        reports.propose(drill, AftermathCapability.COMMUNICATION, "Guardians came to two gates",
                "Put the sign for the north gate at the corner", "Front office", LocalDate.of(2026, 12, 4), lead,
                Ids.next());
        incidents.handle(drill, new IncidentCommand.Close(lead, "Drill done; two things to mend.", true, 0));
    }

    private static Reunification.By by(By by) {
        return new Reunification.By(by.person(), by.name());
    }

    private static IncidentCommand.By incidentBy(By by) {
        return new IncidentCommand.By(by.person(), by.name(), by.leads());
    }
}
