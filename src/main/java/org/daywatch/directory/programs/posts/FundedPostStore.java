package org.daywatch.directory.programs.posts;

import static org.daywatch_db.directory.Tables.FUNDED_POST;
import static org.daywatch_db.directory.Tables.FUNDED_POST_SCHOOL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.FundedPosts;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.FundedPostRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Funded posts, with the schools at which each stands. */
@Repository
@Transactional
class FundedPostStore implements FundedPosts {

    private final DSLContext db;

    FundedPostStore(DSLContext db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public List<FundedPost> of(Collection<UUID> schools, LocalDate day) {
        var here = DSL.select(FUNDED_POST_SCHOOL.POST_ID).from(FUNDED_POST_SCHOOL)
                .where(FUNDED_POST_SCHOOL.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))));
        return read(FUNDED_POST.ID.in(here).and(FUNDED_POST.VALID_FROM.le(day))
                .and(FUNDED_POST.VALID_TO.isNull().or(FUNDED_POST.VALID_TO.ge(day))));
    }

    /** All that the acting organization may see, those that ended too. */
    @Transactional(readOnly = true)
    public List<FundedPost> list() {
        return read(DSL.noCondition());
    }

    @Transactional(readOnly = true)
    public Optional<FundedPost> find(UUID id) {
        return read(FUNDED_POST.ID.eq(id)).stream().findFirst();
    }

    boolean isTaken(FundedPost post) {
        return db.fetchExists(FUNDED_POST,
                FUNDED_POST.AGENCY_ID.eq(Tenancy.tenant()).and(FUNDED_POST.DISTRICT_ID.eq(post.districtId()))
                        .and(FUNDED_POST.PROGRAM.eq(post.program())).and(FUNDED_POST.AWARD.eq(post.award())));
    }

    void insert(FundedPost post, @Nullable UUID person, Instant now) {
        db.insertInto(FUNDED_POST).set(FUNDED_POST.AGENCY_ID, Tenancy.tenant()).set(FUNDED_POST.ID, post.id())
                .set(FUNDED_POST.DISTRICT_ID, post.districtId())
                .set(FUNDED_POST.PROGRAM, post.program()).set(FUNDED_POST.AWARD, post.award())
                .set(FUNDED_POST.KIND, post.kind()).set(FUNDED_POST.VALID_FROM, post.from())
                .set(FUNDED_POST.VALID_TO, post.to()).set(FUNDED_POST.RECORDED_BY, person)
                .set(FUNDED_POST.RECORDED_AT, now).execute();
        for (UUID school : post.schools()) {
            db.insertInto(FUNDED_POST_SCHOOL).set(FUNDED_POST_SCHOOL.AGENCY_ID, Tenancy.tenant())
                    .set(FUNDED_POST_SCHOOL.POST_ID, post.id())
                    .set(FUNDED_POST_SCHOOL.SCHOOL_ID, school).set(FUNDED_POST_SCHOOL.DISTRICT_ID, post.districtId())
                    .execute();
        }
    }

    /** @return false where it is not the acting agency's */
    boolean end(UUID id, LocalDate last, String reason) {
        return db.update(FUNDED_POST).set(FUNDED_POST.VALID_TO, last).set(FUNDED_POST.END_REASON, reason)
                .where(FUNDED_POST.AGENCY_ID.eq(Tenancy.tenant())).and(FUNDED_POST.ID.eq(id)).execute() == 1;
    }

    /** @return false where it is not the acting agency's */
    boolean price(UUID id, Money money) {
        return db.update(FUNDED_POST).set(FUNDED_POST.YEAR_AWARD_CENTS, money.yearAward())
                .set(FUNDED_POST.HOUR_CENTS, money.hour())
                .where(FUNDED_POST.AGENCY_ID.eq(Tenancy.tenant())).and(FUNDED_POST.ID.eq(id)).execute() == 1;
    }

    private List<FundedPost> read(Condition which) {
        var posts = db.selectFrom(FUNDED_POST).where(which)
                .orderBy(FUNDED_POST.PROGRAM, FUNDED_POST.AWARD, FUNDED_POST.ID).fetch();
        Map<UUID, List<UUID>> schools = db.select(FUNDED_POST_SCHOOL.POST_ID, FUNDED_POST_SCHOOL.SCHOOL_ID)
                .from(FUNDED_POST_SCHOOL)
                .where(FUNDED_POST_SCHOOL.POST_ID.eq(DSL.any(posts.map(FundedPostRecord::getId).toArray(UUID[]::new))))
                .orderBy(FUNDED_POST_SCHOOL.SCHOOL_ID)
                .fetchGroups(FUNDED_POST_SCHOOL.POST_ID, FUNDED_POST_SCHOOL.SCHOOL_ID);
        return posts.map(p -> new FundedPost(p.getId(), p.getDistrictId(), p.getProgram(), p.getAward(), p.getKind(),
                schools.getOrDefault(p.getId(), List.of()),
                p.getValidFrom(), p.getValidTo(),
                p.getYearAwardCents() == null || p.getHourCents() == null
                        ? null
                        : new Money(p.getYearAwardCents(), p.getHourCents())));
    }
}
