package org.daywatch.emergencies.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.CAP_NOTICE;
import static org.daywatch_db.emergencies.Tables.HOOK_BUTTON;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.PRESS_HOOK;
import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.RECEIPT;
import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.retention.Retention;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What is kept how long of alerts and of what hangs on them, and what a person is given of it.
 *
 * <p>A-10 of docs/security.
 */
@DaywatchIT
class EmergencyKeepingIT {

    private static final List<String> FORGOTTEN = List.of("alert_change", "room_release", "duress", "responder_link",
            "responder_opening", "incident", "incident_entry", "incident_role",
            "incident_resource", "incident_task", "incident_photo", "caller_claim", "student_event", "statutory_clock",
            "statutory_answer", "statutory_notice", "after_action", "capability_rating",
            "improvement", "command_post");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired List<LaneListener> listeners;
    @Autowired List<PersonalData> rooms;
    @Autowired Retention retention;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;

    private final UUID person = Ids.next();
    private PostedDay day;
    private UUID over;
    private UUID standing;

    @BeforeEach
    void oneAlertThatIsOverAndOneThatStands() {
        day = new PostedDay(app);
        over = press(ProtocolAction.HELP_FIGHT);
        standing = press(ProtocolAction.HOLD);
        for (UUID alert : List.of(over, standing)) {
            hear(new LaneEntry.Ack(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, alert, 1,
                    LaneEntry.Kind.SEEN, person, "Ana Cruz", "", clock.instant()));
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(INCIDENT) == 2); // it hears of an alert a moment later
        story.run(day.cast.agency(), () -> {
            db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.SINCE, clock.instant()).set(ALERT.ENDED_BY, "two")
                    .where(ALERT.ID.eq(over)).execute();
            db.update(INCIDENT).set(INCIDENT.STATE, "CLOSED").set(INCIDENT.SINCE, clock.instant())
                    .set(INCIDENT.CLOSED_BY, "two").where(INCIDENT.ID.eq(over)).execute();
        });
    }

    @Test
    void whatIsOverGoesWhenItsTimeIsOverAndWhatStandsStays() {
        clock.move(Duration.ofDays(1094));
        aNightGoesBy();
        assertThat(count(RECEIPT)).as("of each alert that of the press and that of the page").isEqualTo(4);
        clock.move(Duration.ofDays(2));
        aNightGoesBy();
        assertThat(story.as(day.cast.agency(), () -> db.select(RECEIPT.ALERT_ID).from(RECEIPT).fetch(RECEIPT.ALERT_ID)))
                .containsOnly(standing).hasSize(2);
        assertThat(count(REACH)).isOne();
        assertThat(count(PRESS)).isEqualTo(2);
        clock.move(Duration.ofDays(731));
        aNightGoesBy();
        aNightGoesBy(); // the alert goes in the night after its incident
        for (Table<?> table : List.of(ALERT, PRESS, ALERT_CHANGE, INCIDENT))
            assertThat(count(table)).as(table.getName()).isOne();
        assertThat(story.as(day.cast.agency(), () -> db.select(ALERT.ID).from(ALERT).fetch(ALERT.ID)))
                .containsExactly(standing);
    }

    @Test
    void nothingButRetentionTakesThemAway() {
        for (String table : List.of("alert", "press", "alert_change", "receipt", "incident", "incident_entry")) {
            assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute("delete from emergencies." + table)))
                    .as(table).rootCause().hasMessageContaining("only retention deletes");
        }
    }

    @Test
    void whatWasTakenInAndToldOutsideGoesByRetentionAlone() {
        outside();
        for (String table : List.of("press_hook", "cap_notice")) refusesToDelete(day.cast.agency(), table);
        for (String table : List.of("webhook_delivery", "roll_report", "roll_statement"))
            refusesToDelete(day.cast.mesquite(), table);
        clock.move(Duration.ofDays(399));
        aNightGoesBy();
        assertThat(count(PRESS_HOOK)).isEqualTo(2);
        assertThat(count(HOOK_BUTTON)).isEqualTo(2);
        clock.move(Duration.ofDays(2));
        aNightGoesBy();
        assertThat(
                story.as(day.cast.agency(), () -> db.select(PRESS_HOOK.LABEL).from(PRESS_HOOK).fetch(PRESS_HOOK.LABEL)))
                .as("the one that is closed went, with its button").containsExactly("open");
        assertThat(count(HOOK_BUTTON)).isOne();
        assertThat(count(CAP_NOTICE)).isZero();
        for (Table<?> table : List.of(WEBHOOK_DELIVERY, ROLL_CALL, ROLL_REPORT))
            assertThat(story.as(day.cast.mesquite(), () -> db.fetchCount(table))).as(table.getName()).isZero();
    }

    private void refusesToDelete(UUID tenant, String table) {
        assertThatThrownBy(() -> story.run(tenant, () -> db.execute("delete from emergencies." + table))).as(table)
                .rootCause().hasMessageContaining("only retention deletes");
    }

    /**
     * Two hooks, one of them closed; a notice of another agency; a message to an address outside; a roll call with its
     * staff and an officer.
     */
    private void outside() {
        UUID agency = day.cast.agency();
        UUID district = day.cast.mesquite();
        UUID call = Ids.next();
        UUID report = Ids.next();
        UUID staff = Ids.next();
        String now = "timestamptz '" + clock.instant() + "'";
        story.run(agency, () -> {
            for (String label : List.of("open", "closed")) {
                UUID hook = Ids.next();
                db.execute(
                        "insert into emergencies.press_hook values (?, ?, ?, ?, ?, 'id', 'event', 1, null, null, 'x', "
                                + now + ", " + (label.equals("open") ? "null" : now) + ")",
                        agency, hook, district, day.school, label);
                db.execute(
                        "insert into emergencies.hook_button values (?, ?, 'b', ?, ?, null, 'desk', 'HOLD', '', 'ACTUAL', 'x', "
                                + now + ")",
                        agency, hook, district, day.school);
            }
            db.execute(
                    "insert into emergencies.cap_notice values (?, ?, ?, null, 's', 'i', 's', now, 'Actual', 'Alert', '{}', now, '{}', 'x', now, null)"
                            .replace("now", now),
                    agency, Ids.next(), district);
        });
        story.run(district, () -> {
            UUID hook = Ids.next();
            db.execute(
                    "insert into emergencies.webhook (tenant_id, id, name, address, sign_key, made_by, made_name, made_at) values (?, ?, 'name', 'https://a.example', 'x', ?, 'x', "
                            + now + ")",
                    district, hook, person);
            db.execute(
                    "insert into emergencies.webhook_delivery (tenant_id, id, webhook_id, incident_id, version, event, fact, at, school_id, status, state, begun_at, delivery, due_at) "
                            + "values (?, ?, ?, ?, 1, 'CREATED', 'x', now, ?, 'ACTUAL', 'OPEN', now, 'SENT', now)"
                                    .replace("now", now),
                    district, Ids.next(), hook, over, day.school);
            db.execute("insert into emergencies.roll_call values (?, ?, ?, ?, ?, 'EXERCISE', 'HOLD', " + now + ")",
                    district, call, agency, day.school, Ids.next());
            db.execute(
                    "insert into emergencies.roll_person values (?, ?, ?, null, 'STAFF', ?, 'Ana Cruz', 'ANA@story.example')",
                    district, staff, call, Ids.next());
            db.execute(
                    "insert into emergencies.roll_person values (?, ?, ?, null, 'STUDENT', ?, 'Ana Cruz', 'ana@story.example')",
                    district, Ids.next(), call, Ids.next());
            db.execute("insert into emergencies.roll_report values (?, ?, ?, null, 'POST', null, now, now, ?, 'x')"
                    .replace("now", now), district, report, call, Ids.next());
            db.execute("insert into emergencies.roll_statement values (?, ?, ?, 'PRESENT')", district, report, staff);
        });
    }

    private void aNightGoesBy() {
        for (UUID organization : List.of(day.cast.agency(), day.cast.mesquite(), day.cast.saguaro()))
            retention.apply(organization);
    }

    /** A table that comes to hang on an alert or an incident would keep both for ever. */
    @Test
    void whateverHangsOnAnAlertOrAnIncidentIsForgottenWithIt() {
        var hanging = story.as(day.cast.agency(),
                () -> db.fetch(
                        """
                select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid::regclass::text in (
                    'emergencies.alert', 'emergencies.responder_link', 'emergencies.incident', 'emergencies.student_event', 'emergencies.statutory_clock')""")
                        .getValues(0, String.class));
        assertThat(hanging)
                .allSatisfy(table -> assertThat(FORGOTTEN).as("Forgetting must take it away before what it hangs on")
                        .contains(table.replaceFirst("emergencies\\.", "")));
    }

    @Test
    void everyKindOfThisRoomHasAPeriodThatSomethingActsOnOrAReasonToBeKept() {
        var rules = story.as(day.cast.agency(), () -> retention.rules());
        var kinds = new HashSet<>(List.of("ALERT", "INCIDENT", "REACH", "PATH_TEST", "LANE_MESSAGE", "ROLL_CALL",
                "REUNIFICATION", "PUSH_SUBSCRIPTION", "DEVICE_PLACE", "DEVICE_KEY", "HOOK_MESSAGE", "REFUSED_ATTEMPT",
                "PRESS_HOOK",
                "DURESS_WORD", "WEBHOOK_DELIVERY", "CAP_NOTICE"));
        for (var rule : rules) {
            if (!kinds.remove(rule.kind())) continue;
            assertThat(rule.applied()).as(rule.kind()).isEqualTo(rule.keepDays() != null);
            assertThat(rule.toConfirm()).as(rule.kind() + ": no source names its period").isTrue();
        }
        assertThat(kinds).isEmpty();
    }

    @Test
    void aPersonIsGivenWhatTheyPressedAndWhatReachedThem() {
        var mine = new java.util.HashMap<String, List<java.util.Map<String, Object>>>();
        for (var room : rooms) story.run(day.cast.mesquite(), () -> mine.putAll(room.about(person)));
        assertThat(mine.get("alertPresses")).hasSize(2);
        assertThat(mine.get("alertsReached")).hasSize(2);
        assertThat(mine.get("alertReceipts")).as("two presses, and two pages they read").hasSize(4)
                .allMatch(row -> row.get("kind").equals("SEEN"));
        assertThat(mine).containsKeys("alertChanges", "roomReleases", "responderLinks", "laneMessages", "alertMessages",
                "pushBrowsers", "incidentEntries", "incidentsCommanded", "incidentRoles",
                "incidentPhotos", "callerClaims", "studentEvents", "roomReports", "reunionDuties", "pickupSteps");
    }

    /** Roster and account share an e-mail; a student of the same name and address is somebody else. */
    @Test
    void aMemberOfStaffIsGivenTheirOwnRowInARollCall() {
        outside();
        UUID ana = Tenancy.as(Scope.system(day.cast.mesquite()), () -> organizations.join(day.cast.mesquite(),
                "ana@story.example", "Ana Cruz", Role.TEACHER, day.school));
        var mine = new java.util.HashMap<String, List<java.util.Map<String, Object>>>();
        for (var room : rooms) story.run(day.cast.mesquite(), () -> mine.putAll(room.about(ana)));
        assertThat(mine.get("rollCalls")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("kind", "STAFF").containsEntry("status", "EXERCISE"));
        assertThat(mine.get("rollCallStatements")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("says", "PRESENT").containsEntry("source", "POST"));
    }

    private UUID press(ProtocolAction action) {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school,
                AlertStatus.ACTUAL, action, "", null, "", "", LaneEntry.Source.WEB, person, "Ana Cruz", null,
                clock.instant());
        hear(press);
        return press.id();
    }

    private void hear(LaneEntry entry) {
        Tenancy.run(Scope.system(day.cast.mesquite()), () -> listeners.forEach(l -> l.store(List.of(entry))));
    }

    private int count(Table<?> table) {
        return story.as(day.cast.agency(), () -> db.fetchCount(table));
    }
}
