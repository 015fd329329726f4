package org.daywatch.staffing.schedules.weeks;

import static org.daywatch_db.staffing.Tables.ROSTER_CORE;
import static org.daywatch_db.staffing.Tables.ROSTER_LACK;
import static org.daywatch_db.staffing.Tables.ROSTER_OPENER;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch_db.staffing.tables.records.RosterCoreRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is written beside a schedule so that its page need not work it out: core teams, and why places stayed empty. */
@Repository
@Transactional
public class ScheduleNotes {

    private final DSLContext db;

    ScheduleNotes(DSLContext db) {
        this.db = db;
    }

    /** So many officers were kept from an empty place by this. */
    public record Tally(Lack lack, int officers) {}

    /** The core teams as the problem counts them, whoever the school knows best first. */
    void core(UUID roster, ScheduleProblem problem) {
        db.deleteFrom(ROSTER_CORE).where(ROSTER_CORE.ROSTER_ID.eq(roster)).execute();
        Map<String, Officer> officers = problem.officers().stream().collect(Collectors.toMap(Officer::id, o -> o));
        db.batchInsert(problem.schools().stream().flatMap(school -> {
            var team = school.core().stream().filter(officers::containsKey)
                    .sorted(Comparator
                            .comparingInt(
                                    (String o) -> -officers.get(o).history().daysAt().getOrDefault(school.id(), 0))
                            .thenComparing(o -> o))
                    .toList();
            return team.stream().map(o -> core(roster, school.id(), o, team.indexOf(o) + 1));
        }).toList()).execute();
    }

    private RosterCoreRecord core(UUID roster, String school, String officer, int mark) {
        var row = db.newRecord(ROSTER_CORE);
        row.setAgencyId(Tenancy.tenant());
        row.setRosterId(roster);
        row.setSchoolId(UUID.fromString(school));
        row.setOfficerId(UUID.fromString(officer));
        row.setMark(mark);
        return row;
    }

    void lacks(UUID roster, SchedulePlans.Lacks lacks) {
        openers(roster, lacks.openers());
        db.deleteFrom(ROSTER_LACK).where(ROSTER_LACK.ROSTER_ID.eq(roster)).execute();
        db.batchInsert(lacks.byPost().entrySet().stream().flatMap(post -> post.getValue().entrySet().stream().map(e -> {
            var row = db.newRecord(ROSTER_LACK);
            row.setAgencyId(Tenancy.tenant());
            row.setRosterId(roster);
            row.setPostId(post.getKey());
            row.setLack(e.getKey().name());
            row.setOfficers(e.getValue());
            return row;
        })).toList()).execute();
    }

    private void openers(UUID roster, Collection<Opener> openers) {
        db.deleteFrom(ROSTER_OPENER).where(ROSTER_OPENER.ROSTER_ID.eq(roster)).execute();
        db.batchInsert(openers.stream().map(o -> {
            var row = db.newRecord(ROSTER_OPENER);
            row.setAgencyId(Tenancy.tenant());
            row.setRosterId(roster);
            row.setKind(o.kind().name());
            row.setName(o.name());
            row.setDepartment(o.department());
            row.setPosts(o.posts());
            row.setOfficers(o.officers());
            row.setMinutes(o.minutes());
            return row;
        }).toList()).execute();
    }

    /** What would fill most of the empty places first. */
    @Transactional(readOnly = true)
    public List<Opener> openers(UUID roster, int most) {
        return db.selectFrom(ROSTER_OPENER).where(ROSTER_OPENER.ROSTER_ID.eq(roster))
                .orderBy(ROSTER_OPENER.POSTS.desc(), ROSTER_OPENER.KIND, ROSTER_OPENER.NAME, ROSTER_OPENER.DEPARTMENT)
                .limit(most).fetch(r -> new Opener(Opener.Kind.valueOf(r.getKind()), r.getName(), r.getDepartment(),
                        r.getPosts(), r.getOfficers(), r.getMinutes()));
    }

    /** By school and officer: 1 for the face the school knows best. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<UUID, Integer>> core(UUID roster, Collection<UUID> schools) {
        var marks = new HashMap<UUID, Map<UUID, Integer>>();
        db.selectFrom(ROSTER_CORE).where(ROSTER_CORE.ROSTER_ID.eq(roster)).and(ROSTER_CORE.SCHOOL_ID.in(schools))
                .forEach(r -> marks.computeIfAbsent(r.getSchoolId(), s -> new HashMap<>()).put(r.getOfficerId(),
                        r.getMark()));
        return marks;
    }

    /** By post, the most frequent first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Tally>> lacks(UUID roster, Collection<UUID> posts) {
        return db.selectFrom(ROSTER_LACK).where(ROSTER_LACK.ROSTER_ID.eq(roster)).and(ROSTER_LACK.POST_ID.in(posts))
                .orderBy(ROSTER_LACK.OFFICERS.desc(), ROSTER_LACK.LACK)
                .fetchGroups(ROSTER_LACK.POST_ID, r -> new Tally(Lack.valueOf(r.getLack()), r.getOfficers()));
    }
}
