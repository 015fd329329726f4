package org.daywatch.emergencies.aftermath;

import static org.daywatch_db.emergencies.Tables.AFTER_ACTION;
import static org.daywatch_db.emergencies.Tables.CAPABILITY_RATING;
import static org.daywatch_db.emergencies.Tables.IMPROVEMENT;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.emergencies.IncidentEvent.ImprovementProposed;
import org.daywatch.emergencies.ReachRecord;
import org.daywatch.emergencies.StudentsWaiting;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentQueries.Entry;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.reach.ReachStore;
import org.daywatch.emergencies.reach.Tally;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was learned from an incident, kept beside what was measured. */
@Component
@Transactional
public class AfterActions {

    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final ReachRecord reach;
    private final ReachStore people;
    private final RollQueries rolls;
    private final StudentsWaiting students;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    AfterActions(DSLContext db, IncidentStore incidents, IncidentCommands commands, ReachRecord reach,
            ReachStore people, RollQueries rolls, StudentsWaiting students, Facts facts,
            Forms forms, Clock clock) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.reach = reach;
        this.people = people;
        this.rolls = rolls;
        this.students = students;
        this.facts = facts;
        this.forms = forms;
        this.clock = clock;
    }

    public record Rated(AftermathCapability.Rating rating, String words, String by) {}

    public record Improvement(AftermathCapability capability, String issue, String action, String owner, LocalDate due,
            String by, Instant at) {}

    /**
     * @param strengths empty while nobody has written any. @param reach of whom nobody was expected where it was not
     * kept
     */
    public record Report(MeasuredTimes times, int pressers, Tally reach, Optional<RollQueries.Numbers> roll,
            List<StudentsWaiting.Numbers> reunions, String strengths,
            Map<AftermathCapability, Rated> ratings, List<Improvement> improvements) {}

    /**
     * @param alert of the incident, null where it has none; both, and the lines of the timeline, as the reader may know
     * them
     */
    @Transactional(readOnly = true)
    public Report of(Incident i, @Nullable Alert alert, List<Entry> lines) {
        var ratings = new EnumMap<AftermathCapability, Rated>(AftermathCapability.class);
        db.selectFrom(CAPABILITY_RATING).where(CAPABILITY_RATING.INCIDENT_ID.eq(i.id()))
                .forEach(r -> ratings.put(AftermathCapability.valueOf(r.getCapability()),
                        new Rated(AftermathCapability.Rating.valueOf(r.getRating()), r.getWords(), r.getRatedBy())));
        var improvements = db.selectFrom(IMPROVEMENT).where(IMPROVEMENT.INCIDENT_ID.eq(i.id()))
                .orderBy(IMPROVEMENT.DUE, IMPROVEMENT.ID).fetch(r -> new Improvement(
                        AftermathCapability.valueOf(r.getCapability()), r.getIssue(), r.getAction(), r.getOwner(),
                        r.getDue(), r.getProposedBy(), r.getProposedAt()));
        String strengths = db.select(AFTER_ACTION.STRENGTHS).from(AFTER_ACTION)
                .where(AFTER_ACTION.INCIDENT_ID.eq(i.id())).fetchOptional(AFTER_ACTION.STRENGTHS).orElse("");
        var roll = i.alertId() == null ? Optional.<RollQueries.Numbers>empty() : rolls.numbers(i.alertId());
        return new Report(MeasuredTimes.of(log(i, alert, lines)), db.fetchCount(PRESS, PRESS.ALERT_ID.eq(i.id())),
                people.tallies(List.of(i.id())).getOrDefault(i.id(), new Tally(0, 0, 0, 0, 0, 0)), roll,
                students.of(i.id()), strengths, ratings, improvements);
    }

    private MeasuredTimes.Log log(Incident i, @Nullable Alert alert, List<Entry> lines) {
        var first = db.select(PRESS.DEVICE_AT, PRESS.ACCEPTED_AT).from(PRESS).where(PRESS.ID.eq(i.id()))
                .fetchOptional();
        var ended = alert != null && alert.state().over() ? alert.state().since() : null;
        // All rooms are known to be released only once the alert has ended well: before that one may be missing.
        var rooms = alert != null && alert.state() instanceof Alert.State.Ended
                ? moments(lines, "RoomReleased").max(Instant::compareTo).orElse(null)
                : null;
        return new MeasuredTimes.Log(first.map(r -> r.value1()).orElse(null), first.map(r -> r.value2()).orElse(null),
                reached(i, 50), reached(i, 95), reached(i, 100),
                moments(lines, "CommandTaken").min(Instant::compareTo).orElse(null), accounted(i), rooms, reunited(i),
                ended, i.closed() ? i.state().since() : null);
    }

    private @Nullable Instant accounted(Incident i) {
        return i.alertId() == null ? null : rolls.numbers(i.alertId()).map(RollQueries.Numbers::fullAt).orElse(null);
    }

    /** When the last reunification of the alert was closed; absent while one goes on. */
    private @Nullable Instant reunited(Incident i) {
        var all = i.alertId() == null ? List.<StudentsWaiting.Numbers>of() : students.of(i.alertId());
        return all.stream().anyMatch(n -> n.closedAt() == null)
                ? null
                : all.stream().map(StudentsWaiting.Numbers::closedAt).max(Instant::compareTo).orElse(null);
    }

    private @Nullable Instant reached(Incident i, int percent) {
        return i.alertId() == null ? null : reach.reached(i.id(), percent).orElse(null);
    }

    private static Stream<Instant> moments(List<Entry> lines, String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).map(Entry::at);
    }

    public void strengths(UUID incident, String words, By by) {
        var i = incidents.lock(incident);
        var t = AFTER_ACTION;
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.INCIDENT_ID, incident).set(t.DISTRICT_ID, i.districtId())
                .set(t.STRENGTHS, words).set(t.WRITTEN_AT, clock.instant())
                .set(t.WRITTEN_BY, by.name()).set(t.VERSION, 1).onConflict(t.AGENCY_ID, t.INCIDENT_ID).doUpdate()
                .set(t.STRENGTHS, words).set(t.WRITTEN_AT, clock.instant())
                .set(t.WRITTEN_BY, by.name()).set(t.VERSION, t.VERSION.plus(1)).execute();
        commands.write(i, Line.of(clock.instant(), "StrengthsWritten", "", words, by));
    }

    public void rate(UUID incident, AftermathCapability capability, AftermathCapability.Rating rating, String words,
            By by) {
        var i = incidents.lock(incident);
        var t = CAPABILITY_RATING;
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.INCIDENT_ID, incident)
                .set(t.CAPABILITY, capability.name()).set(t.DISTRICT_ID, i.districtId())
                .set(t.RATING, rating.name()).set(t.WORDS, words).set(t.RATED_AT, clock.instant())
                .set(t.RATED_BY, by.name())
                .onConflict(t.AGENCY_ID, t.INCIDENT_ID, t.CAPABILITY).doUpdate().set(t.RATING, rating.name())
                .set(t.WORDS, words).set(t.RATED_AT, clock.instant())
                .set(t.RATED_BY, by.name()).execute();
        commands.write(i, Line.of(clock.instant(), "CapabilityRated", capability.name(),
                words.isEmpty() ? rating.name() : rating.name() + ": " + words, by));
    }

    /** Told to whoever plans. @param form sent twice it is one improvement */
    public void propose(UUID incident, AftermathCapability capability, String issue, String action, String owner,
            LocalDate due, By by, UUID form) {
        var i = incidents.lock(incident);
        if (!forms.first(form)) return;
        UUID id = Ids.next();
        Instant now = clock.instant();
        var t = IMPROVEMENT;
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.ID, id).set(t.INCIDENT_ID, incident)
                .set(t.DISTRICT_ID, i.districtId()).set(t.SCHOOL_ID, i.schoolId())
                .set(t.CAPABILITY, capability.name()).set(t.ISSUE, issue).set(t.ACTION, action).set(t.OWNER, owner)
                .set(t.DUE, due).set(t.PROPOSED_AT, now)
                .set(t.PROPOSED_BY, by.name()).execute();
        facts.tell(new ImprovementProposed(i.agencyId(), i.id(), now, i.schoolId(), i.status(), id, capability.name(),
                issue, action, owner, due, by.name()));
        commands.write(i, Line.of(now, "ImprovementProposed", capability.name(),
                issue + " → " + action + " (" + owner + ")", by));
    }
}
