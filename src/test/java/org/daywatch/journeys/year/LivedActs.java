package org.daywatch.journeys.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Campus;
import org.daywatch.directory.visitors.Visitor;
import org.daywatch.directory.visitors.Visitors;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.dutystatus.DutyStatuses;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.programs.clocks.ClockCommand;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.exceptions.CampusExceptions;
import org.daywatch.transparency.programs.papers.FiledPapers;
import org.daywatch.journeys.year.lived.Stage;

/**
 * What happens at schools in one step, done with the commands people do it with; whatever follows from it is heard
 * before the day goes on.
 */
final class LivedActs {

    /** Whatever happens at an instant and not only on a day. */
    static final Set<String> OF_AN_INSTANT = Set.of("DISMISSED", "DISCIPLINED", "DISCHARGED", "TOLD_OFFICE");

    private final Stage stage;

    LivedActs(Stage stage) {
        this.stage = stage;
    }

    void act(Script.Fact fact, Instant now) {
        switch (fact.what()) {
            case "AUDIT" -> paper(fact, "AUDIT:" + fact.word(), null);
            case "NOTICE" -> paper(fact, "NOTICE:" + fact.word(), announced(fact));
            case "REPORT" -> paper(fact, "REPORT:INSPECTION", null);
            case "COVERAGE" -> paper(fact, Played.COVERAGE, Played.quarter(fact));
            case "EXCEPTION" -> stage.run(() -> stage.the(CampusExceptions.class).add(school(fact), fact.word(),
                    fact.detail().substring(fact.word().length() + 1), fact.day(),
                    stage.coordinator()));
            case "CERTIFICATE" ->
                stage.run(() -> stage.the(OfficerCommands.class).record(stage.officerIds.get(fact.officer()),
                        new Credential(Ids.next(), Credential.Kind.SCHOOL_CERTIFICATE, "", fact.day(), null, null,
                                Credential.State.VALID)));
            case "VISIT" -> Tenancy.run(Scope.system(stage.cast.mesquite()), () -> stage.the(Visitors.class).arrive(
                    new Visitors.By(stage.office(fact.school()).person(), null), school(fact),
                    new Visitor.Entry("Quentin Marsh", "State office", "The principal", "Inspection", true, true)));
            case "DISMISSED" -> status(fact, DutyStatus.Kind.DISMISSED, null);
            case "DISCIPLINED" -> status(fact, DutyStatus.Kind.SUSPENDED, fact.day());
            case "DISCHARGED" -> shot(fact, now);
            case "TOLD_OFFICE" -> told(fact, now);
            default -> throw new IllegalArgumentException(fact.toString());
        }
        stage.heard();
    }

    private void paper(Script.Fact fact, String subject, LocalDate forDay) {
        stage.run(() -> stage.the(FiledPapers.class).file(stage.coordinator(), school(fact), subject, fact.day(),
                forDay, subject + " of " + fact.day(), "District office", Ids.next()));
    }

    /** The notice names the day of the audit or exercise that comes next. */
    private LocalDate announced(Script.Fact notice) {
        return stage.script.facts().stream()
                .filter(f -> f.school().equals(notice.school()) && Played.notice(f).equals("NOTICE:" + notice.word())
                        && !f.day().isBefore(notice.day()))
                .findFirst()
                .orElseThrow().day();
    }

    private void status(Script.Fact fact, DutyStatus.Kind kind, LocalDate lastDay) {
        stage.run(() -> stage.the(DutyStatuses.class).record(new DutyStatuses.By("Robin Alder", stage.cast.agency()),
                stage.officerIds.get(fact.officer()),
                new DutyStatuses.Details(kind, fact.day(), lastDay, "Their department")));
    }

    private void shot(Script.Fact fact, Instant now) {
        var officer = stage.officers.get(fact.officer());
        stage.run(() -> stage.the(ActivityLog.class).write(officer, Ids.next(),
                new Activity(stage.cast.mesquite(), school(fact).id(), stage.officerIds.get(fact.officer()),
                        fact.day(), now, now, 0, ActivityKind.SHOT_FIRED, "", "", Activity.Details.NONE,
                        Activity.Source.TYPED, "", ""),
                now, ""));
    }

    private void told(Script.Fact fact, Instant now) {
        stage.run(() -> stage.the(ClockCommands.class)
                .handle(clocks().stream().filter(c -> c.kind() == ClockKind.INCIDENT_REPORT && c.state().open())
                        .filter(c -> stage.officerIds.get(fact.officer()).equals(c.officerId())).findFirst()
                        .orElseThrow(() -> new AssertionError("no clock began by itself for " + fact)).id(),
                        ClockCommand.Answer.seen(now, "Told by phone", "Robin Alder")));
    }

    List<ProgramClock> clocks() {
        return stage.as(() -> stage.the(ClockQueries.class).all(stage.schools.values()));
    }

    /** What timers do every minute: reminders, and those above are told of what is late. */
    void remind() {
        stage.run(() -> stage.the(ClockCommands.class).remind(stage.cast.agency()));
    }

    static Instant instant(Script.Fact fact) {
        return OffsetDateTime.parse(fact.detail()).toInstant();
    }

    private Campus school(Script.Fact fact) {
        return stage.campus(fact.school());
    }
}
