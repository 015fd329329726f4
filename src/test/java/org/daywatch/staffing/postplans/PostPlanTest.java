package org.daywatch.staffing.postplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.staffing.postplans.Margins.AFTER;
import static org.daywatch.staffing.postplans.Margins.BEFORE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.time.SchoolDay;
import org.daywatch.staffing.posts.PostState;
import org.daywatch.staffing.requests.Content;
import org.daywatch.staffing.requests.DetailRequest;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.junit.jupiter.api.Test;

class PostPlanTest {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");
    private static final Campus CAMPUS = new Campus(new UUID(1, 1), new UUID(2, 2), "Coral Bay High", "FL",
            SchoolLevel.HIGH, MIAMI);
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final Instant BEFORE_TERM = Instant.parse("2026-07-01T12:00:00Z");
    private static final Margins FLORIDA = margins(rule("FL-BEFORE", BEFORE, "STATE:FL", 15, 2019),
            rule("FL-AFTER", AFTER, "STATE:FL", 15, 2019));

    @Test
    void aTermPostRunsFromAMarginBeforeTheFirstBellToAMarginAfterTheLast() {
        var posts = wanted(Content.term(CAMPUS.id()), bells(MONDAY, FRIDAY));
        assertThat(posts).hasSize(5).allSatisfy(p -> assertThat(p.window().minutes()).isEqualTo(7 * 60 + 30));
        var first = posts.getFirst();
        assertThat(first.window())
                .isEqualTo(new SchoolDay(MONDAY, MIAMI).window(LocalTime.of(7, 10), LocalTime.of(14, 40)));
        assertThat(first.marginRule()).isEqualTo("FL-BEFORE@2019-01-01 FL-AFTER@2019-01-01");
    }

