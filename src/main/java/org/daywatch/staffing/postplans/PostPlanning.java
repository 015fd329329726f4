package org.daywatch.staffing.postplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.CalendarConsequences;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.PostCancelled;
import org.daywatch.staffing.StaffingEvent.PostMoved;
import org.daywatch.staffing.StaffingEvent.PostsGenerated;
import org.daywatch.staffing.StaffingEvent.PostsReplanned;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.requests.AcceptedRequests.Planned;
import org.daywatch.staffing.requests.AcceptedRequests;
import org.daywatch.staffing.requests.DetailRequest;
import org.daywatch.staffing.requests.RequestContent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes posts from requests and keeps them in step with calendars: reads once, computes in memory, writes in few
 * statements.
 */
@Component
@Transactional
public class PostPlanning {

    private static final int SCHOOLS = 100; // followed at a time: whoever waits sees it go on, and a year of a whole state need not be held at once

    private final PlanStore posts;
    private final AcceptedRequests requests;
    private final Campuses campuses;
    private final BellDays bells;
    private final ProgramRules rules;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    PostPlanning(PlanStore posts, AcceptedRequests requests, Campuses campuses, BellDays bells, ProgramRules rules,
            Organizations organizations, Facts facts, Clock clock) {
        this.posts = posts;
        this.requests = requests;
        this.campuses = campuses;
        this.bells = bells;
        this.rules = rules;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param withoutBells requests whose school has no bells, so nothing could be made from them */
    public record Generated(int requests, int posts, int withoutBells) {}

    /** The posts of one accepted request, for all its days. */
    public Generated generate(UUID request) {
        var planned = requests.list(List.of(request)).stream().findFirst()
                .orElseThrow(() -> new Refused(StaffingRefusal.REQUEST_NOT_ACCEPTED));
        var content = planned.request().content();
        return generate(List.of(request), content.firstDay(), content.lastDay());
    }

    /** The posts of many requests between two days. Doing it again adds only what is missing. */
    public Generated generate(Collection<UUID> ids, LocalDate from, LocalDate to) {
        var generated = make(ids, from, to);
        if (generated.posts() > 0) {
            var what = ids.size() == 1 ? ids.iterator().next() : Ids.next();
            facts.tell(new PostsGenerated(agency(), what, clock.instant(), from, to, generated.posts(),
                    generated.requests()));
        }
        return generated;
    }

    /** Without a fact of its own: for a job that does many chunks and tells once. */
    Generated make(Collection<UUID> ids, LocalDate from, LocalDate to) {
        var accepted = requests.list(ids).stream().map(Planned::request).toList();
        var schools = accepted.stream().map(r -> r.content().schoolId()).distinct().toList();
        var wanted = wanted(accepted, bells.of(schools, from, to), from, to);
        var difference = PostPlan.difference(posts.existing(ids, from, to), wanted, clock.instant());
        posts.insert(difference.added(), byId(accepted));
        posts.revive(difference.revived());
        requests.planned(accepted.stream().map(DetailRequest::id).toList(), from, to);
        var silent = new HashSet<>(bells.withoutBells(schools, from));
        silent.retainAll(bells.withoutBells(schools, to)); // bells saved from a later day are bells
        int withoutBells = (int) accepted.stream()
                .filter(r -> r.content().bellsDecide() && silent.contains(r.content().schoolId())).count();
        return new Generated(accepted.size(), difference.added().size() + difference.revived().size(), withoutBells);
    }

    /** How many posts term requests of these contents would make, by school. Changes nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> count(Collection<RequestContent> contents) {
        if (contents.isEmpty()) return Map.of();
        var first = contents.iterator().next();
        var now = clock.instant();
        var asked = contents.stream()
                .map(c -> new DetailRequest(Ids.next(), Tenancy.tenant(), Tenancy.tenant(), "", c,
                        new DetailRequest.State.Draft(),
                        null, now, 0))
                .toList();
        var days = bells.of(contents.stream().map(RequestContent::schoolId).toList(), first.firstDay(),
                first.lastDay());
        return wanted(asked, days, first.firstDay(), first.lastDay()).stream()
                .filter(w -> w.window().start().isAfter(now))
                .collect(Collectors.groupingBy(WantedPost::schoolId, Collectors.summingInt(w -> 1)));
    }

    /** What the posts of these schools would become if their days were {@code after}. Changes nothing. */
    @Transactional(readOnly = true)
    PostDifference difference(Collection<UUID> schools, LocalDate from, LocalDate to, List<BellDay> after) {
        var wanted = new ArrayList<WantedPost>();
        var existing = new ArrayList<PlannedPost>();
        var planned = requests.plannedAt(schools, from, to);
        var margins = margins();
        var places = places(planned.stream().map(Planned::request).toList());
        var days = byDay(after);
        for (Planned p : planned) {
            // Only days that had been planned: a change of calendar never plans a term that nobody asked to plan yet.
            var first = later(from, p.plannedFrom());
            var last = earlier(to, p.plannedTo());
            if (last.isBefore(first)) continue;
            var campus = places.get(p.request().content().schoolId());
            if (campus == null) continue;
            wanted.addAll(PostPlan.wanted(p.request(), campus, days.getOrDefault(campus.id(), Map.of()), margins, first,
                    last));
        }
        var ids = planned.stream().map(p -> p.request().id()).toList();
        existing.addAll(posts.existing(ids, from, to));
        return PostPlan.difference(existing, wanted, clock.instant());
    }

    /**
     * Brings the posts of these schools in step with their days, some schools at a time. Filled posts that move or fall
     * away are told one by one.
     */
    void follow(Collection<UUID> schools, LocalDate from, LocalDate to, String reason) {
        var all = List.copyOf(schools);
        int added = 0;
        int moved = 0;
        int removed = 0;
        for (int at = 0; at < all.size(); at += SCHOOLS) {
            var some = all.subList(at, Math.min(all.size(), at + SCHOOLS));
            var difference = difference(some, from, to, bells.of(some, from, to));
            write(difference, reason);
            added += difference.added().size() + difference.revived().size();
            moved += difference.moved().size();
            removed += difference.removed().size();
            CalendarConsequences.Followed.schools(some.size());
        }
        if (added + moved + removed > 0)
            facts.tell(new PostsReplanned(agency(), Ids.next(), clock.instant(), reason, added, moved, removed));
    }

    private void write(PostDifference difference, String reason) {
        if (difference.changesNothing()) return;
        var accepted = requests.list(difference.added().stream().map(WantedPost::requestId).distinct().toList())
                .stream().map(Planned::request).toList();
        posts.insert(difference.added(), byId(accepted));
        posts.revive(difference.revived());
        posts.move(difference.moved());
        cancel(difference.removed(), reason, true);
        for (var m : difference.movedFilled()) {
            facts.tell(new PostMoved(agency(), m.before().id(), clock.instant(), m.before().schoolId(),
                    m.before().window(), m.after().window(), true));
        }
    }

    /** A request that is withdrawn takes its coming posts with it. @return how many */
    int cancelAhead(UUID request, String reason) {
        var ahead = posts.ahead(request, clock.instant());
        cancel(ahead, reason, false);
        return ahead.size();
    }

    private void cancel(List<PlannedPost> removed, String reason, boolean byCalendar) {
        posts.cancel(removed, reason, byCalendar);
        removed.stream().filter(PlannedPost::filled).forEach(p -> facts.tell(
                new PostCancelled(agency(), p.id(), clock.instant(), p.schoolId(), p.day(), reason, true)));
    }

    private List<WantedPost> wanted(List<DetailRequest> accepted, List<BellDay> days, LocalDate from, LocalDate to) {
        var margins = margins();
        var places = places(accepted);
        var bySchool = byDay(days);
        return accepted.stream().filter(r -> places.containsKey(r.content().schoolId())).flatMap(r -> PostPlan.wanted(r,
                places.get(r.content().schoolId()), bySchool.getOrDefault(r.content().schoolId(), Map.of()), margins,
                from, to).stream()).toList();
    }

    private Map<UUID, Campus> places(List<DetailRequest> accepted) {
        return campuses.list(accepted.stream().map(r -> r.content().schoolId()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
    }

    private Margins margins() {
        return new Margins(rules.book());
    }

    /** Facts belong to the agency, also when a district changes its own calendar. */
    private UUID agency() {
        var acting = Tenancy.tenant();
        return organizations.find(acting).map(o -> o.parent()).orElse(acting);
    }

    private static Map<UUID, Map<LocalDate, BellDay>> byDay(List<BellDay> days) {
        return days.stream()
                .collect(Collectors.groupingBy(BellDay::schoolId, Collectors.toMap(BellDay::day, Function.identity())));
    }

    private static Map<UUID, DetailRequest> byId(List<DetailRequest> list) {
        return list.stream().collect(Collectors.toMap(DetailRequest::id, Function.identity()));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
