package org.daywatch.training.sessions;

import static org.daywatch_db.training.Tables.CLASS_GROUP;
import static org.daywatch_db.training.Tables.FIDELITY_MARK;
import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.training.sessions.LessonSession.Account;
import org.daywatch.training.sessions.LessonSession.Content;
import org.daywatch.training.sessions.LessonSession.Fidelity;
import org.daywatch.training.sessions.LessonSession.Mark;
import org.daywatch.training.sessions.LessonSession.State;
import org.daywatch.training.sessions.LessonSession.Teacher;
import org.daywatch.training.sessions.timetable.Slot;
import org.daywatch_db.training.tables.records.LessonSessionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lessons in the timetable as rows. */
@Repository
@Transactional
public class LessonSessionStore {

    private final DSLContext db;

    LessonSessionStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<LessonSession> find(UUID id) {
        return list(LESSON_SESSION.ID.eq(id)).stream().findFirst();
    }

    LessonSession lock(UUID id) {
        db.select(LESSON_SESSION.ID).from(LESSON_SESSION).where(LESSON_SESSION.ID.eq(id)).forNoKeyUpdate().fetch();
        return find(id).orElseThrow(() -> new NotFound("lesson session " + id));
    }

    /** Lessons of one school are planned one after the other, so that two people do not plan the same. */
    void takeTurn(UUID school) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 81))", school.toString());
    }

    /** The first first. */
    @Transactional(readOnly = true)
    public List<LessonSession> list(Condition which) {
        var rows = db.select().from(LESSON_SESSION).join(CLASS_GROUP)
                .on(CLASS_GROUP.AGENCY_ID.eq(LESSON_SESSION.AGENCY_ID), CLASS_GROUP.ID.eq(LESSON_SESSION.GROUP_ID))
                .where(which).orderBy(LESSON_SESSION.STARTS_AT, LESSON_SESSION.ID).fetch();
        var taught = rows.stream().filter(r -> r.get(LESSON_SESSION.STATE).equals("TAUGHT"))
                .map(r -> r.get(LESSON_SESSION.ID)).toList();
        var marks = taught.isEmpty() ? Map.<UUID, List<Fidelity>>of() : marks(taught);
        return rows.map(r -> session(r, marks.getOrDefault(r.get(LESSON_SESSION.ID), List.of())));
    }

    private Map<UUID, List<Fidelity>> marks(Collection<UUID> sessions) {
        var m = FIDELITY_MARK;
        return db.selectFrom(m).where(m.SESSION_ID.in(sessions)).orderBy(m.SESSION_ID, m.ITEM).fetch().stream()
                .collect(Collectors.groupingBy(r -> r.getSessionId(),
                        Collectors.mapping(r -> new Fidelity(r.getWords(), Mark.valueOf(r.getMark()), r.getNote()),
                                Collectors.toList())));
    }

    void insert(LessonSession s, Instant now, String by) {
        var row = db.newRecord(LESSON_SESSION);
        row.setAgencyId(s.agencyId());
        row.setId(s.id());
        row.setDistrictId(s.districtId());
        row.setSchoolId(s.schoolId());
        row.setGroupId(s.group().id());
        row.setPlannedAt(now);
        row.setPlannedBy(by);
        fill(row, s);
        row.insert();
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(LessonSession s) {
        var row = db.selectFrom(LESSON_SESSION).where(LESSON_SESSION.ID.eq(s.id()))
                .and(LESSON_SESSION.VERSION.eq(s.version() - 1)).fetchOptional()
                .orElseThrow(() -> new Stale("lesson session " + s.id()));
        fill(row, s);
        row.update();
        if (s.account() != null) keepMarks(s, s.account().fidelity());
    }

    private void keepMarks(LessonSession s, List<Fidelity> fidelity) {
        var m = FIDELITY_MARK;
        db.deleteFrom(m).where(m.SESSION_ID.eq(s.id())).execute();
        for (int i = 0; i < fidelity.size(); i++) {
            var f = fidelity.get(i);
            db.insertInto(m).set(m.AGENCY_ID, s.agencyId()).set(m.SESSION_ID, s.id()).set(m.ITEM, i + 1)
                    .set(m.DISTRICT_ID, s.districtId()).set(m.WORDS, f.words())
                    .set(m.MARK, f.mark().name()).set(m.NOTE, f.note()).execute();
        }
    }

    private static void fill(LessonSessionRecord row, LessonSession s) {
        row.setLesson(s.content().code());
        row.setEdition(s.content().edition());
        row.setLanguage(s.content().language());
        row.setTitle(s.content().title());
        row.setLessonMinutes(s.content().minutes());
        row.setNumber(s.number());
        row.setLessons(s.lessons());
        row.setDay(s.slot().day());
        row.setPeriod(s.slot().period());
        row.setStartsAt(s.slot().from());
        row.setEndsAt(s.slot().to());
        row.setOutsideWhy(s.slot().outsideWhy());
        row.setOfficerId(s.teacher().officer());
        row.setTeacherPerson(s.teacher().person());
        row.setTeacherName(s.teacher().name());
        row.setCoTeacher(s.teacher().beside());
        row.setState(s.state().code());
        row.setVersion(s.version());
        switch (s.state()) {
            case State.Planned(var begun, var ended) -> {
                row.setBegunAt(begun);
                row.setEndedAt(ended);
            }
            case State.Taught(var account, var by, var at) -> taught(row, account, by, at);
            case State.CalledOff(var why, var by, var at) -> {
                row.setClosedWhy(why);
                row.setClosedBy(by);
                row.setClosedAt(at);
            }
            case State.Missed _ -> {}
        }
    }

    private static void taught(LessonSessionRecord row, Account a, String by, Instant at) {
        row.setTaughtFrom(a.from());
        row.setMinutes(a.minutes());
        row.setPreparation(a.preparation());
        row.setPeople(a.people());
        row.setTeacherThere(a.teacherThere());
        row.setNote(a.note());
        row.setRecordedBy(by);
        row.setRecordedAt(at);
    }

    private static LessonSession session(Record row, List<Fidelity> fidelity) {
        var r = row.into(LESSON_SESSION);
        var group = LessonGroups.group(row.into(CLASS_GROUP));
        return new LessonSession(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), group,
                new Content(r.getLesson(), r.getEdition(), r.getLanguage(), r.getTitle(), r.getLessonMinutes()),
                r.getNumber(), r.getLessons(),
                new Slot(r.getDay(), r.getPeriod(), r.getStartsAt(), r.getEndsAt(), r.getOutsideWhy()),
                new Teacher(r.getOfficerId(), r.getTeacherPerson(), r.getTeacherName(), r.getCoTeacher()),
                state(r, fidelity), r.getVersion());
    }

    private static State state(LessonSessionRecord r, List<Fidelity> fidelity) {
        return switch (r.getState()) {
            case "PLANNED" -> new State.Planned(r.getBegunAt(), r.getEndedAt());
            case "TAUGHT" -> new State.Taught(
                    new Account(r.getTaughtFrom(), r.getMinutes(), r.getPreparation(), r.getPeople(),
                            r.getTeacherThere(), fidelity, r.getNote()),
                    r.getRecordedBy(),
                    r.getRecordedAt());
            case "CALLED_OFF" -> new State.CalledOff(r.getClosedWhy(), r.getClosedBy(), r.getClosedAt());
            case "MISSED" -> new State.Missed();
            default -> throw new IllegalStateException(
                    "lesson session " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    /** What the same teacher has taught meanwhile, by what was written down. */
    @Transactional(readOnly = true)
    public List<LessonSession> taught(Account account, Teacher teacher, UUID except) {
        var l = LESSON_SESSION;
        if (teacher.officer() == null && teacher.person() == null) return List.of();
        var who = teacher.officer() != null
                ? l.OFFICER_ID.eq(teacher.officer())
                : l.TEACHER_PERSON.eq(teacher.person());
        var near = l.TAUGHT_FROM.gt(account.from().minus(LessonSession.MOST_MINUTES, ChronoUnit.MINUTES))
                .and(l.TAUGHT_FROM.lt(account.to()));
        return list(l.STATE.eq("TAUGHT").and(who).and(near).and(l.ID.ne(except))).stream()
                .filter(s -> s.account() != null && s.account().to().isAfter(account.from())).toList();
    }

    /** What lies at the same time among lessons that are still to come. @param teacher null: whoever teaches */
    @Transactional(readOnly = true)
    public List<LessonSession> at(Slot slot, @Nullable UUID officer, @Nullable UUID person, UUID group,
            @Nullable UUID except) {
        var l = LESSON_SESSION;
        var who = l.GROUP_ID.eq(group);
        if (officer != null) who = who.or(l.OFFICER_ID.eq(officer));
        if (person != null) who = who.or(l.TEACHER_PERSON.eq(person));
        var when = l.STATE.eq("PLANNED").and(l.STARTS_AT.lt(slot.to())).and(l.ENDS_AT.gt(slot.from()));
        return list(when.and(who).and(except == null ? org.jooq.impl.DSL.noCondition() : l.ID.ne(except)));
    }
}
