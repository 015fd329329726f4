package org.daywatch.emergencies.helpcalls;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.RECEIPT;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.helpcalls.HelpCall.Said;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.texts.Texts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls for help, as their callers and those who may go look at them. */
@Component
@Transactional(readOnly = true)
public class HelpCalls {

    /** So long a caller still reads that it is over, and how. */
    private static final Duration AFTERWARD = Duration.ofMinutes(10);

    private final DSLContext db;
    private final AlertStore alerts;
    private final Campuses campuses;
    private final Texts texts;
    private final Clock clock;

    HelpCalls(DSLContext db, AlertStore alerts, Campuses campuses, Texts texts, Clock clock) {
        this.db = db;
        this.alerts = alerts;
        this.campuses = campuses;
        this.texts = texts;
        this.clock = clock;
    }

    /** Those that this person made, the newest first: that go on, or are over only since. */
    public List<HelpCall> by(UUID person) {
        return db.selectDistinct(PRESS.ALERT_ID).from(PRESS).join(ALERT)
                .on(ALERT.AGENCY_ID.eq(PRESS.AGENCY_ID), ALERT.ID.eq(PRESS.ALERT_ID))
                .where(PRESS.PERSON_ID.eq(person)).and(ALERT.ACTION.startsWith("HELP_"))
                .and(ALERT.STATUS.ne(AlertStatus.TEST.name()))
                .and(ALERT.STATE.notIn("ENDED", "CANCELLED").or(ALERT.SINCE.ge(clock.instant().minus(AFTERWARD))))
                .fetch(PRESS.ALERT_ID).stream().flatMap(id -> alerts.find(id).stream()).map(a -> a.seenBy(person))
                .sorted(Comparator.comparing(Alert::raisedAt).reversed()).map(this::of).toList();
    }

    public HelpCall of(Alert alert) {
        var callers = db.select(PRESS.PERSON_ID).from(PRESS).where(PRESS.ALERT_ID.eq(alert.id()))
                .and(PRESS.PERSON_ID.isNotNull()).fetchSet(PRESS.PERSON_ID);
        var receipts = db.select(RECEIPT.PERSON_ID, REACH.NAME, RECEIPT.KIND, RECEIPT.AT).from(RECEIPT).join(REACH)
                .on(REACH.AGENCY_ID.eq(RECEIPT.AGENCY_ID), REACH.ALERT_ID.eq(RECEIPT.ALERT_ID),
                        REACH.PERSON_ID.eq(RECEIPT.PERSON_ID))
                .where(RECEIPT.ALERT_ID.eq(alert.id())).and(RECEIPT.KIND.ne(Kind.DELIVERED.name()))
                .fetch(r -> new Said(r.get(RECEIPT.PERSON_ID), r.get(REACH.NAME), Kind.valueOf(r.get(RECEIPT.KIND)),
                        r.get(RECEIPT.AT)));
        var zone = campuses.find(alert.schoolId()).orElseThrow().zone();
        return HelpCall.of(alert, zone, callers, receipts);
    }

    /** What wakes a caller's phone once somebody is on the way; empty for anybody else and while nobody is. */
    public Optional<Notice.Words> news(Alert alert, UUID reader, String language) {
        if (!alert.action().help()) return Optional.empty();
        var call = of(alert);
        if (!call.calledBy(reader) || call.going().isEmpty()) return Optional.empty();
        String kind = texts.of(language, "reach.message.kind." + alert.status());
        String names = String.join(", ", call.goingNames());
        String action = texts.of(language, "protocol." + alert.action() + ".name");
        return Optional.of(new Notice.Words(texts.of(language, "helpcall.news.subject", kind, names),
                texts.of(language, "helpcall.news.body", kind, names, action, alert.place())));
    }
}
