package org.daywatch.staffing.posts;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open posts go to the partner departments by themselves, as the program's dated rules say. Held places wait for whom
 * they are held.
 */
@Component
@Transactional
public class PostWidening {

    private final HomeTime home;
    private final PostStore posts;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Facts facts;
    private final DepartmentTerms terms;
    private final Clock clock;

    PostWidening(PostStore posts, ProgramRules rules, Campuses campuses, Facts facts, DepartmentTerms terms,
            HomeTime home, Clock clock) {
        this.home = home;
        this.terms = terms;
        this.posts = posts;
        this.rules = rules;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    private record Due(UUID id, LocalDate day, int rank) {}

    /** For the agency that is bound. @return how many posts went to further departments */
    public int widen() {
        int ranks = ranks();
        if (ranks < 2 || !posts.takeRound()) return 0;
        var now = clock.instant();
        var byRank = due(now, ranks).stream()
                .collect(Collectors.groupingBy(Due::rank, TreeMap::new, Collectors.toList()));
        byRank.forEach((rank, widened) -> tell(rank, widened, now));
        return byRank.values().stream().mapToInt(List::size).sum();
    }

    /** When the next department is asked for an open post; empty where all are, or no rule holds. */
    @Transactional(readOnly = true)
    public Optional<Instant> next(UUID post) {
        var found = posts.posted(post);
        if (found.isEmpty() || found.get().rank() >= ranks()) return Optional.empty();
        var open = found.get();
        return campuses.find(open.school()).flatMap(school -> rule(rules.book(), school.state()))
                .map(w -> w.next(open.at(), open.starts(), open.rank()))
                .filter(at -> open.starts().isAfter(clock.instant())); // once it has begun a person widens it
    }

    private List<Due> due(Instant now, int ranks) {
        var open = posts.posted(ranks - 1, now);
        Map<UUID, String> states = campuses.list(open.stream().map(PostStore.Posted::school).distinct().toList())
                .stream().collect(Collectors.toMap(Campus::id, Campus::state));
        var book = rules.book();
        var byState = new HashMap<String, Optional<Widening>>();
        var due = new ArrayList<Due>();
        for (var post : open) {
            var state = states.get(post.school());
            if (state == null) continue;
            byState.computeIfAbsent(state, s -> rule(book, s)).map(w -> w.due(post.at(), post.starts(), now, ranks))
                    .filter(rank -> rank > post.rank())
                    .ifPresent(rank -> due.add(new Due(post.id(), post.day(), rank)));
        }
        return due;
    }

    private void tell(int rank, List<Due> due, Instant now) {
        posts.widen(due.stream().map(Due::id).toList(), rank);
        var days = due.stream().map(Due::day).sorted().toList();
        facts.tell(
                new PostsWidened(Tenancy.tenant(), Ids.next(), now, due.size(), rank, days.getFirst(), days.getLast(),
                        due.size() == 1 ? due.getFirst().id() : null));
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
