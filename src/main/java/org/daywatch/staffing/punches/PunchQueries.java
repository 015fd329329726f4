package org.daywatch.staffing.punches;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.staffing.punches.PunchDoubts.Earlier;
import org.daywatch_db.staffing.tables.records.ShiftRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a punch is judged by: the officer's earlier punches with this agency, and the rules of the day. */
@Component
@Transactional(readOnly = true)
public class PunchQueries {

    /** Longer ago, anybody may be anywhere. */
    private static final Duration LONG_AGO = Duration.ofHours(24);
    /** A position repeated by chance is one of the last weeks, not of years. */
    private static final Duration REPEATS = Duration.ofDays(60);

    private final DSLContext db;
    private final CheckInPlaces places;
    private final ProgramRules rules;
    private final Campuses campuses;

    PunchQueries(DSLContext db, CheckInPlaces places, ProgramRules rules, Campuses campuses) {
        this.db = db;
        this.places = places;
        this.rules = rules;
        this.campuses = campuses;
    }

    public List<Doubt> doubts(UUID person, UUID shift, UUID school, @Nullable PhoneReading phone, boolean deskCode,
            Instant now) {
        var place = places.find(school).orElseThrow(() -> new NotFound("school " + school));
        var earlier = new Earlier(before(person, shift, now), phone == null ? 0 : repeated(person, shift, phone, now));
        return PunchDoubts.of(phone, deskCode, place, earlier, limits(school, now), now);
    }

    /** The last end of work that has punches: there they were until they checked out, or until the post was over. */
    private @Nullable Whereabouts before(UUID person, UUID shift, Instant now) {
        return db.selectFrom(SHIFT).where(SHIFT.PERSON_ID.eq(person)).and(SHIFT.ID.ne(shift))
                .and(SHIFT.STATE.eq("ENDED"))
                .and(SHIFT.CHECKED_OUT_AT.gt(now.minus(LONG_AGO))).orderBy(SHIFT.CHECKED_OUT_AT.desc()).limit(1)
                .fetchOptional(this::whereabouts).orElse(null);
    }

    private @Nullable Whereabouts whereabouts(ShiftRecord r) {
        // A check-out forgotten and made later from elsewhere says nothing about the time after the post.
        Instant there = r.getCheckedOutAt().isBefore(r.getEndsAt()) ? r.getCheckedOutAt() : r.getEndsAt();
        if (there.isBefore(r.getCheckedInAt())) there = r.getCheckedInAt();
        if (r.getCheckInLat() != null)
            return new Whereabouts(r.getCheckInLat(), r.getCheckInLon(), r.getCheckInAccuracyM(), there);
        var school = places.find(r.getSchoolId()).filter(p -> p.latitude() != null).orElse(null);
        return school == null
                ? null
                : new Whereabouts(school.latitude(), school.longitude(), school.radiusMeters(), there);
    }

    private int repeated(UUID person, UUID shift, PhoneReading phone, Instant now) {
        return db.fetchCount(SHIFT,
                SHIFT.PERSON_ID.eq(person).and(SHIFT.ID.ne(shift)).and(SHIFT.CHECKED_IN_AT.gt(now.minus(REPEATS)))
                        .and(SHIFT.CHECK_IN_LAT.eq(phone.latitude())).and(SHIFT.CHECK_IN_LON.eq(phone.longitude())));
    }

    private DoubtLimits limits(UUID school, Instant now) {
        Campus campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        var day = now.atZone(campus.zone()).toLocalDate();
        var book = rules.book();
        String[] scopes = {"DISTRICT:" + campus.districtId(), RuleBook.state(campus.state())};
        return new DoubtLimits(book.get("POSITION_VAGUE", day, scopes).number(),
                book.get("POSITION_STALE", day, scopes).number(),
                book.get("POSITION_TOO_EXACT", day, scopes).number(), book.get("TRAVEL_SPEED", day, scopes).number());
    }
}