    @Test
    void noPostOnADayWithoutBells() {
        var closed = bells(MONDAY, FRIDAY).stream().filter(b -> !b.day().equals(MONDAY.plusDays(2))).toList();
        assertThat(wanted(Content.term(CAMPUS.id()), closed)).extracting(WantedPost::day)
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(3), FRIDAY);
    }

    @Test
    void everyOfficerAskedForIsASeat() {
        var one = Content.term(CAMPUS.id());
        var three = new RequestContent(one.schoolId(), one.kind(), one.role(), 3, one.firstDay(), one.lastDay(),
                one.weekdays(), null, null,
                one.reason(), one.duties(), "", "", one.workKind());
        assertThat(wanted(three, bells(MONDAY, MONDAY))).extracting(WantedPost::seat).containsExactly(1, 2, 3);
    }

    @Test
    void anEventKeepsItsStatedTimesWithoutMarginAndNeedsNoSchoolDay() {
        var saturday = MONDAY.minusDays(2);
        var dance = event(saturday, LocalTime.of(19, 0), LocalTime.of(0, 30));
        var posts = PostPlan.wanted(request(dance), CAMPUS, Map.of(), FLORIDA, saturday, FRIDAY);
        assertThat(posts).singleElement().satisfies(p -> {
            assertThat(p.window().minutes()).isEqualTo(330);
            assertThat(p.bellKind()).isEqualTo("NONE");
            assertThat(p.marginRule()).isEmpty();
        });
    }

    @Test
    void arecurringRequestSkipsDaysOutOfSession() {
        var dismissal = Content.of(CAMPUS.id(), RequestKind.RECURRING, LocalTime.of(14, 0), LocalTime.of(15, 30));
        assertThat(wanted(dismissal, bells(MONDAY, MONDAY.plusDays(1)))).hasSize(2)
                .allSatisfy(p -> assertThat(p.window().minutes()).isEqualTo(90));
    }

    @Test
    void theNarrowerAndLaterMarginRuleHolds() {
        var margins = margins(rule("ALL", BEFORE, "ALL", 10, 2000), rule("FL-OLD", BEFORE, "STATE:FL", 15, 2019),
                rule("FL-NEW", BEFORE, "STATE:FL", 20, 2027), rule("AZ", BEFORE, "STATE:AZ", 45, 2000),
                rule("OURS", AFTER, "DISTRICT:" + CAMPUS.districtId(), 30, 2026),
                rule("FL-AFTER", AFTER, "STATE:FL", 15, 2026));
        assertThat(margins.at(CAMPUS, MONDAY)).isEqualTo(new Margins.Margin(Duration.ofMinutes(15),
                Duration.ofMinutes(30), "FL-OLD@2019-01-01 OURS@2026-01-01"));
        assertThat(margins.at(CAMPUS, LocalDate.of(2027, 1, 4)).ruleIds())
                .isEqualTo("FL-NEW@2027-01-01 OURS@2026-01-01");
        assertThat(margins().at(CAMPUS, MONDAY)).isEqualTo(new Margins.Margin(Duration.ZERO, Duration.ZERO, ""));
    }

    @Test
    void planningTheSameAgainTouchesNothing() {
        var wanted = wanted(Content.term(CAMPUS.id()), bells(MONDAY, FRIDAY));
        var difference = PostPlan.difference(existing(wanted, PostState.FILLED), wanted, BEFORE_TERM);
        assertThat(difference.changesNothing()).isTrue();
        assertThat(difference.untouched()).hasSize(5);
    }

    @Test
    void aClosureRemovesItsPostsAndNamesTheFilledOnes() {
        var wanted = wanted(Content.term(CAMPUS.id()), bells(MONDAY, FRIDAY));
        var after = wanted.stream().filter(p -> !p.day().equals(FRIDAY)).toList();
        var difference = PostPlan.difference(existing(wanted, PostState.FILLED), after, BEFORE_TERM);
        assertThat(difference.removedFilled()).singleElement().satisfies(p -> assertThat(p.day()).isEqualTo(FRIDAY));
        assertThat(difference.untouched()).hasSize(4);
    }

    @Test
    void anEarlyReleaseMovesTheEnd() {
        var wanted = wanted(Content.term(CAMPUS.id()), bells(MONDAY, FRIDAY));
        var bells = bells(MONDAY, FRIDAY).stream().map(b -> b.day().equals(FRIDAY)
                ? new BellDay(b.schoolId(), b.day(), DayKind.EARLY_RELEASE, b.firstBell(), LocalTime.of(11, 40), false)
                : b).toList();
        var difference = PostPlan.difference(existing(wanted, PostState.OPEN), wanted(Content.term(CAMPUS.id()), bells),
                BEFORE_TERM);
        assertThat(difference.moved()).singleElement().satisfies(m -> {
            assertThat(m.after().window().minutes()).isEqualTo(m.before().window().minutes() - 165);
            assertThat(m.after().bellKind()).isEqualTo("EARLY_RELEASE");
        });
        assertThat(difference.movedFilled()).isEmpty();
    }

    @Test
    void whatHasBegunIsHistoryAndWhatAPersonCancelledStaysCancelled() {
        var wanted = wanted(Content.term(CAMPUS.id()), bells(MONDAY, FRIDAY));
        var duringWednesday = wanted.get(2).window().start().plusSeconds(60);
        assertThat(PostPlan.difference(existing(wanted, PostState.FILLED), List.of(), duringWednesday).removed())
                .extracting(PlannedPost::day).containsExactlyInAnyOrder(MONDAY.plusDays(3), FRIDAY);
        assertThat(PostPlan.difference(List.of(), wanted, duringWednesday).added()).hasSize(2);
        assertThat(PostPlan.difference(existing(wanted, PostState.CANCELLED), wanted, BEFORE_TERM).changesNothing())
                .isTrue();
    }

    @Test
    void aPostTheCalendarTookAwayComesBackWithTheDay() {
        var wanted = wanted(Content.term(CAMPUS.id()), bells(FRIDAY, FRIDAY));
        var taken = existing(wanted, PostState.CANCELLED).stream()
                .map(p -> new PlannedPost(p.id(), p.requestId(), p.schoolId(), p.day(),
                        p.seat(), p.window(), p.bellKind(), p.marginRule(), p.state(), true, null))
                .toList();
        assertThat(PostPlan.difference(taken, wanted, BEFORE_TERM).revived()).hasSize(1);
    }

    private static List<WantedPost> wanted(RequestContent content, List<BellDay> bells) {
        return PostPlan.wanted(request(content), CAMPUS,
                bells.stream().collect(Collectors.toMap(BellDay::day, Function.identity())),
                FLORIDA, MONDAY, FRIDAY);
    }

    private static List<PlannedPost> existing(List<WantedPost> posts, PostState state) {
        return posts.stream()
                .map(p -> new PlannedPost(UUID.randomUUID(), p.requestId(), p.schoolId(), p.day(), p.seat(), p.window(),
                        p.bellKind(), p.marginRule(), state, false, state == PostState.FILLED ? "Officer Ruiz" : null))
                .toList();
    }

    private static List<BellDay> bells(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(
                d -> new BellDay(CAMPUS.id(), d, DayKind.REGULAR, LocalTime.of(7, 25), LocalTime.of(14, 25), false))
                .toList();
    }

    private static RequestContent event(LocalDate day, LocalTime from, LocalTime to) {
        var plain = Content.of(CAMPUS.id(), RequestKind.EVENT, from, to);
        return new RequestContent(plain.schoolId(), RequestKind.EVENT, plain.role(), 1, day, day, plain.weekdays(),
                from, to, plain.reason(),
                plain.duties(), "", "", plain.workKind());
    }

    private static DetailRequest request(RequestContent content) {
        return new DetailRequest(new UUID(5, 5), new UUID(3, 3), CAMPUS.districtId(), "R-2026-0001", content,
                new DetailRequest.State.Accepted(new UUID(6, 6)), null, BEFORE_TERM, 0);
    }

    private static Margins margins(ProgramRule... rules) {
        return new Margins(new RuleBook(List.of(rules)));
    }

    private static ProgramRule rule(String id, String code, String scope, int minutes, int fromYear) {
        return new ProgramRule(id, code, scope, BigDecimal.valueOf(minutes), "minutes", LocalDate.of(fromYear, 1, 1),
                null, "a test", false, "");
    }
}
