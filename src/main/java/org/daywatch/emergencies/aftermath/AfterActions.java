package org.daywatch.emergencies.aftermath;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was learned from an incident, kept beside what was measured. */
@Component
@Transactional
public class AfterActions {

    private final AfterActionStore store;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final ReachRecord reach;
    private final ReachStore people;
    private final RollQueries rolls;
    private final StudentsWaiting students;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    AfterActions(AfterActionStore store, IncidentStore incidents, IncidentCommands commands, ReachRecord reach,
            ReachStore people, RollQueries rolls, StudentsWaiting students, Facts facts,
            Forms forms, Clock clock) {
        this.store = store;
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
        var roll = i.alertId() == null ? Optional.<RollQueries.Numbers>empty() : rolls.numbers(i.alertId());
        return new Report(MeasuredTimes.of(log(i, alert, lines)), store.pressers(i.id()),
                people.tallies(List.of(i.id())).getOrDefault(i.id(), new Tally(0, 0, 0, 0, 0, 0)), roll,
                students.of(i.id()), store.strengthsOf(i.id()), store.ratings(i.id()), store.improvements(i.id()));
    }

    private MeasuredTimes.Log log(Incident i, @Nullable Alert alert, List<Entry> lines) {
        var first = store.press(i.id());
        var ended = alert != null && alert.state().over() ? alert.state().since() : null;
        // All rooms are known to be released only once the alert has ended well: before that one may be missing.
        var rooms = alert != null && alert.state() instanceof Alert.State.Ended
                ? moments(lines, "RoomReleased").max(Instant::compareTo).orElse(null)
                : null;
        return new MeasuredTimes.Log(first.map(AfterActionStore.Press::deviceAt).orElse(null),
                first.map(AfterActionStore.Press::acceptedAt).orElse(null), reached(i, 50), reached(i, 95),
                reached(i, 100),
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
        store.putStrengths(i, words, by.name(), clock.instant());
        commands.write(i, Line.of(clock.instant(), "StrengthsWritten", "", words, by));
    }

    public void rate(UUID incident, AftermathCapability capability, AftermathCapability.Rating rating, String words,
            By by) {
        var i = incidents.lock(incident);
        store.putRating(i, capability, new Rated(rating, words, by.name()), clock.instant());
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
        store.insert(i, id, new Improvement(capability, issue, action, owner, due, by.name(), now));
        facts.tell(new ImprovementProposed(i.agencyId(), i.id(), now, i.schoolId(), i.status(), id, capability.name(),
                issue, action, owner, due, by.name()));
        commands.write(i, Line.of(now, "ImprovementProposed", capability.name(),
                issue + " → " + action + " (" + owner + ")", by));
    }
}
