package org.daywatch.staffing.whatif;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.hours.HourStore;
import org.daywatch.staffing.whatif.WhatIfProposal.Calendar;
import org.daywatch.staffing.whatif.WhatIfReplay.Judged;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what was worked, and the hours around it. */
@Component
@Transactional(readOnly = true)
class WhatIfInput {

    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final HourStore hours;

    WhatIfInput(DSLContext db, EligibilityQueries eligibility, HourStore hours) {
        this.db = db;
        this.eligibility = eligibility;
        this.hours = hours;
    }

    /** Officers who worked in these days. */
    List<UUID> officers(LocalDate from, LocalDate to) {
        return db.selectDistinct(SHIFT.OFFICER_ID).from(SHIFT).join(POST).on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                .and(POST.ID.eq(SHIFT.POST_ID))
                .where(SHIFT.STATE.eq("ENDED")).and(POST.DAY.between(from, to)).orderBy(SHIFT.OFFICER_ID)
                .fetch(SHIFT.OFFICER_ID);
    }

    /** What some officers worked, judged under the proposal. */
    List<Judged> replay(Collection<UUID> officers, LocalDate from, LocalDate to, WhatIfProposal proposal) {
        var worked = worked(officers, from, to);
        if (worked.isEmpty()) return List.of();
        var span = span(worked.stream().map(Worked::window).toList());
        var ledgers = hours.ledgers(officers, span);
        Map<UUID, DepartmentFacts> departments = new HashMap<>();
        var judged = new ArrayList<Judged>();
        worked.stream().collect(Collectors.groupingBy(Worked::officer)).forEach((officer, theirs) -> {
            var department = departments.computeIfAbsent(theirs.getFirst().department(), eligibility::department);
            judged.addAll(
                    WhatIfReplay.of(theirs, ledgers.getOrDefault(officer, HourLedger.empty()), department, proposal));
        });
        return judged;
    }

    private List<Worked> worked(Collection<UUID> officers, LocalDate from, LocalDate to) {
        var rows = db
                .select(SHIFT.ID, SHIFT.POST_ID, SHIFT.DISTRICT_ID, POST.MARGIN_RULE, SHIFT.OFFICER_ID,
                        SHIFT.OFFICER_NAME, SHIFT.DEPARTMENT_ID)
                .from(SHIFT)
                .join(POST).on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID))
                .where(SHIFT.STATE.eq("ENDED")).and(POST.DAY.between(from, to))
                .and(SHIFT.OFFICER_ID.eq(DSL.any(officers.toArray(UUID[]::new))))
                .orderBy(POST.STARTS_AT, SHIFT.ID).fetch();
        Map<UUID, PostFacts> posts = eligibility.posts(rows.map(r -> r.get(SHIFT.POST_ID))).stream()
                .collect(Collectors.toMap(PostFacts::id, Function.identity()));
        return rows.stream().filter(r -> posts.containsKey(r.get(SHIFT.POST_ID)))
                .map(r -> new Worked(r.get(SHIFT.ID), posts.get(r.get(SHIFT.POST_ID)),
                        r.get(SHIFT.DISTRICT_ID), !r.get(POST.MARGIN_RULE).isEmpty(), r.get(SHIFT.OFFICER_ID),
                        r.get(SHIFT.OFFICER_NAME), r.get(SHIFT.DEPARTMENT_ID)))
                .toList();
    }

    /**
     * Posts there would have been on opened days: each seat of a request that follows the calendar, at the hours of its
     * nearest day.
     */
    List<PostFacts> opened(Calendar calendar, LocalDate from, LocalDate to) {
        var made = new ArrayList<PostFacts>();
        for (var day : calendar.opened()) {
            if (day.isBefore(from) || day.isAfter(to)) continue;
            var there = new HashSet<>(db.select(POST.REQUEST_ID).from(POST).where(POST.DAY.eq(day))
                    .and(POST.STATE.ne("CANCELLED")).fetch(POST.REQUEST_ID));
            var rows = db.select(POST.ID, POST.REQUEST_ID, POST.SEAT, POST.DISTRICT_ID, POST.DAY)
                    .distinctOn(POST.REQUEST_ID, POST.SEAT).from(POST).join(DETAIL_REQUEST)
                    .on(DETAIL_REQUEST.AGENCY_ID.eq(POST.AGENCY_ID)).and(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                    .where(DETAIL_REQUEST.KIND.in("TERM", "RECURRING")).and(DETAIL_REQUEST.STATE.eq("ACCEPTED"))
                    .and(DETAIL_REQUEST.FIRST_DAY.le(day)).and(DETAIL_REQUEST.LAST_DAY.ge(day))
                    .and(DSL.condition("{0} = any({1})", DSL.val(day.getDayOfWeek().getValue()),
                            DETAIL_REQUEST.WEEKDAYS))
                    .and(POST.DAY.between(from, to)).and(POST.STATE.ne("CANCELLED"))
                    .orderBy(POST.REQUEST_ID, POST.SEAT,
                            DSL.field("abs({0} - {1})", Integer.class, POST.DAY, DSL.val(day)), POST.DAY)
                    .fetch();
            var templates = rows.stream()
                    .filter(r -> !there.contains(r.get(POST.REQUEST_ID)) && calendar.touches(r.get(POST.DISTRICT_ID)))
                    .map(r -> r.get(POST.ID)).toList();
            eligibility.posts(templates).forEach(t -> made.add(on(t, day)));
        }
        return made;
    }

    private static PostFacts on(PostFacts post, LocalDate day) {
        var start = post.window().start().atZone(post.zone()).toLocalTime();
        var window = Window.of(day.atTime(start).atZone(post.zone()).toInstant(), post.window().length());
        return at(post,
                UUID.nameUUIDFromBytes((post.id() + "@" + day).getBytes(java.nio.charset.StandardCharsets.UTF_8)), day,
                window);
    }

    static PostFacts at(PostFacts p, UUID id, LocalDate day, Window window) {
        return new PostFacts(id, p.schoolId(), p.school(), p.level(), p.state(), p.zone(), p.role(), day, window,
                p.workKind(), p.postedRank(), p.order());
    }

    /** Posts of one week with everybody who is active now, and departments as the proposal would have them. */
    EligibilityQueries.Field field(List<PostFacts> posts, WhatIfProposal proposal) {
        var field = eligibility.field(posts);
        Map<UUID, DepartmentFacts> departments = new HashMap<>();
        field.departments().forEach((id, d) -> departments.put(id, d.judgedBy(proposal.rules(d))));
        return new EligibilityQueries.Field(posts, field.officers(), departments, field.ledgers(), field.rules());
    }

    private static Window span(List<Window> windows) {
        Instant start = windows.stream().map(Window::start).min(Instant::compareTo).orElseThrow();
        return new Window(start,
                windows.stream().map(Window::end).max(Instant::compareTo).orElse(start.plus(Duration.ofDays(1))));
    }
}
