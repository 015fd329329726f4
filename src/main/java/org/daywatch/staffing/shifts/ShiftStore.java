package org.daywatch.staffing.shifts;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.punches.Doubt;
import org.daywatch.staffing.shifts.Punch.Place;
import org.daywatch.staffing.shifts.Punch.Position;
import org.daywatch.staffing.shifts.Punch.Proof;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch_db.staffing.tables.records.ShiftRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Shifts as rows. */
@Repository
@Transactional
public class ShiftStore {

    private final DSLContext db;

    ShiftStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Shift> find(UUID id) {
        return db.selectFrom(SHIFT).where(SHIFT.ID.eq(id)).fetchOptional(ShiftStore::shift);
    }

    @Transactional(readOnly = true)
    public Shift get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("shift " + id));
    }

    /** For a command: whoever comes second waits and then sees what the first has made of it. */
    Shift lock(UUID id) {
        return db.selectFrom(SHIFT).where(SHIFT.ID.eq(id)).forNoKeyUpdate().fetchOptional(ShiftStore::shift)
                .orElseThrow(() -> new NotFound("shift " + id));
    }

    /** The officer who holds a post, if any. */
    public Optional<Shift> holderOf(UUID postId) {
        return db.selectFrom(SHIFT).where(SHIFT.POST_ID.eq(postId)).and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED"))
                .fetchOptional(ShiftStore::shift);
    }

    /** Who had this post and did not come. */
    @Transactional(readOnly = true)
    public Set<UUID> missed(UUID postId) {
        return db.select(SHIFT.OFFICER_ID).from(SHIFT).where(SHIFT.POST_ID.eq(postId)).and(SHIFT.STATE.eq("NO_SHOW"))
                .fetchSet(SHIFT.OFFICER_ID);
    }

    @Transactional(readOnly = true)
    public List<Shift> onPost(UUID personId) {
        return db.selectFrom(SHIFT).where(SHIFT.PERSON_ID.eq(personId)).and(SHIFT.STATE.eq("ON_POST"))
                .fetch(ShiftStore::shift);
    }

    /** Scheduled shifts whose start lies before {@code instant}: those a timer must look at. */
    @Transactional(readOnly = true)
    public List<UUID> scheduledBefore(Instant instant) {
        return db.select(SHIFT.ID).from(SHIFT).where(SHIFT.STATE.eq("SCHEDULED")).and(SHIFT.STARTS_AT.lt(instant))
                .orderBy(SHIFT.STARTS_AT).limit(500).fetch(SHIFT.ID);
    }

    public void insert(Shift shift, String schoolName) {
        var row = db.newRecord(SHIFT);
        row.setAgencyId(shift.agencyId());
        row.setId(shift.id());
        row.setDistrictId(shift.districtId());
        row.setSchoolId(shift.schoolId());
        row.setPostId(shift.postId());
        row.setOfficerId(shift.officerId());
        row.setPersonId(shift.personId());
        row.setOfficerName(shift.officerName());
        row.setDepartmentId(shift.departmentId());
        row.setSchoolName(schoolName);
        row.setAcceptedAt(shift.acceptance().at());
        row.setAcceptedBy(
                shift.acceptance().consent() != null ? "STANDING" : shift.acceptance().byPhone() ? "PHONE" : "OFFICER");
        row.setStandingConsentId(shift.acceptance().consent());
        var call = shift.acceptance().call();
        row.setPhoneCaller(call == null ? null : call.caller());
        row.setPhoneCalledAt(call == null ? null : call.at());
        row.setVerdict(JSONB.valueOf(shift.acceptance().verdict()));
        row.setVersion(0);
        write(row, shift);
        row.insert();
    }

    /** @throws Stale when somebody else saved it meanwhile */
    void save(Shift shift) {
        var row = db.newRecord(SHIFT);
        write(row, shift);
        row.setVersion(shift.version() + 1);
        int hit = db.update(SHIFT).set(row).where(SHIFT.ID.eq(shift.id())).and(SHIFT.VERSION.eq(shift.version()))
                .execute();
        if (hit == 0) throw new Stale("shift " + shift.id());
    }

    private static void write(ShiftRecord row, Shift shift) {
        row.setStartsAt(shift.window().start());
        row.setEndsAt(shift.window().end());
        row.setConfirmedAt(shift.acceptance().confirmedAt());
        row.setState(shift.state().code());
        punch(row, null);
        row.setCheckedOutAt(null);
        row.setCheckoutNote(null);
        row.setClosedAt(null);
        row.setClosedReason(null);
        row.setScheduledAgainAt(null);
        switch (shift.state()) {
            case State.Scheduled(var again) -> row.setScheduledAgainAt(again);
            case State.OnPost(var punch) -> punch(row, punch);
            case State.Ended(var punch, var at, var note) -> {
                punch(row, punch);
                row.setCheckedOutAt(at);
                row.setCheckoutNote(note);
            }
            case State.NoShow(var at) -> row.setClosedAt(at);
            case State.Cancelled(var at, var reason) -> {
                row.setClosedAt(at);
                row.setClosedReason(reason);
            }
            case State.GivenBack(var at, var reason) -> {
                row.setClosedAt(at);
                row.setClosedReason(reason);
            }
        }
    }

    private static void punch(ShiftRecord row, @Nullable Punch punch) {
        var position = punch == null ? null : punch.position();
        row.setCheckedInAt(punch == null ? null : punch.at());
        row.setCheckInDoubts(punch == null ? "" : Doubt.written(punch.doubts()));
        row.setCheckInProof(punch == null ? null : punch.proof().name());
        row.setCheckInLat(position == null ? null : position.latitude());
        row.setCheckInLon(position == null ? null : position.longitude());
        row.setCheckInAccuracyM(position == null ? null : position.accuracyMeters());
        row.setPositionSays(position == null
                ? null
                : position.place() + (position.meters() == null ? "" : " " + position.meters()));
    }

    static Shift shift(ShiftRecord r) {
        var call = r.getPhoneCaller() == null ? null : new Shift.Call(r.getPhoneCaller(), r.getPhoneCalledAt());
        var acceptance = new Shift.Acceptance(r.getAcceptedAt(), call, r.getConfirmedAt(), r.getVerdict().data(),
                r.getStandingConsentId());
        return new Shift(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getPostId(),
                r.getOfficerId(), r.getPersonId(),
                r.getOfficerName(), r.getDepartmentId(), new Window(r.getStartsAt(), r.getEndsAt()), acceptance,
                state(r), r.getVersion());
    }

    private static State state(ShiftRecord r) {
        return switch (r.getState()) {
            case "SCHEDULED" -> new State.Scheduled(r.getScheduledAgainAt());
            case "ON_POST" -> new State.OnPost(punch(r));
            case "ENDED" ->
                new State.Ended(punch(r), r.getCheckedOutAt(), r.getCheckoutNote() == null ? "" : r.getCheckoutNote());
            case "NO_SHOW" -> new State.NoShow(r.getClosedAt());
            case "CANCELLED" -> new State.Cancelled(r.getClosedAt(), r.getClosedReason());
            case "GIVEN_BACK" -> new State.GivenBack(r.getClosedAt(), r.getClosedReason());
            default -> throw new IllegalStateException("shift " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    private static Punch punch(ShiftRecord r) {
        Position position = null;
        if (r.getPositionSays() != null) {
            var words = r.getPositionSays().split(" ");
            position = new Position(r.getCheckInLat(), r.getCheckInLon(), r.getCheckInAccuracyM(),
                    Place.valueOf(words[0]),
                    words.length > 1 ? Integer.valueOf(words[1]) : null);
        }
        return new Punch(r.getCheckedInAt(), Proof.valueOf(r.getCheckInProof()), position,
                Doubt.read(r.getCheckInDoubts()));
    }
}
