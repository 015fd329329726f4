package org.daywatch.emergencies.pathtests;

import static org.daywatch_db.emergencies.Tables.PATH_TEST;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;
import static org.daywatch_db.emergencies.Tables.RECEIPT;
import static org.daywatch_db.emergencies.Tables.SCREEN_DEVICE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.pathtests.DeadZones.Device;
import org.daywatch.platform.persistence.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tests, devices that named their place, and which of them answered. */
@Repository
@Transactional
public class PathTestStore {

    private final DSLContext db;

    PathTestStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    boolean has(UUID school, LocalDate week) {
        return db.fetchExists(PATH_TEST, PATH_TEST.SCHOOL_ID.eq(school).and(PATH_TEST.WEEK.eq(week)));
    }

    public void add(PathTest t) {
        db.insertInto(PATH_TEST).set(PATH_TEST.AGENCY_ID, t.agency()).set(PATH_TEST.SCHOOL_ID, t.school())
                .set(PATH_TEST.WEEK, t.week()).set(PATH_TEST.DISTRICT_ID, t.district())
                .set(PATH_TEST.ALERT_ID, t.alert()).set(PATH_TEST.AT, t.at())
                .onConflict(PATH_TEST.AGENCY_ID, PATH_TEST.SCHOOL_ID, PATH_TEST.WEEK).doNothing().execute();
    }

    @Transactional(readOnly = true)
    List<PathTest> open() {
        return list(PATH_TEST.ENDED_AT.isNull(), 10_000);
    }

    public void end(PathTest t, Instant now) {
        db.update(PATH_TEST).set(PATH_TEST.ENDED_AT, now).where(PATH_TEST.SCHOOL_ID.eq(t.school()))
                .and(PATH_TEST.WEEK.eq(t.week())).execute();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<PathTest> last(UUID school, int most) {
        return list(PATH_TEST.SCHOOL_ID.eq(school), most);
    }

    private List<PathTest> list(Condition which, int most) {
        return db.selectFrom(PATH_TEST).where(which).orderBy(PATH_TEST.AT.desc()).limit(most)
                .fetch(r -> new PathTest(r.getAgencyId(), r.getDistrictId(), r.getSchoolId(), r.getWeek(),
                        r.getAlertId(), r.getAt(), r.getEndedAt()));
    }

    @Transactional(readOnly = true)
    List<Device> devices(UUID school) {
        return db.selectFrom(SCREEN_DEVICE).where(SCREEN_DEVICE.SCHOOL_ID.eq(school))
                .orderBy(SCREEN_DEVICE.PLACE, SCREEN_DEVICE.ID)
                .fetch(r -> new Device(r.getId(), r.getRoomId(), r.getPlace(), r.getNamedBy(), r.getSince()));
    }

    /**
     * By test's alert: the devices that answered, each with the moment of its first answer. What a receipt says that is
     * no device's id is left aside.
     */
    @Transactional(readOnly = true)
    Map<UUID, Map<UUID, Instant>> answered(Collection<UUID> alerts) {
        var answered = new HashMap<UUID, Map<UUID, Instant>>();
        db.select(RECEIPT.ALERT_ID, RECEIPT.NOTE, RECEIPT.AT).from(RECEIPT).where(RECEIPT.ALERT_ID.in(alerts))
                .and(RECEIPT.KIND.eq("DELIVERED")).orderBy(RECEIPT.AT)
                .forEach(r -> Ids.find(r.get(RECEIPT.NOTE))
                        .ifPresent(device -> answered.computeIfAbsent(r.get(RECEIPT.ALERT_ID), a -> new HashMap<>())
                                .putIfAbsent(device, r.get(RECEIPT.AT))));
        return answered;
    }

    /** @param asked people whose browsers were woken @param answered of them */
    public record Push(int asked, int answered) {}

    /** By test's alert: how many people's phones answered when they were woken. */
    @Transactional(readOnly = true)
    Map<UUID, Push> pushed(Collection<UUID> alerts) {
        var answered = DSL.count().filterWhere(REACH_ATTEMPT.STATE.eq("RECEIVED"));
        var asked = DSL.count();
        return db.select(REACH_ATTEMPT.ALERT_ID, asked, answered).from(REACH_ATTEMPT)
                .where(REACH_ATTEMPT.ALERT_ID.in(alerts)).and(REACH_ATTEMPT.WAY.eq("PUSH"))
                .and(REACH_ATTEMPT.STATE.ne("NO_ADDRESS")).groupBy(REACH_ATTEMPT.ALERT_ID)
                .fetchMap(REACH_ATTEMPT.ALERT_ID, r -> new Push(r.get(asked), r.get(answered)));
    }

    /** The device stands here from now on; its earlier answers stay its own. */
    public void name(UUID device, UUID agency, Campus school, @Nullable UUID room, String place, String by,
            Instant now) {
        db.insertInto(SCREEN_DEVICE).set(SCREEN_DEVICE.AGENCY_ID, agency).set(SCREEN_DEVICE.ID, device)
                .set(SCREEN_DEVICE.DISTRICT_ID, school.districtId())
                .set(SCREEN_DEVICE.SCHOOL_ID, school.id()).set(SCREEN_DEVICE.ROOM_ID, room)
                .set(SCREEN_DEVICE.PLACE, place).set(SCREEN_DEVICE.NAMED_BY, by).set(SCREEN_DEVICE.SINCE, now)
                .onConflict(SCREEN_DEVICE.AGENCY_ID, SCREEN_DEVICE.ID).doUpdate()
                .set(SCREEN_DEVICE.DISTRICT_ID, school.districtId()).set(SCREEN_DEVICE.SCHOOL_ID, school.id())
                .set(SCREEN_DEVICE.ROOM_ID, room).set(SCREEN_DEVICE.PLACE, place).set(SCREEN_DEVICE.NAMED_BY, by)
                .set(SCREEN_DEVICE.SINCE, now).execute();
    }

    /** @return false where this school has no such device */
    boolean remove(UUID school, UUID device) {
        return db.deleteFrom(SCREEN_DEVICE).where(SCREEN_DEVICE.SCHOOL_ID.eq(school)).and(SCREEN_DEVICE.ID.eq(device))
                .execute() == 1;
    }
}
