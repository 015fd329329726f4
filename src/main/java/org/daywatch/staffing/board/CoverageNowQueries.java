package org.daywatch.staffing.board;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.REPLACEMENT;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.staffing.CoverageNow;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.CoverageState;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.daywatch.staffing.coverage.SchoolDayCoverage;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers from the coverage board itself, so that both always say the same. */
@Component
@Transactional(readOnly = true)
class CoverageNowQueries implements CoverageNow {

    private final Board board;
    private final DSLContext db;
    private final Organizations organizations;
    private final DepartmentTerms terms;
    private final Clock clock;

    CoverageNowQueries(Board board, DSLContext db, Organizations organizations, DepartmentTerms terms, Clock clock) {
        this.terms = terms;
        this.board = board;
        this.db = db;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public Map<UUID, AtSchool> today() {
        return board.day(board.today()).stream().map(CoverageNowQueries::standing)
                .collect(Collectors.toMap(AtSchool::school, Function.identity()));
    }

    private static AtSchool standing(SchoolDayCoverage day) {
        var onPost = day.seats().stream().filter(SchoolDayCoverage.Seat::onPost).map(s -> s.holder().officer())
                .distinct().toList();
        var missing = day.seats().stream()
                .filter(s -> s.state() == CoverageState.UNCOVERED || s.state() == CoverageState.AT_RISK)
                .map(CoverageNowQueries::missing).toList();
        return new AtSchool(day.schoolId(), State.valueOf(day.state().name()), onPost, missing, day.seats().size(),
                day.seats().size() - (int) day.unfilled());
    }

    /**
     * The person who held the post and lost it is missing; the person who holds it after them and is not there yet is
     * their relief.
     */
    private static Missing missing(SchoolDayCoverage.Seat seat) {
        var lost = seat.row().post().attendances().stream().filter(a -> !a.holdsPost()).reduce((a, b) -> b)
                .map(Attendance::officer);
        String holder = seat.holder() == null ? "" : seat.holder().officer();
        return lost.isEmpty()
                ? new Missing(seat.row().post().postId(), holder, "")
                : new Missing(seat.row().post().postId(), lost.get(), holder);
    }

    @Override
    public List<Unfilled> unfilled(int most) {
        var posts = db.select(POST.ID, POST.SCHOOL_ID, POST.STARTS_AT, POST.ENDS_AT, POST.POSTED_RANK).from(POST)
                .where(POST.STATE.in("OPEN", "HELD"))
                .and(POST.ENDS_AT.gt(clock.instant())).orderBy(POST.STARTS_AT, POST.ID).limit(most).fetch();
        if (posts.isEmpty()) return List.of();
        var asked = new HashMap<UUID, Integer>();
        var lastAsked = DSL.max(REPLACEMENT.ASKED);
        db.select(REPLACEMENT.POST_ID, lastAsked).from(REPLACEMENT)
                .where(REPLACEMENT.POST_ID.in(posts.getValues(POST.ID))).groupBy(REPLACEMENT.POST_ID)
                .forEach(r -> asked.put(r.get(REPLACEMENT.POST_ID), r.get(lastAsked)));
        var backups = terms.agreed();
        var names = organizations.listOwn("DEPARTMENT").stream()
                .collect(Collectors.toMap(Organization::id, Organization::name));
        return posts.map(p -> new Unfilled(p.get(POST.ID), p.get(POST.SCHOOL_ID), p.get(POST.STARTS_AT),
                p.get(POST.ENDS_AT), asked.get(p.get(POST.ID)),
                backups.stream().filter(d -> d.rank() > p.get(POST.POSTED_RANK)).findFirst()
                        .map(d -> names.getOrDefault(d.departmentId(), "")).orElse("")));
    }
}
