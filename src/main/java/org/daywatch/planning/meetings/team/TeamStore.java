package org.daywatch.planning.meetings.team;

import static org.daywatch_db.planning.Tables.TEAM_MEMBER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.FundedPosts;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.planning.tables.records.TeamMemberRecord;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Members of safety teams as rows. A term that is over stays: minutes of old meetings name its member. */
@Repository
@Transactional
public class TeamStore {

    private final DSLContext db;
    private final ObjectProvider<FundedPosts> posts;
    private final AuditLog audit;
    private final Clock clock;

    TeamStore(DSLContext db, ObjectProvider<FundedPosts> posts, AuditLog audit, Clock clock) {
        this.db = db;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    public void add(UUID agency, Campus school, TeamMember member, String by) {
        var m = TEAM_MEMBER;
        db.insertInto(m).set(m.AGENCY_ID, agency).set(m.ID, member.id()).set(m.DISTRICT_ID, school.districtId())
                .set(m.SCHOOL_ID, school.id()).set(m.ROLE, member.role().name())
                .set(m.NAME, member.name()).set(m.OFFICER_ID, member.officer()).set(m.PERSON, member.person())
                .set(m.FUNDED, member.funded()).set(m.FROM_DAY, member.from()).set(m.TO_DAY, member.to())
                .set(m.ADDED_BY, by).set(m.ADDED_AT, clock.instant()).execute();
        audit.act("TeamMemberAdded", "safety team of school " + school.id(), Map.of("role", member.role().name()));
    }

    /** @throws NotFound when they are not on this team; @throws InvalidInput when the day is before their first */
    public void end(UUID school, UUID member, LocalDate last) {
        var m = TEAM_MEMBER;
        var found = db.selectFrom(m).where(m.ID.eq(member)).and(m.SCHOOL_ID.eq(school)).forUpdate()
                .fetchOptional(TeamStore::member)
                .orElseThrow(() -> new NotFound("member " + member));
        if (last.isBefore(found.from())) throw new InvalidInput("last", last.toString(), "team.wrong.term");
        db.update(m).set(m.TO_DAY, last).where(m.ID.eq(member)).execute();
        audit.act("TeamMemberLeft", "safety team of school " + school,
                Map.of("role", found.role().name(), "last", last.toString()));
    }

    /** Everybody who ever was a member, in the order of roles. */
    @Transactional(readOnly = true)
    public List<TeamMember> of(UUID school) {
        return db.selectFrom(TEAM_MEMBER).where(TEAM_MEMBER.SCHOOL_ID.eq(school)).fetch(TeamStore::member).stream()
                .sorted(java.util.Comparator.comparing(TeamMember::role).thenComparing(TeamMember::name)
                        .thenComparing(TeamMember::from))
                .toList();
    }

    /** How many members each school has on a day; schools without any are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, List<TeamMember>> on(Collection<UUID> schools, LocalDate day) {
        return db.selectFrom(TEAM_MEMBER).where(TEAM_MEMBER.SCHOOL_ID.in(schools)).and(TEAM_MEMBER.FROM_DAY.le(day))
                .and(TEAM_MEMBER.TO_DAY.isNull().or(TEAM_MEMBER.TO_DAY.ge(day)))
                .fetch(TeamStore::member).stream()
                .collect(Collectors.groupingBy(TeamMember::schoolId, HashMap::new, Collectors.toList()));
    }

    /** Roles the program pays for at this school: by its funded posts, and by what is said of members. */
    @Transactional(readOnly = true)
    public Set<TeamRole> funded(UUID school, LocalDate day) {
        var roles = EnumSet.noneOf(TeamRole.class);
        of(school).stream().filter(m -> m.on(day) && m.funded()).forEach(m -> roles.add(m.role()));
        posts.ifAvailable(funded -> {
            if (!funded.of(Set.of(school), day).isEmpty()) roles.add(TeamRole.OFFICER);
        });
        return roles;
    }

    private static TeamMember member(TeamMemberRecord r) {
        return new TeamMember(r.getId(), r.getSchoolId(), TeamRole.valueOf(r.getRole()), r.getName(), r.getOfficerId(),
                r.getPerson(), r.getFunded(), r.getFromDay(), r.getToDay());
    }
}
