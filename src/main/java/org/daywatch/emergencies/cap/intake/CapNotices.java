package org.daywatch.emergencies.cap.intake;

import static org.daywatch_db.emergencies.Tables.CAP_NOTICE;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.cap.CapCheck;
import org.daywatch.emergencies.cap.CapMessage;
import org.daywatch.emergencies.cap.CapMessage.At;
import org.daywatch.emergencies.cap.CapMessage.MsgType;
import org.daywatch.emergencies.cap.CapMessage.Status;
import org.daywatch.emergencies.cap.CapSignature.Verdict;
import org.daywatch.emergencies.cap.CapUnreadable;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.daywatch_db.emergencies.tables.records.CapNoticeRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notices as rows, in the district that took them in. */
@Repository
@Transactional
class CapNotices {

    static final int LARGEST = 262_144;

    private final DSLContext db;
    private final Campuses campuses;
    private final CheckInPlaces places;
    private final Organizations organizations;
    private final ProgramRules rules;
    private final AuditLog audit;
    private final Live live;
    private final Clock clock;
    private final HomeTime home;

    CapNotices(DSLContext db, Campuses campuses, CheckInPlaces places, Organizations organizations, ProgramRules rules,
            AuditLog audit, Live live, Clock clock, HomeTime home) {
        this.db = db;
        this.campuses = campuses;
        this.places = places;
        this.organizations = organizations;
        this.rules = rules;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        this.home = home;
    }

    /** @param fresh false: this message had been taken in before. @param schools how many it concerns */
    record Taken(String identifier, boolean fresh, int schools) {}

    /**
     * Who brings it. @param source null: by hand; @param person null: by a signed post; @param key of the sender: then
     * only what it signed is taken
     */
    record Bringer(@Nullable UUID source, String name, @Nullable UUID person, @Nullable PublicKey key) {}

    /** @throws InvalidInput with each fault that {@link CapCheck} finds, or why this message is none for schools */
    Taken take(UUID district, byte[] bytes, Bringer by) {
        var check = checked(bytes, by.key());
        var message = check.message().orElseThrow();
        UUID agency = organizations.find(district).map(Organizations.Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + district));
        var sent = message.sent().toInstant().truncatedTo(ChronoUnit.SECONDS);
        var schools = concerned(district, message);
        var n = CAP_NOTICE;
        int stored = db.insertInto(n).set(n.AGENCY_ID, agency).set(n.ID, Ids.next()).set(n.DISTRICT_ID, district)
                .set(n.SOURCE_ID, by.source()).set(n.SOURCE_NAME, by.name())
                .set(n.IDENTIFIER, message.identifier()).set(n.SENDER, message.sender()).set(n.SENT, sent)
                .set(n.STATUS, message.status().name()).set(n.MSG_TYPE, message.msgType().name())
                .set(n.REFERS_TO, message.references().stream().map(CapNotice::name).toArray(String[]::new))
                .set(n.EXPIRES_AT, expires(message)).set(n.SCHOOLS, schools.toArray(UUID[]::new))
                .set(n.MESSAGE, bytes).set(n.RECEIVED_AT, clock.instant()).set(n.RECEIVED_BY, by.person())
                .set(n.SIGNATURE, check.signature().name()).onConflictDoNothing().execute();
        if (stored == 1) {
            audit.act("CapNoticeTaken", "notice " + message.identifier(), Map.of("sender", message.sender(), "type",
                    message.msgType(), "status", message.status(), "by", by.name()));
            live.ring("alerts", agency);
            live.ring("alerts", district);
        }
        return new Taken(message.identifier(), stored == 1, schools.size());
    }

    private static CapCheck checked(byte[] bytes, @Nullable PublicKey key) {
        if (bytes.length > LARGEST)
            throw new InvalidInput("message", bytes.length + " bytes", "capnotices.wrong.large");
        try {
            var check = CapCheck.of(bytes, key, null);
            if (!check.faults().isEmpty())
                throw new InvalidInput("message", check.faults().getFirst().value(),
                        check.faults().getFirst().toString());
            var message = check.message().orElseThrow();
            if (message.status() == Status.System || message.status() == Status.Draft)
                throw new InvalidInput("message", message.status().name(), "capnotices.wrong.status");
            if (message.msgType() == MsgType.Ack || message.msgType() == MsgType.Error)
                throw new InvalidInput("message", message.msgType().name(), "capnotices.wrong.type");
            if (key != null && check.signature() != Verdict.VALID)
                throw new InvalidInput("message", check.signature().name(), "capnotices.wrong.unsigned");
            return check;
        } catch (CapUnreadable e) {
            throw new InvalidInput("message", "", String.valueOf(e.getMessage()));
        }
    }

    private List<UUID> concerned(UUID district, CapMessage message) {
        var all = campuses.list(CalendarScope.all(district));
        var centers = places.centers(all.stream().map(Campus::id).toList());
        boolean addressed = all.stream().anyMatch(school -> NoticeArea.addressed(message, school));
        return all.stream().filter(school -> NoticeArea.concerns(message, school, centers.get(school.id()), addressed))
                .map(Campus::id).toList();
    }

    /** The last end any of its languages names; where none does, a day after it was sent. */
    private Instant expires(CapMessage message) {
        var lasts = Duration.ofHours(rules.inForce("CAP_LASTS", "ALL", home.today()).orElseThrow().number());
        return message.infos().stream().flatMap(i -> i.times().stream()).filter(t -> t.what().equals("expires"))
                .map(At::when).map(t -> t.toInstant()).max(Instant::compareTo)
                .orElse(message.sent().toInstant().plus(lasts));
    }

    /** What stands now at any of these schools. */
    @Transactional(readOnly = true)
    List<CapNotice> standing(Collection<UUID> schools) {
        var now = clock.instant();
        // What has ended is read too as long as something it changed may still stand.
        var all = db.selectFrom(CAP_NOTICE)
                .where(CAP_NOTICE.EXPIRES_AT.gt(now)
                        .or(CAP_NOTICE.MSG_TYPE.ne("Alert").and(CAP_NOTICE.SENT.gt(now.minus(Duration.ofDays(60))))))
                .orderBy(CAP_NOTICE.SENT.desc()).limit(2_000).fetch(CapNotices::notice);
        return CapNotice.standing(all, now).stream().filter(n -> n.schools().stream().anyMatch(schools::contains))
                .toList();
    }

    private static CapNotice notice(CapNoticeRecord r) {
        try {
            var message = CapCheck.of(r.getMessage()).message().orElseThrow();
            return new CapNotice(r.getId(), r.getSourceId(), r.getSourceName(),
                    CapNotice.name(r.getSender(), r.getIdentifier(), r.getSent()), MsgType.valueOf(r.getMsgType()),
                    new HashSet<>(List.of(r.getRefersTo())), r.getSent(), r.getExpiresAt(),
                    new HashSet<>(List.of(r.getSchools())), "VALID".equals(r.getSignature()), message);
        } catch (CapUnreadable e) {
            throw new IllegalStateException("notice " + r.getId() + " was readable when it was taken in", e);
        }
    }
}
