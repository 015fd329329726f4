package org.daywatch.mentoring.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.daywatch.mentoring.proposals.MentorProposal.Fit;
import org.daywatch.mentoring.proposals.MentorProposal.FitsLess;
import org.daywatch.mentoring.proposals.MentorProposal.Full;
import org.daywatch.mentoring.proposals.MentorProposal.NeverMeets;
import org.daywatch.mentoring.proposals.MentorProposal.NotThis;
import org.daywatch.mentoring.proposals.MentorProposal.PapersEnd;
import org.daywatch.mentoring.proposals.MentorProposal.Vetoed;
import org.junit.jupiter.api.Test;

/** Mentors are proposed only where the two can meet, and every proposal says the truth about why. */
class MentorProposalsTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 4);
    private static final LocalDate LAST = FIRST.plusDays(25);
    private static final int LEAST = 20;
    private static final List<String> INTERESTS = List.of("chess", "soccer", "music", "cars");
    private static final List<String> LANGUAGES = List.of("en", "es", "nv");

    @Test
    void tenThousandRandomSchedulesHoldBeforeACheckerThatSharesNoCode() {
        var random = new Random(583);
        int proposed = 0;
        for (int i = 0; i < 10_000; i++) {
            var asked = Asked.random(random, 1 + random.nextInt(5), 1 + random.nextInt(4));
            var answer = asked.answer();
            assertThat(MentorChecker.faults(asked, answer)).as("schedule %s: %s", i, asked).isEmpty();
            proposed += (int) answer.stream().filter(p -> p.fit() != null).count();
        }
        assertThat(proposed).as("not all is refused").isGreaterThan(5_000);
    }

    @Test
    void theCheckerFindsEachPlantedFault() {
        var unseen = new ArrayList<>(faults().keySet());
        var random = new Random(584);
        for (int i = 0; i < 2_000 && !unseen.isEmpty(); i++) {
            var asked = Asked.random(random, 2 + random.nextInt(4), 2 + random.nextInt(3));
            var answer = asked.answer();
            unseen.removeIf(name -> {
                var planted = faults().get(name).in(asked, answer);
                return !planted.equals(answer) && !MentorChecker.faults(asked, planted).isEmpty();
            });
        }
        assertThat(unseen).as("faults nobody saw").isEmpty();
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(20);
    }

    /** Whatever a fault changes is seen every time, not only once by luck. */
    @Test
    void noPlantedFaultIsEverMissed() {
        var random = new Random(585);
        for (int i = 0; i < 300; i++) {
            var asked = Asked.random(random, 2 + random.nextInt(4), 2 + random.nextInt(3));
            var answer = asked.answer();
            faults().forEach((name, fault) -> {
                var planted = fault.in(asked, answer);
                if (!planted.equals(answer))
                    assertThat(MentorChecker.faults(asked, planted)).as(name).isNotEmpty();
            });
        }
    }

    @Test
    void whoWaitsLongerKeepsAMentorWhileTheOtherFindsOneToo() {
        var everyDay = Map.of(DayOfWeek.MONDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(10, 0))),
                DayOfWeek.TUESDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(10, 0))));
        var monday = Map.of(DayOfWeek.MONDAY, everyDay.get(DayOfWeek.MONDAY));
        var first = new MentoredStudent(new UUID(1, 1), Set.of("chess"), Set.of("en"), null, Set.of(), everyDay);
        var second = new MentoredStudent(new UUID(1, 2), Set.of(), Set.of("en"), null, Set.of(), monday);
        var hours = new Hours(LocalTime.of(8, 0), LocalTime.of(15, 0));
        var mondays = new MentorOffer(new UUID(2, 1), Set.of("chess"), Set.of("en"), Map.of(FIRST, hours), LAST, 1);
        var tuesdays = new MentorOffer(new UUID(2, 2), Set.of(), Set.of("en"), Map.of(FIRST.plusDays(1), hours), LAST,
                1);
        assertThat(MentorProposals.of(List.of(first), List.of(mondays, tuesdays), LAST, LEAST).getFirst().fit())
                .isEqualTo(new Fit(mondays.id(), Map.of(DayOfWeek.MONDAY, 1), Set.of("chess"), Set.of("en"), false));
        var both = MentorProposals.of(List.of(first, second), List.of(mondays, tuesdays), LAST, LEAST);
        assertThat(both).extracting(p -> p.fit().mentor()).containsExactly(tuesdays.id(), mondays.id());
        assertThat(both.get(1).others()).containsExactly(new NeverMeets(tuesdays.id(), 1, 0));
    }

    @Test
    void aThousandStudentsAndSixtyMentorsTakeTwoSecondsAtMost() {
        var asked = Asked.random(new Random(586), 1_000, 60);
        asked.answer();
        var began = System.nanoTime();
        var answer = asked.answer();
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(answer).hasSize(1_000).allMatch(p -> p.others().size() + (p.fit() == null ? 0 : 1) == 60);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    /** One random school. */
    record Asked(List<MentoredStudent> students, List<MentorOffer> mentors) {

        List<MentorProposal> answer() {
            return MentorProposals.of(students, mentors, LAST, LEAST);
        }

        static Asked random(Random random, int students, int mentors) {
            var ids = new ArrayList<UUID>();
            for (int m = 0; m < mentors; m++) ids.add(new UUID(2, m));
            var offers = new ArrayList<MentorOffer>();
            for (int m = 0; m < mentors; m++) {
                var here = new HashMap<LocalDate, Hours>();
                for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1))
                    if (day.getDayOfWeek().getValue() < 6 && random.nextInt(5) == 0) here.put(day, hours(random, 240));
                offers.add(new MentorOffer(ids.get(m), some(random, INTERESTS), some(random, LANGUAGES), here,
                        random.nextInt(8) == 0 ? null : LAST.plusDays(random.nextInt(12) - 3), random.nextInt(3)));
            }
            var waiting = new ArrayList<MentoredStudent>();
            for (int s = 0; s < students; s++) {
                var free = new HashMap<DayOfWeek, List<Hours>>();
                for (int d = 1; d < 6; d++)
                    if (random.nextInt(3) == 0)
                        free.put(DayOfWeek.of(d), List.of(hours(random, 50), hours(random, 50)));
                waiting.add(new MentoredStudent(new UUID(1, s), some(random, INTERESTS), some(random, LANGUAGES),
                        random.nextInt(4) == 0 ? ids.get(random.nextInt(mentors)) : null,
                        random.nextInt(4) == 0 ? Set.of(ids.get(random.nextInt(mentors))) : Set.of(), free));
            }
            return new Asked(waiting, offers);
        }

        private static Hours hours(Random random, int most) {
            var from = LocalTime.of(7, 0).plusMinutes(5L * random.nextInt(84));
            return new Hours(from, from.plusMinutes(10 + 5L * random.nextInt(most / 5)));
        }

        private static Set<String> some(Random random, List<String> all) {
            var some = new HashSet<String>();
            all.stream().filter(one -> random.nextInt(3) == 0).forEach(some::add);
            return some;
        }
    }

    interface Fault {
        List<MentorProposal> in(Asked asked, List<MentorProposal> answer);
    }

    private static Map<String, Fault> faults() {
        var all = new LinkedHashMap<String, Fault>();
        all.put("a mentor whom the student does not want", chooses(Vetoed.class));
        all.put("a mentor whose papers end", chooses(PapersEnd.class));
        all.put("a mentor whom they never meet", chooses(NeverMeets.class));
        all.put("a mentor who has no room", chooses(Full.class));
        all.put("a student who could have one is left without", fit(f -> null));
        all.put("a student is asked about twice", (asked, answer) -> plus(answer, answer.getFirst()));
        all.put("a student is left out", (asked, answer) -> answer.subList(1, answer.size()));
        all.put("a student nobody referred", (asked, answer) -> plus(answer,
                new MentorProposal(new UUID(9, 9), null, List.of())));
        all.put("a mentor who offered nothing", fit(f -> new Fit(new UUID(9, 9), f.days(), f.interests(),
                f.languages(), f.wished())));
        all.put("one meeting too many", fit(f -> days(f, 1)));
        all.put("one meeting too few", fit(f -> days(f, -1)));
        all.put("a weekday they cannot meet", fit(f -> {
            var days = new HashMap<>(f.days());
            days.put(DayOfWeek.SUNDAY, 1);
            return new Fit(f.mentor(), days, f.interests(), f.languages(), f.wished());
        }));
        all.put("an interest they do not share", fit(f -> new Fit(f.mentor(), f.days(), Set.of("falconry"),
                f.languages(), f.wished())));
        all.put("no interest although they share some", fit(f -> new Fit(f.mentor(), f.days(), Set.of(),
                f.languages(), f.wished())));
        all.put("a language one of them lacks", fit(f -> new Fit(f.mentor(), f.days(), f.interests(),
                Set.of("fr"), f.wished())));
        all.put("a wish nobody had, or had and is not said", fit(f -> new Fit(f.mentor(), f.days(), f.interests(),
                f.languages(), !f.wished())));
        all.put("a reason left out", others(list -> list.isEmpty() ? list : list.subList(1, list.size())));
        all.put("a reason twice", others(list -> list.isEmpty() ? list : plus(list, list.getFirst())));
        all.put("vetoed, which nobody is", otherwise(NeverMeets.class, n -> new Vetoed(n.mentor())));
        all.put("papers end, which do not", otherwise(FitsLess.class, n -> new PapersEnd(n.mentor(), LAST)));
        all.put("papers end on another day", otherwise(PapersEnd.class,
                n -> new PapersEnd(n.mentor(), LAST.minusDays(19))));
        all.put("never meets, though they could", otherwise(FitsLess.class,
                n -> new NeverMeets(n.mentor(), 0, 0)));
        all.put("here on fewer days than they are", otherwise(NeverMeets.class,
                n -> new NeverMeets(n.mentor(), ((NeverMeets) n).days() + 1, ((NeverMeets) n).longest())));
        all.put("longer together than they are", otherwise(NeverMeets.class,
                n -> new NeverMeets(n.mentor(), ((NeverMeets) n).days(), ((NeverMeets) n).longest() + 1)));
        all.put("full, and has room", otherwise(FitsLess.class, n -> new Full(n.mentor(), ((FitsLess) n).fit())));
        all.put("has room, and is full", otherwise(Full.class, n -> new FitsLess(n.mentor(), ((Full) n).fit())));
        return all;
    }

    private static Fault chooses(Class<? extends NotThis> kind) {
        return (asked, answer) -> answer.stream().map(p -> p.others().stream().filter(kind::isInstance).findFirst()
                .map(n -> new MentorProposal(p.student(),
                        new Fit(n.mentor(), Map.of(DayOfWeek.MONDAY, 1), Set.of(), Set.of(), false),
                        p.others().stream().filter(o -> o != n).toList()))
                .orElse(p)).toList();
    }

    private static Fault fit(UnaryOperator<Fit> change) {
        return (asked, answer) -> answer.stream().map(p -> p.fit() == null
                ? p
                : new MentorProposal(p.student(), change.apply(p.fit()), p.others())).toList();
    }

    private static Fault others(UnaryOperator<List<NotThis>> change) {
        return (asked, answer) -> answer.stream()
                .map(p -> new MentorProposal(p.student(), p.fit(), change.apply(p.others()))).toList();
    }

    private static Fault otherwise(Class<? extends NotThis> kind, UnaryOperator<NotThis> change) {
        return others(list -> list.stream().map(n -> kind.isInstance(n) ? change.apply(n) : n).toList());
    }

    private static Fit days(Fit f, int more) {
        var days = new HashMap<>(f.days());
        var one = days.keySet().iterator().next();
        days.merge(one, more, Integer::sum);
        return new Fit(f.mentor(), days, f.interests(), f.languages(), f.wished());
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
