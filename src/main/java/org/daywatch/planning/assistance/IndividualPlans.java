package org.daywatch.planning.assistance;

import static org.daywatch_db.planning.Tables.INDIVIDUAL_PLAN;
import static org.daywatch_db.planning.Tables.INDIVIDUAL_PLAN_READING;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.planning.assistance.IndividualPlan.Words;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.planning.tables.records.IndividualPlanRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Individual plans as stored, encrypted. Whoever reads one is named in the audit; what it says is not. The district is
 * bound.
 */
@Repository
@Transactional
public class IndividualPlans implements EncryptedRecords {

    /** Why a plan ended: its student is no longer one of the school. */
    private static final String LEFT = "LEFT";

    private final DSLContext db;
    private final ClassRosters rosters;
    private final DataCipher cipher;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Clock clock;

    IndividualPlans(DSLContext db, ClassRosters rosters, DataCipher cipher, JsonMapper json, AuditLog audit,
            Clock clock) {
        this.db = db;
        this.rosters = rosters;
        this.cipher = cipher;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which students of a school have one, and its id; nobody reads it by that. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> ofSchool(UUID school) {
        return db.select(INDIVIDUAL_PLAN.STUDENT_ID, INDIVIDUAL_PLAN.ID).from(INDIVIDUAL_PLAN)
                .where(standing(INDIVIDUAL_PLAN.SCHOOL_ID.eq(school)))
                .fetchMap(INDIVIDUAL_PLAN.STUDENT_ID, INDIVIDUAL_PLAN.ID);
    }

    /** E-mails of those who have read the plans of a school, by plan. */
    @Transactional(readOnly = true)
    public Map<UUID, Set<String>> readings(UUID school) {
        var found = new HashMap<UUID, Set<String>>();
        db.select(INDIVIDUAL_PLAN_READING.PLAN_ID, INDIVIDUAL_PLAN_READING.EMAIL).from(INDIVIDUAL_PLAN_READING)
                .join(INDIVIDUAL_PLAN)
                .on(INDIVIDUAL_PLAN.DISTRICT_ID.eq(INDIVIDUAL_PLAN_READING.DISTRICT_ID),
                        INDIVIDUAL_PLAN.ID.eq(INDIVIDUAL_PLAN_READING.PLAN_ID))
                .where(standing(INDIVIDUAL_PLAN.SCHOOL_ID.eq(school)))
                .forEach(r -> found.computeIfAbsent(r.get(INDIVIDUAL_PLAN_READING.PLAN_ID),
                        p -> new HashSet<>()).add(r.get(INDIVIDUAL_PLAN_READING.EMAIL)));
        return found;
    }

    /** @param as in which part somebody reads it: "adult of the class", "writer", "go-kit" */
    public Optional<IndividualPlan> read(UUID school, UUID student, String as) {
        var found = db.selectFrom(INDIVIDUAL_PLAN)
                .where(standing(INDIVIDUAL_PLAN.SCHOOL_ID.eq(school).and(INDIVIDUAL_PLAN.STUDENT_ID.eq(student))))
                .fetchOptional(this::plan);
        found.ifPresent(p -> audit.read("IndividualPlan", "student " + student, Map.of("as", as)));
        return found;
    }

    /** Replaces what stood there; empty words take it back. */
    public void write(Actor actor, Campus school, UUID student, Words words) {
        rosters.student(school.id(), student);
        var now = clock.instant();
        db.update(INDIVIDUAL_PLAN).set(INDIVIDUAL_PLAN.ENDED_AT, now)
                .where(standing(INDIVIDUAL_PLAN.STUDENT_ID.eq(student))).execute();
        audit.act("IndividualPlanWritten", "student " + student, Map.of("school", school.id(), "ended", words.empty()));
        if (words.empty()) return;
        var id = Ids.next();
        db.insertInto(INDIVIDUAL_PLAN).set(INDIVIDUAL_PLAN.DISTRICT_ID, school.districtId()).set(INDIVIDUAL_PLAN.ID, id)
                .set(INDIVIDUAL_PLAN.SCHOOL_ID, school.id())
                .set(INDIVIDUAL_PLAN.STUDENT_ID, student)
                .set(INDIVIDUAL_PLAN.BODY,
                        cipher.encrypt(json.writeValueAsString(words).getBytes(StandardCharsets.UTF_8), place(id)))
                .set(INDIVIDUAL_PLAN.WRITTEN_BY, actor.person()).set(INDIVIDUAL_PLAN.WRITER, actor.name())
                .set(INDIVIDUAL_PLAN.WRITTEN_AT, now).execute();
    }

    /** They say that they have read what stands there now. @param plan the one they had before them */
    public void confirm(Actor actor, UUID school, UUID student, UUID plan) {
        if (!plan.equals(ofSchool(school).get(student)))
            throw new NotFound("this plan of student " + student + ": it was replaced");
        String email = rosters.emailOf(actor.person()).orElse("").toLowerCase(Locale.ROOT);
        db.insertInto(INDIVIDUAL_PLAN_READING).set(INDIVIDUAL_PLAN_READING.DISTRICT_ID, actor.tenant())
                .set(INDIVIDUAL_PLAN_READING.PLAN_ID, plan)
                .set(INDIVIDUAL_PLAN_READING.PERSON_ID, actor.person()).set(INDIVIDUAL_PLAN_READING.EMAIL, email)
                .set(INDIVIDUAL_PLAN_READING.READ_AT, clock.instant())
                .onConflictDoNothing().execute();
    }

    /**
     * By today's roster: the plan of a student who is no longer a student of that school ends, and one that ended so
     * stands again once they are back before it was forgotten. @return how many ended
     */
    public int follow() {
        var own = INDIVIDUAL_PLAN.DISTRICT_ID.eq(Tenancy.tenant());
        var schools = db.selectDistinct(INDIVIDUAL_PLAN.SCHOOL_ID).from(INDIVIDUAL_PLAN).where(own)
                .fetch(INDIVIDUAL_PLAN.SCHOOL_ID);
        int ended = 0;
        for (var school : schools) {
            var here = rosters.students(school).stream().map(ClassGroup.RosterPerson::id).toList();
            var of = own.and(INDIVIDUAL_PLAN.SCHOOL_ID.eq(school));
            var left = db.select(INDIVIDUAL_PLAN.ID).from(INDIVIDUAL_PLAN).where(standing(of))
                    .and(INDIVIDUAL_PLAN.STUDENT_ID.notIn(here)).fetch(INDIVIDUAL_PLAN.ID);
            db.update(INDIVIDUAL_PLAN).set(INDIVIDUAL_PLAN.ENDED_AT, clock.instant())
                    .set(INDIVIDUAL_PLAN.ENDED_WHY, LEFT).where(INDIVIDUAL_PLAN.ID.in(left)).execute();
            ended += left.size();
            var other = INDIVIDUAL_PLAN.as("other");
            db.update(INDIVIDUAL_PLAN).setNull(INDIVIDUAL_PLAN.ENDED_AT).set(INDIVIDUAL_PLAN.ENDED_WHY, "").where(of)
                    .and(INDIVIDUAL_PLAN.ENDED_WHY.eq(LEFT)).and(INDIVIDUAL_PLAN.STUDENT_ID.in(here))
                    .andNotExists(DSL.selectOne().from(other).where(other.DISTRICT_ID.eq(INDIVIDUAL_PLAN.DISTRICT_ID))
                            .and(other.STUDENT_ID.eq(INDIVIDUAL_PLAN.STUDENT_ID))
                            .and(other.ENDED_AT.isNull().or(other.WRITTEN_AT.gt(INDIVIDUAL_PLAN.WRITTEN_AT))))
                    .execute();
        }
        if (ended > 0) audit.act("IndividualPlansEnded", "students who left", Map.of("plans", ended));
        return ended;
    }

    private IndividualPlan plan(IndividualPlanRecord r) {
        return new IndividualPlan(r.getId(), r.getSchoolId(), r.getStudentId(),
                json.readValue(cipher.decrypt(r.getBody(), place(r.getId())), Words.class), r.getWrittenBy(),
                r.getWriter(),
                r.getWrittenAt());
    }

    private static Condition standing(Condition which) {
        return which.and(INDIVIDUAL_PLAN.ENDED_AT.isNull());
    }

    private static String place(UUID plan) {
        return "individual plan " + plan;
    }

    @Override
    public int renew() {
        int done = 0;
        for (var id : db.select(INDIVIDUAL_PLAN.ID).from(INDIVIDUAL_PLAN)
                .where(INDIVIDUAL_PLAN.DISTRICT_ID.eq(Tenancy.tenant())).fetch(INDIVIDUAL_PLAN.ID)) {
            byte[] body = db.select(INDIVIDUAL_PLAN.BODY).from(INDIVIDUAL_PLAN).where(INDIVIDUAL_PLAN.ID.eq(id))
                    .forNoKeyUpdate().fetchSingle(INDIVIDUAL_PLAN.BODY);
            if (cipher.upToDate(body)) continue;
            db.update(INDIVIDUAL_PLAN).set(INDIVIDUAL_PLAN.BODY, cipher.again(body, place(id)))
                    .where(INDIVIDUAL_PLAN.ID.eq(id)).execute();
            done++;
        }
        return done;
    }

    List<Map<String, Object>> writtenBy(UUID person) {
        return db.select(INDIVIDUAL_PLAN.STUDENT_ID, INDIVIDUAL_PLAN.WRITTEN_AT).from(INDIVIDUAL_PLAN)
                .where(INDIVIDUAL_PLAN.WRITTEN_BY.eq(person)).fetchMaps();
    }

    List<Map<String, Object>> readBy(UUID person) {
        return db.select(INDIVIDUAL_PLAN_READING.PLAN_ID, INDIVIDUAL_PLAN_READING.READ_AT).from(INDIVIDUAL_PLAN_READING)
                .where(INDIVIDUAL_PLAN_READING.PERSON_ID.eq(person)).fetchMaps();
    }

    int forget(java.time.Instant before) {
        return db.deleteFrom(INDIVIDUAL_PLAN).where(INDIVIDUAL_PLAN.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(INDIVIDUAL_PLAN.ENDED_AT.lt(before)).execute();
    }
}
