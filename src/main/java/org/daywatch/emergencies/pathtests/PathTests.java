package org.daywatch.emergencies.pathtests;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Once a week a press with status TEST goes the whole way of a real one: durable log, screens, receipts, database. No
 * screen shows it and no message is sent. On several nodes it has the same id and so counts once.
 */
@Component
class PathTests {

    private static final Logger log = LoggerFactory.getLogger(PathTests.class);
    private static final String HOUSE = "Daywatch";
    private static final UUID NOBODY = new UUID(0, 0);

    private final PathTestStore store;
    private final Campuses campuses;
    private final BellDays bells;
    private final ProgramRules rules;
    private final LaneLog lane;
    private final AlertStore alerts;
    private final AlertCommands commands;
    private final Clock clock;

    PathTests(PathTestStore store, Campuses campuses, BellDays bells, ProgramRules rules, LaneLog lane,
            AlertStore alerts, AlertCommands commands, Clock clock) {
        this.store = store;
        this.campuses = campuses;
        this.bells = bells;
        this.rules = rules;
        this.lane = lane;
        this.alerts = alerts;
        this.commands = commands;
        this.clock = clock;
    }

    /** For the agency that is bound: begins what is due, ends what has had its time. */
    void round(UUID agency) {
        var book = rules.book();
        var now = clock.instant();
        for (var school : campuses.search("", null)) {
            try {
                var day = now.atZone(school.zone()).toLocalDate();
                timetable(book, school, day).due(now, school.zone()).filter(week -> !store.has(school.id(), week))
                        .filter(week -> inSession(school, day))
                        .ifPresent(week -> begin(agency, school, week, now));
            } catch (Exception e) {
                log.error("the weekly test of school {} could not begin", school.id(), e);
            }
        }
        store.open().forEach(test -> end(book, test, now));
    }

    private static PathTestTimetable timetable(RuleBook book, Campus school, LocalDate day) {
        return PathTestTimetable.of(book, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()));
    }

    /** Where no bells are known every weekday counts; on a holiday every room would seem dead. */
    private boolean inSession(Campus school, LocalDate day) {
        return !bells.of(List.of(school.id()), day, day).isEmpty()
                || bells.withoutBells(List.of(school.id()), day).contains(school.id());
    }

    private void begin(UUID agency, Campus school, LocalDate week, Instant now) {
        var id = UUID.nameUUIDFromBytes(
                ("path test " + agency + " " + school.id() + " " + week).getBytes(StandardCharsets.UTF_8));
        var press = new LaneEntry.Press(id, agency, school.districtId(), school.id(), AlertStatus.TEST,
                ProtocolAction.HOLD, "", null, "", "", LaneEntry.Source.WEB, null, HOUSE, null, now);
        try {
            var accepted = lane.accept(press).get(10, TimeUnit.SECONDS);
            store.add(new PathTest(agency, school.districtId(), school.id(), week, accepted.alert(), now, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the lane took no test of school " + school.id(), e);
        }
    }

    private void end(RuleBook book, PathTest test, Instant now) {
        try {
            var school = campuses.find(test.school());
            if (school.isPresent() && now.isBefore(test.at()
                    .plus(timetable(book, school.get(), now.atZone(school.get().zone()).toLocalDate()).length())))
                return;
            var alert = alerts.find(test.alert());
            if (alert.isPresent() && !alert.get().state().over()) {
                commands.handle(test.alert(), new AlertCommand.SayOver(new AlertCommand.By(NOBODY, HOUSE, true),
                        AlertEnding.ALL_CLEAR, Set.of(test.school()), ""), NOBODY);
            }
            store.end(test, now);
        } catch (RuntimeException e) {
            log.error("the weekly test {} could not end", test.alert(), e);
        }
    }
}
