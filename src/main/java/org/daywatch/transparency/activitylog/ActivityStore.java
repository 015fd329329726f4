package org.daywatch.transparency.activitylog;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.FundedPosts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.ClockRecords;
import org.daywatch_db.transparency.tables.records.ActivityRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** LineRows as rows. Written as the agency; the database refuses everybody else. */
@Repository
@Transactional
public class ActivityStore {

    private final DSLContext db;
    private final ObjectProvider<FundedPosts> posts;
    private final ClockRecords clocks;
    private final Clock clock;

    ActivityStore(DSLContext db, ObjectProvider<FundedPosts> posts, ClockRecords clocks, Clock clock) {
        this.db = db;
        this.posts = posts;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What stands of one thing's lines; whoever tells of the same thing at once waits here. */
    List<Kept> lock(String origin) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 71))", origin);
        return db.selectFrom(ACTIVITY).where(ACTIVITY.ORIGIN.eq(origin)).and(ACTIVITY.WITHDRAWN_AT.isNull())
                .orderBy(ACTIVITY.STARTS_AT, ACTIVITY.ID).fetch(LineRows::kept);
    }

    Optional<Kept> find(UUID id) {
        return db.selectFrom(ACTIVITY).where(ACTIVITY.ID.eq(id)).forUpdate().fetchOptional(LineRows::kept);
    }

    /**
     * Standing lines of the same work that the officer typed and that overlap this one; where it knows no hour, those
     * of its day at its school.
     */
    List<Kept> typedOf(Activity told) {
        return db.selectFrom(ACTIVITY).where(ACTIVITY.OFFICER_ID.eq(told.officer()))
                .and(ACTIVITY.SOURCE.eq(Activity.Source.TYPED.name())).and(ACTIVITY.WITHDRAWN_AT.isNull())
                .and(ACTIVITY.KIND.in(told.kind().typedAs().stream().map(Enum::name).toList()))
                .and(told.from() == null || told.to() == null
                        ? ACTIVITY.DAY.eq(told.day()).and(ACTIVITY.SCHOOL_ID.eq(told.school()))
                        : ACTIVITY.STARTS_AT.lt(told.to()).and(ACTIVITY.ENDS_AT.gt(told.from())))
                .orderBy(ACTIVITY.STARTS_AT, ACTIVITY.ID).forUpdate().fetch(LineRows::kept);
    }

    void close(Kept line, Activity as) {
        db.update(ACTIVITY).set(ACTIVITY.ENDS_AT, as.to()).set(ACTIVITY.MINUTES, as.minutes())
                .where(ACTIVITY.ID.eq(line.id())).execute();
    }

    void withdraw(UUID id, String reason, @Nullable UUID person) {
        db.update(ACTIVITY).set(ACTIVITY.WITHDRAWN_AT, clock.instant()).set(ACTIVITY.WITHDRAWN_BY, person)
                .set(ACTIVITY.WITHDRAWN_REASON, reason)
                .where(ACTIVITY.ID.eq(id)).and(ACTIVITY.WITHDRAWN_AT.isNull()).execute();
    }

    void add(Activity activity, @Nullable UUID follows) {
        insert(Ids.next(), activity, follows, null);
    }

    /** @return false where a line of this id was there already */
    boolean insert(UUID id, Activity a, @Nullable UUID follows, @Nullable UUID person) {
        var row = new ActivityRecord();
        row.setAgencyId(Tenancy.tenant());
        row.setId(id);
        row.setFundedPostId(fundedPost(a));
        LineRows.write(row, a);
        row.setFollowsId(follows);
        row.setRecordedBy(person);
        row.setRecordedAt(clock.instant());
        return db.insertInto(ACTIVITY).set(row).onConflict(ACTIVITY.AGENCY_ID, ACTIVITY.ID).doNothing().execute() == 1;
    }

    /**
     * Which post pays for it: the only one of the school; of several the only one of the kind on which the officer
     * stood that day.
     */
    private @Nullable UUID fundedPost(Activity a) {
        var there = posts.stream().flatMap(p -> p.of(List.of(a.school()), a.day()).stream())
                .filter(p -> p.schools().contains(a.school())).toList();
        if (there.size() > 1 && a.officer() != null) {
            var kinds = clocks.kindsOfPost(a.officer(), a.school(), a.day());
            there = kinds.size() == 1 ? there.stream().filter(p -> kinds.contains(p.kind())).toList() : List.of();
        }
        return there.size() == 1 ? there.getFirst().id() : null;
    }
}
