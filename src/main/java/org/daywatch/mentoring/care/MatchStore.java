package org.daywatch.mentoring.care;

import static org.daywatch_db.mentoring.Tables.MATCH;
import static org.daywatch_db.mentoring.Tables.MENTOR_SESSION;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.mentoring.matches.EndReason;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchFile;
import org.daywatch.mentoring.matches.MatchRefusal;
import org.daywatch.mentoring.matches.MatchStage;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.mentoring.tables.records.MatchRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Matches as stored: where they stand in a row, what is written sealed. The district is bound. */
@Repository
@Transactional
class MatchStore {

    private static final List<String> OVER = List.of(MatchStage.CLOSED.name(), MatchStage.DECLINED.name());

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    MatchStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    @Transactional(readOnly = true)
    List<Match> ofSchool(UUID school) {
        return list(MATCH.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    List<Match> ofStudent(UUID student) {
        return list(MATCH.STUDENT_ID.eq(student));
    }

    @Transactional(readOnly = true)
    List<Match> underWay() {
        return list(MATCH.STAGE.notIn(OVER));
    }

    @Transactional(readOnly = true)
    Optional<Match> find(UUID id) {
        return list(MATCH.ID.eq(id)).stream().findFirst();
    }

    /** Why the student was referred: never read together with the match. */
    @Transactional(readOnly = true)
    Optional<String> cause(UUID district, UUID id) {
        return db.select(MATCH.CAUSE).from(MATCH).where(MATCH.DISTRICT_ID.eq(district)).and(MATCH.ID.eq(id))
                .fetchOptional(MATCH.CAUSE).flatMap(sealed -> keys.open(district, id, sealed, causePlace(id)))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** How many each mentor of the district carries. */
    @Transactional(readOnly = true)
    Map<UUID, Integer> carried() {
        return db.select(MATCH.MENTOR_PERSON, DSL.count()).from(MATCH).where(MATCH.STAGE.notIn(OVER))
                .and(MATCH.MENTOR_PERSON.isNotNull()).groupBy(MATCH.MENTOR_PERSON)
                .fetchMap(MATCH.MENTOR_PERSON, DSL.count());
    }

    /** One match of a mentor is given after the other. */
    void lockMentor(UUID person) {
        db.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("mentor " + person));
    }

    Match lock(UUID id) {
        return db.selectFrom(MATCH).where(MATCH.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(this::read)
                .orElseThrow(() -> new NotFound("match " + id));
    }

    /** @throws Refused where the student has a mentor, or waits for one */
    void insert(Match m, UUID referredBy, String cause) {
        var row = row(m);
        row.setReferredBy(referredBy);
        row.setCause(keys.seal(m.district(), m.id(), cause.getBytes(StandardCharsets.UTF_8), causePlace(m.id())));
        if (db.insertInto(MATCH).set(row).onConflictDoNothing().execute() == 0)
            throw new Refused(MatchRefusal.MATCH_STUDENT_HAS_ONE);
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Match m) {
        var row = row(m);
        row.changed(MATCH.DISTRICT_ID, false);
        row.changed(MATCH.ID, false);
        if (db.update(MATCH).set(row).where(MATCH.DISTRICT_ID.eq(m.district())).and(MATCH.ID.eq(m.id()))
                .and(MATCH.VERSION.eq(m.version() - 1)).execute() == 0)
            throw new Stale("match " + m.id());
    }

    /** @return false where its counselor was reminded of this day before */
    boolean told(Match m, LocalDate day) {
        return db.update(MATCH).set(MATCH.TOLD, day).where(MATCH.DISTRICT_ID.eq(m.district())).and(MATCH.ID.eq(m.id()))
                .and(MATCH.TOLD.isDistinctFrom(day)).execute() > 0;
    }

    List<UUID> endedBefore(UUID district, LocalDate day) {
        return db.select(MATCH.ID).from(MATCH).where(MATCH.DISTRICT_ID.eq(district)).and(MATCH.CLOSED_ON.lt(day))
                .fetch(MATCH.ID);
    }

    /** With their sessions. */
    void delete(UUID district, List<UUID> matches) {
        db.deleteFrom(MENTOR_SESSION).where(MENTOR_SESSION.DISTRICT_ID.eq(district))
                .and(MENTOR_SESSION.MATCH_ID.in(matches)).execute();
        db.deleteFrom(MATCH).where(MATCH.DISTRICT_ID.eq(district)).and(MATCH.ID.in(matches)).execute();
    }

    private List<Match> list(Condition which) {
        return db.selectFrom(MATCH).where(which).orderBy(MATCH.REFERRED_ON, MATCH.ID).fetch().map(this::read).stream()
                .filter(Objects::nonNull).toList();
    }

    private MatchRecord row(Match m) {
        var r = new MatchRecord();
        r.setDistrictId(m.district());
        r.setId(m.id());
        r.setSchoolId(m.school());
        r.setStudentId(m.student());
        r.setStage(m.stage().name());
        r.setCounselorPerson(m.counselor());
        r.setMentorPerson(m.mentor());
        r.setMentorName(m.mentorName());
        r.setReferredOn(m.days().referred());
        r.setChosenOn(m.days().chosen());
        r.setMatchedOn(m.days().matched());
        r.setFirstMet(m.days().firstMet());
        r.setLastMet(m.days().lastMet());
        r.setEndsOn(m.days().ends());
        r.setClosedOn(m.days().closed());
        r.setEnded(m.ended() == null ? null : m.ended().name());
        r.setBody(keys.seal(m.district(), m.id(), json.writeValueAsBytes(m.file()), place(m.id())));
        r.setVersion(m.version());
        return r;
    }

    /** Null where its key is gone: then there is nothing to read. */
    private @Nullable Match read(MatchRecord r) {
        return keys.open(r.getDistrictId(), r.getId(), r.getBody(), place(r.getId()))
                .map(body -> new Match(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getStudentId(),
                        MatchStage.valueOf(r.getStage()), r.getCounselorPerson(), r.getMentorPerson(),
                        r.getMentorName(),
                        new Match.Days(r.getReferredOn(), r.getChosenOn(), r.getMatchedOn(), r.getFirstMet(),
                                r.getLastMet(),
                                r.getEndsOn(), r.getClosedOn()),
                        r.getEnded() == null ? null : EndReason.valueOf(r.getEnded()),
                        json.readValue(body, MatchFile.class), r.getVersion()))
                .orElse(null);
    }

    private static String place(UUID id) {
        return "match " + id;
    }

    private static String causePlace(UUID id) {
        return "cause of match " + id;
    }
}
