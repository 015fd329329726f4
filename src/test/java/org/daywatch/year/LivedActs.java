package org.daywatch.year;

import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.daywatch._story.Story;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.visitors.Visitor;
import org.daywatch.directory.visitors.Visitors;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.PreventionEvent;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.dutystatus.DutyStatuses;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.programmes.clocks.ClockCommand;
import org.daywatch.transparency.programmes.clocks.ClockCommands;
import org.daywatch.transparency.programmes.clocks.ClockKind;
import org.daywatch.transparency.programmes.clocks.ClockQueries;
import org.daywatch.transparency.programmes.clocks.ProgrammeClock;
import org.daywatch.transparency.programmes.exceptions.CampusExceptions;
import org.daywatch.transparency.programmes.papers.FiledPapers;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** What happens at schools and is no shift and no drill, done with the commands people do it with; whatever follows from it is heard before the day goes on. */
final class LivedActs {

    /** Whatever happens at an instant and not only on a day. */
    static final Set<String> OF_AN_INSTANT = Set.of("DISMISSED", "DISCIPLINED", "DISCHARGED", "TOLD_OFFICE");
    private static final int OUTER_DOORS = 12;

    private final ApplicationContext app;
    private final LivedYear year;
    private final Story story;

    LivedActs(ApplicationContext app, LivedYear year) {
        this.app = app;
        this.year = year;
        story = app.getBean(Story.class);
    }

    void act(Script.Fact fact, Instant now) {
        switch (fact.what()) {
            case "SWEEP" -> sweep(fact, now);
            case "AUDIT" -> paper(fact, "AUDIT:" + fact.word(), null);
            case "NOTICE" -> paper(fact, "NOTICE:" + fact.word(), announced(fact));
            case "REPORT" -> paper(fact, "REPORT:INSPECTION", null);
            case "COVERAGE" -> paper(fact, Played.COVERAGE, Played.quarter(fact));
            case "EXCEPTION" -> story.run(year.cast.agency(), () -> app.getBean(CampusExceptions.class).add(school(fact), fact.word(), fact.detail().substring(fact.word().length() + 1), fact.day(),
                    coordinator()));
            case "CERTIFICATE" -> story.run(year.cast.agency(), () -> app.getBean(OfficerStore.class).record(year.officerIds.get(fact.officer()),
                    new Credential(Ids.next(), Credential.Kind.SCHOOL_CERTIFICATE, "", fact.day(), null, null, Credential.State.VALID)));
            case "VISIT" -> story.run(year.cast.mesquite(), () -> app.getBean(Visitors.class).signIn(office(fact), school(fact),
                    new Visitor.Entry("Quentin Marsh", "State office", "The principal", "Inspection", true, true)));
            case "DISMISSED" -> status(fact, DutyStatus.Kind.DISMISSED, null);
            case "DISCIPLINED" -> status(fact, DutyStatus.Kind.SUSPENDED, fact.day());
            case "DISCHARGED" -> shot(fact, now);
            case "TOLD_OFFICE" -> told(fact, now);
            default -> throw new IllegalArgumentException(fact.toString());
        }
        heard();
    }

    private void sweep(Script.Fact fact, Instant now) {
        var from = fact.day().atTime(LocalTime.of(9, 0)).atZone(school(fact).zone()).toInstant();
        story.run(year.cast.agency(), () -> app.getBean(Facts.class).tell(new PreventionEvent.RoundWalked(year.cast.agency(), Ids.next(), now, year.cast.mesquite(), school(fact).id(),
                year.officerIds.get(fact.officer()), true, fact.day(), from, fact.minutes(), OUTER_DOORS, OUTER_DOORS, 0, true, fact.officer())));
    }

    private void paper(Script.Fact fact, String subject, LocalDate forDay) {
        story.run(year.cast.agency(), () -> app.getBean(FiledPapers.class).file(coordinator(), school(fact), subject, fact.day(), forDay, subject + " of " + fact.day(), "District office", Ids.next()));
    }

    /** The notice names the day of the audit or exercise that comes next. */
    private LocalDate announced(Script.Fact notice) {
        return year.script.facts().stream().filter(f -> f.school().equals(notice.school()) && Played.notice(f).equals("NOTICE:" + notice.word()) && !f.day().isBefore(notice.day())).findFirst()
                .orElseThrow().day();
    }

    private void status(Script.Fact fact, DutyStatus.Kind kind, LocalDate lastDay) {
        story.run(year.cast.agency(), () -> app.getBean(DutyStatuses.class).record(new DutyStatuses.By("Robin Alder", year.cast.agency()), year.officerIds.get(fact.officer()),
                new DutyStatuses.Details(kind, fact.day(), lastDay, "His department")));
    }

    private void shot(Script.Fact fact, Instant now) {
        var officer = year.officers.get(fact.officer());
        story.run(year.cast.agency(), () -> app.getBean(ActivityLog.class).write(officer, Ids.next(), new Activity(year.cast.mesquite(), school(fact).id(), year.officerIds.get(fact.officer()),
                fact.day(), now, now, 0, ActivityKind.SHOT_FIRED, "", "", Activity.Details.NONE, Activity.Source.TYPED, "", ""), now, ""));
    }

    private void told(Script.Fact fact, Instant now) {
        story.run(year.cast.agency(), () -> app.getBean(ClockCommands.class).handle(clocks().stream().filter(c -> c.kind() == ClockKind.INCIDENT_REPORT && c.state().open())
                .filter(c -> year.officerIds.get(fact.officer()).equals(c.officerId())).findFirst().orElseThrow(() -> new AssertionError("no clock began by itself for " + fact)).id(),
                ClockCommand.Answer.seen(now, "Told by phone", "Robin Alder")));
    }

    List<ProgrammeClock> clocks() {
        return story.as(year.cast.agency(), () -> app.getBean(ClockQueries.class).all(year.schools.values()));
    }

    /** What timers do every minute: reminders, and those above are told of what is late. */
    void remind() {
        story.run(year.cast.agency(), () -> app.getBean(ClockCommands.class).remind(year.cast.agency()));
    }

    static Instant instant(Script.Fact fact) {
        return OffsetDateTime.parse(fact.detail()).toInstant();
    }

    private void heard() {
        var db = app.getBean(DSLContext.class);
        var p = EVENT_PUBLICATION;
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (story.as(year.cast.agency(), () -> db.fetchCount(p, p.COMPLETION_DATE.isNull().and(p.SERIALIZED_EVENT.contains(year.cast.agency().toString())
                .or(p.SERIALIZED_EVENT.contains(year.cast.mesquite().toString())))) > 0)) {
            if (System.nanoTime() > until) throw new AssertionError("somebody did not hear");
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Campus school(Script.Fact fact) {
        return story.as(year.cast.agency(), () -> app.getBean(Campuses.class).find(year.schools.get(fact.school())).orElseThrow());
    }

    private Actor coordinator() {
        return new Actor(new UUID(1, 3), "Robin Alder", year.cast.agency(), "Cooperative", Role.COORDINATOR, Role.COORDINATOR.defaults(), null, Capacity.NONE, new UUID(1, 2), "en");
    }

    private Actor office(Script.Fact fact) {
        return new Actor(new UUID(1, 4), "Dana Wells", year.cast.mesquite(), "Mesquite Flats Unified", Role.FRONT_OFFICE, Role.FRONT_OFFICE.defaults(), year.schools.get(fact.school()),
                Capacity.NONE, new UUID(1, 2), "en");
    }
}
