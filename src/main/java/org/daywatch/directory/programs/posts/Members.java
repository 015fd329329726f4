package org.daywatch.directory.programs.posts;

import static org.daywatch_db.directory.Tables.FUNDED_POST;
import static org.daywatch_db.directory.Tables.FUNDED_POST_SCHOOL;
import static org.daywatch_db.directory.Tables.PROGRAM_MEMBER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a program: districts and schools entered as such, and every school at which the program pays for a
 * post.
 */
@Repository
@Transactional
public class Members {

    private final DSLContext db;
    private final Clock clock;

    Members(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param to last day; null while it goes on */
    public record Part(String program, LocalDate from, @Nullable LocalDate to) {
    }

    /** A district, or one school of it, that takes part. @param schoolId null for all its schools */
    public record Member(UUID id, UUID districtId, @Nullable UUID schoolId, Part part) {}

    /** By school, in two reads for any number of schools. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Part>> of(Collection<Campus> schools) {
        var parts = new HashMap<UUID, List<Part>>();
        var byDistrict = schools.stream().collect(Collectors.groupingBy(Campus::districtId));
        for (var member : list(byDistrict.keySet())) {
            for (Campus school : byDistrict.getOrDefault(member.districtId(), List.of())) {
                if (member.schoolId() == null || member.schoolId().equals(school.id()))
                    parts.computeIfAbsent(school.id(), s -> new ArrayList<>()).add(member.part());
            }
        }
        db.select(FUNDED_POST_SCHOOL.SCHOOL_ID, FUNDED_POST.PROGRAM, FUNDED_POST.VALID_FROM, FUNDED_POST.VALID_TO)
                .from(FUNDED_POST_SCHOOL)
                .join(FUNDED_POST).on(FUNDED_POST.ID.eq(FUNDED_POST_SCHOOL.POST_ID))
                .and(FUNDED_POST.AGENCY_ID.eq(FUNDED_POST_SCHOOL.AGENCY_ID))
                .where(FUNDED_POST_SCHOOL.SCHOOL_ID.eq(DSL.any(schools.stream().map(Campus::id).toArray(UUID[]::new))))
                .forEach(r -> parts.computeIfAbsent(r.get(FUNDED_POST_SCHOOL.SCHOOL_ID), s -> new ArrayList<>())
                        .add(new Part(r.get(FUNDED_POST.PROGRAM), r.get(FUNDED_POST.VALID_FROM),
                                r.get(FUNDED_POST.VALID_TO))));
        return parts;
    }

    @Transactional(readOnly = true)
    public List<Member> list(Collection<UUID> districts) {
        return db.selectFrom(PROGRAM_MEMBER)
                .where(PROGRAM_MEMBER.DISTRICT_ID.eq(DSL.any(districts.toArray(UUID[]::new))))
                .orderBy(PROGRAM_MEMBER.PROGRAM, PROGRAM_MEMBER.VALID_FROM, PROGRAM_MEMBER.ID)
                .fetch(r -> new Member(r.getId(), r.getDistrictId(), r.getSchoolId(),
                        new Part(r.getProgram(), r.getValidFrom(), r.getValidTo())));
    }

    /** The agency enters a district, or one school of it; entered before, it stays as it is. */
    public void join(String program, UUID district, @Nullable UUID school, LocalDate from, @Nullable UUID person) {
        db.insertInto(PROGRAM_MEMBER).set(PROGRAM_MEMBER.AGENCY_ID, Tenancy.tenant()).set(PROGRAM_MEMBER.ID, Ids.next())
                .set(PROGRAM_MEMBER.DISTRICT_ID, district)
                .set(PROGRAM_MEMBER.SCHOOL_ID, school).set(PROGRAM_MEMBER.PROGRAM, program)
                .set(PROGRAM_MEMBER.VALID_FROM, from)
                .set(PROGRAM_MEMBER.RECORDED_BY, person).set(PROGRAM_MEMBER.RECORDED_AT, clock.instant())
                .onConflictDoNothing().execute();
    }

    /** @return false where there is no such entry of the acting agency, or it ended before */
    public boolean leave(UUID id, LocalDate last) {
        return db.update(PROGRAM_MEMBER)
                .set(PROGRAM_MEMBER.VALID_TO, DSL.greatest(PROGRAM_MEMBER.VALID_FROM, DSL.val(last)))
                .where(PROGRAM_MEMBER.AGENCY_ID.eq(Tenancy.tenant())).and(PROGRAM_MEMBER.ID.eq(id))
                .and(PROGRAM_MEMBER.VALID_TO.isNull()).execute() == 1;
    }
}
