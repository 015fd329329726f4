package org.daywatch.staffing.posts;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.StaffingEvent.PostsWidened;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open posts go to the partner departments by themselves, as the program's dated rules say. Held places wait for whom
 * they are held.
 */
@Component
@Transactional
public class PostWidening {

    /** Any number, the same on every node: one of them does the round, the others skip it. */
    private static final long ONE_NODE_ONLY = 0x5749_4445_4E00L;

    private final HomeTime home;
    private final DSLContext db;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Facts facts;
    private final DepartmentTerms terms;
    private final Clock clock;

    PostWidening(DSLContext db, ProgramRules rules, Campuses campuses, Facts facts, DepartmentTerms terms,
            HomeTime home, Clock clock) {
        this.home = home;
        this.terms = terms;
        this.db = db;
        this.rules = rules;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    private record Due(UUID id, LocalDate day, int rank) {}

    /** For the agency that is bound. @return how many posts went to further departments */
    public int widen() {
        int ranks = ranks();
        if (ranks < 2
                || !Boolean.TRUE.equals(db.fetchValue("select pg_try_advisory_xact_lock({0})", DSL.val(ONE_NODE_ONLY))))
            return 0;
        var now = clock.instant();
        var byRank = due(now, ranks).stream()
                .collect(Collectors.groupingBy(Due::rank, TreeMap::new, Collectors.toList()));
        byRank.forEach((rank, posts) -> tell(rank, posts, now));
        return byRank.values().stream().mapToInt(List::size).sum();
    }

    /** When the next department is asked for an open post; empty where all are, or no rule holds. */
    @Transactional(readOnly = true)
    public Optional<Instant> next(UUID post) {
        var row = db.selectFrom(POST).where(POST.ID.eq(post)).and(POST.STATE.eq("OPEN")).and(POST.POSTED_AT.isNotNull())
                .fetchOptional();
        if (row.isEmpty() || row.get().getPostedRank() >= ranks()) return Optional.empty();
        return campuses.find(row.get().getSchoolId()).flatMap(school -> rule(rules.book(), school.state()))
                .map(w -> w.next(row.get().getPostedAt(), row.get().getStartsAt(), row.get().getPostedRank()))
                .filter(at -> row.get().getStartsAt().isAfter(clock.instant())); // once it has begun a person widens it
    }

    private List<Due> due(Instant now, int ranks) {
        var open = db.select(POST.ID, POST.SCHOOL_ID, POST.DAY, POST.POSTED_AT, POST.STARTS_AT, POST.POSTED_RANK)
                .from(POST)
                .where(POST.STATE.eq("OPEN")).and(POST.POSTED_RANK.between(1, ranks - 1)).and(POST.STARTS_AT.gt(now))
                .and(POST.POSTED_AT.isNotNull()).fetch();
        Map<UUID, String> states = campuses.list(open.stream().map(r -> r.value2()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Campus::state));
        var book = rules.book();
        var byState = new HashMap<String, Optional<Widening>>();
        var due = new ArrayList<Due>();
        for (var post : open) {
            var state = states.get(post.value2());
            if (state == null) continue;
            byState.computeIfAbsent(state, s -> rule(book, s)).map(w -> w.due(post.value4(), post.value5(), now, ranks))
                    .filter(rank -> rank > post.value6())
                    .ifPresent(rank -> due.add(new Due(post.value1(), post.value3(), rank)));
        }
        return due;
    }

    private void tell(int rank, List<Due> posts, Instant now) {
        db.update(POST).set(POST.POSTED_RANK, rank).set(POST.VERSION, POST.VERSION.plus(1))
                .where(POST.ID.eq(DSL.any(posts.stream().map(Due::id).toArray(UUID[]::new))))
                .and(POST.STATE.eq("OPEN")).and(POST.POSTED_RANK.lt(rank)).execute();
        var days = posts.stream().map(Due::day).sorted().toList();
        facts.tell(
                new PostsWidened(Tenancy.tenant(), Ids.next(), now, posts.size(), rank, days.getFirst(), days.getLast(),
                        posts.size() == 1 ? posts.getFirst().id() : null));
    }

    /** One that asks in a certain state on the day that is now. */
    private Optional<Widening> rule(RuleBook book, String state) {
        var today = home.today();
        var after = book.find("PARTNERS_AFTER", today, RuleBook.state(state));
        var before = book.find("PARTNERS_BEFORE", today, RuleBook.state(state));
        if (after.isEmpty() || before.isEmpty()) return Optional.empty();
        return Optional.of(new Widening(after.get().hours(), before.get().hours()));
    }

    private int ranks() {
        return terms.agreed().stream().mapToInt(AgreedTerms::rank).max().orElse(0);
    }
}
