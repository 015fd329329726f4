package org.daywatch.directory.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.consents.Consent.Giver;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.Consent.State;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.access.CaseRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whose yes and whose no counts. Beside the sentences, a year of asking and answering is drawn at random and told to
 * somebody with a sheet of paper: one line for each person, struck out and written over as things happen. What stands
 * there in the end is what the rule must say; it shares nothing with it.
 */
class ConsentRuleTest {

    private static final Instant BEGIN = Instant.parse("2026-09-01T16:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final UUID MOTHER = new UUID(0, 7);
    private static final UUID FATHER = new UUID(0, 8);
    private static final Set<Giver> BOTH = EnumSet.allOf(Giver.class);

    @Test
    void itStandsFromTheLastYesUntilTheFirstEnd() {
        var asked = List.of(given(null, 0, TODAY.plusDays(90)), given(MOTHER, 5, TODAY.plusDays(30)));
        assertThat(ConsentRule.of(asked, BOTH, Map.of(MOTHER, Custody.SHARED), TODAY))
                .isEqualTo(new ConsentAnswer.Stands(at(5), TODAY.plusDays(30)));
    }

    @Test
    void nobodyWasAskedOrNobodyAnsweredIsMissing() {
        assertThat(ConsentRule.of(List.of(), BOTH, Map.of(), TODAY)).isEqualTo(new ConsentAnswer.Missing(BOTH));
        assertThat(ConsentRule.of(List.of(given(null, 1, TODAY), asked(MOTHER, 2)), BOTH,
                Map.of(MOTHER, Custody.FULL), TODAY)).isEqualTo(new ConsentAnswer.Missing(Set.of(Giver.PARENT)));
    }

    @Test
    void ofTwoWhoShareCustodyOneYesIsEnoughAndOneNoEndsIt() {
        var custody = Map.of(MOTHER, Custody.SHARED, FATHER, Custody.SHARED);
        var yes = List.of(given(null, 0, TODAY), given(MOTHER, 1, TODAY));
        assertThat(ConsentRule.of(yes, BOTH, custody, TODAY)).isInstanceOf(ConsentAnswer.Stands.class);
        var no = new ArrayList<>(yes);
        no.add(said(FATHER, 2, TODAY, new State.Declined(at(2), How.LINK)));
        assertThat(ConsentRule.of(no, BOTH, custody, TODAY))
                .isEqualTo(new ConsentAnswer.Declined(at(2), Giver.PARENT));
        assertThat(ConsentRule.of(no, BOTH, Map.of(MOTHER, Custody.FULL, FATHER, Custody.BARRED), TODAY))
                .as("who has no custody says neither").isInstanceOf(ConsentAnswer.Stands.class);
    }

    @Test
    void aYesFallsWithTheCustodyOfWhoGaveIt() {
        var yes = List.of(given(null, 0, TODAY), given(MOTHER, 1, TODAY));
        assertThat(ConsentRule.of(yes, BOTH, Map.of(MOTHER, Custody.UNKNOWN), TODAY))
                .isEqualTo(new ConsentAnswer.Missing(Set.of(Giver.PARENT)));
    }

    @Test
    void aStudentWhoAsksAloneNeedsNoParentButAParentWithCustodyStillEndsIt() {
        var alone = EnumSet.of(Giver.STUDENT);
        assertThat(ConsentRule.of(List.of(given(null, 0, TODAY)), alone, Map.of(), TODAY))
                .isInstanceOf(ConsentAnswer.Stands.class);
        assertThat(ConsentRule.of(List.of(given(null, 0, TODAY.minusDays(1))), alone, Map.of(), TODAY))
                .isEqualTo(new ConsentAnswer.Lapsed(TODAY.minusDays(1)));
    }

    /** What a no was, a refusal or a change of mind, is nobody's business who wants to read. */
    @Test
    void forReadingANoIsAWithdrawal() {
        assertThat(List.of(new ConsentAnswer.Stands(at(1), TODAY), new ConsentAnswer.Missing(BOTH),
                new ConsentAnswer.Declined(at(1), Giver.STUDENT), new ConsentAnswer.Withdrawn(at(1), Giver.PARENT),
                new ConsentAnswer.Lapsed(TODAY)).stream().map(ConsentAnswer::forReading))
                .containsExactly(CaseRecord.Consent.GIVEN, CaseRecord.Consent.ASKED, CaseRecord.Consent.WITHDRAWN,
                        CaseRecord.Consent.WITHDRAWN, CaseRecord.Consent.LAPSED);
    }

    @Test
    void aYearToldToSomebodyWithASheetOfPaperComesToTheSame() {
        var random = new Random(42);
        var answers = new HashMap<Class<?>, Integer>();
        for (int i = 0; i < 4000; i++) {
            var year = year(random);
            var said = ConsentRule.of(year.asked, year.needed, year.custody, TODAY);
            assertThat(said.getClass().getSimpleName()).as("year %s: %s", i, year.told).isEqualTo(year.expected());
            answers.merge(said.getClass(), 1, Integer::sum);
        }
        assertThat(answers).as("each answer comes up often").hasSize(5)
                .allSatisfy((kind, times) -> assertThat(times).isGreaterThan(50));
    }

    /** A rule that hears something else than what was said must come to something else, in some year. */
    @Test
    void twentyWaysToMishearAreEachNoticed() {
        var misheard = new LinkedHashMap<String, Mishearing>();
        for (var person : java.util.Arrays.asList(null, MOTHER, FATHER)) {
            String who = person == null ? "student" : person.equals(MOTHER) ? "mother" : "father";
            misheard.put(who + " left out", (y, day) -> ConsentRule.of(without(y, c -> same(c, person)), y.needed,
                    y.custody, day));
            misheard.put("a no of the " + who + " not heard", (y, day) -> ConsentRule.of(without(y,
                    c -> same(c, person) && c.state() instanceof State.Declined), y.needed, y.custody, day));
            misheard.put("a withdrawal of the " + who + " not heard", (y, day) -> ConsentRule.of(without(y,
                    c -> same(c, person) && c.state() instanceof State.Withdrawn), y.needed, y.custody, day));
            misheard.put("a yes of the " + who + " not heard", (y, day) -> ConsentRule.of(without(y,
                    c -> same(c, person) && c.state() instanceof State.Given), y.needed, y.custody, day));
            misheard.put("only the first answer of the " + who + " counts", (y, day) -> ConsentRule.of(
                    without(y, c -> same(c, person) && c != y.asked.stream().filter(o -> same(o, person)).findFirst()
                            .orElseThrow()),
                    y.needed, y.custody, day));
        }
        for (var custody : Custody.values())
            misheard.put("everybody has custody " + custody, (y, day) -> ConsentRule.of(y.asked, y.needed,
                    Map.of(MOTHER, custody, FATHER, custody), day));
        misheard.put("custody mixed up", (y, day) -> ConsentRule.of(y.asked, y.needed,
                Map.of(MOTHER, y.custody.get(FATHER), FATHER, y.custody.get(MOTHER)), day));
        misheard.put("the student is enough", (y, day) -> ConsentRule.of(y.asked, EnumSet.of(Giver.STUDENT), y.custody,
                day));
        misheard.put("a parent is enough", (y, day) -> ConsentRule.of(y.asked, EnumSet.of(Giver.PARENT), y.custody,
                day));
        misheard.put("a day later", (y, day) -> ConsentRule.of(y.asked, y.needed, y.custody, day.plusDays(1)));
        misheard.put("a year earlier", (y, day) -> ConsentRule.of(y.asked, y.needed, y.custody, day.minusYears(1)));
        assertThat(misheard).hasSizeGreaterThan(20);
        misheard.forEach((how, hears) -> {
            var random = new Random(42);
            boolean noticed = false;
            for (int i = 0; i < 4000 && !noticed; i++) {
                var year = year(random);
                noticed = !hears.of(year, TODAY).getClass().getSimpleName().equals(year.expected());
            }
            assertThat(noticed).as(how).isTrue();
        });
    }

    private interface Mishearing {
        ConsentAnswer of(Year year, LocalDate day);
    }

    private static boolean same(Consent one, @Nullable UUID person) {
        return java.util.Objects.equals(one.guardian(), person);
    }

    private static List<Consent> without(Year year, java.util.function.Predicate<Consent> what) {
        return year.asked.stream().filter(c -> !what.test(c)).toList();
    }

    /** The sheet of paper: of each person the word that stands, and until when. */
    private static final class Year {
        private final List<Consent> asked = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private final Map<String, String> word = new HashMap<>();
        private final Map<String, Integer> moment = new HashMap<>();
        private final Map<String, LocalDate> end = new HashMap<>();
        private Set<Giver> needed = BOTH;
        private Map<UUID, Custody> custody = Map.of();

        private String expected() {
            var heard = new ArrayList<>(List.of("student"));
            if (Set.of(Custody.FULL, Custody.SHARED).contains(custody.get(MOTHER))) heard.add("mother");
            if (Set.of(Custody.FULL, Custody.SHARED).contains(custody.get(FATHER))) heard.add("father");
            int first = Integer.MAX_VALUE;
            String no = "";
            for (String person : heard) {
                String stands = word.getOrDefault(person, "");
                if ((stands.equals("no") || stands.equals("back")) && moment.get(person) < first) {
                    first = moment.get(person);
                    no = stands;
                }
            }
            if (!no.isEmpty()) return no.equals("no") ? "Declined" : "Withdrawn";
            boolean missing = false;
            boolean over = false;
            for (var giver : needed) {
                var yes = heard.stream().filter(p -> p.equals("student") == (giver == Giver.STUDENT))
                        .filter(p -> word.getOrDefault(p, "").equals("yes")).toList();
                if (yes.isEmpty()) missing = true;
                else if (yes.stream().allMatch(p -> end.get(p).isBefore(TODAY))) over = true;
            }
            return missing ? "Missing" : over ? "Lapsed" : "Stands";
        }
    }

    private static Year year(Random random) {
        var year = new Year();
        year.needed = random.nextInt(4) == 0 ? EnumSet.of(Giver.STUDENT) : BOTH;
        year.custody = Map.of(MOTHER, Custody.values()[random.nextInt(4)], FATHER,
                Custody.values()[random.nextInt(4)]);
        for (int hour = 1; hour <= 3 + random.nextInt(4); hour++) {
            String person = List.of("student", "student", "mother", "father").get(random.nextInt(4));
            UUID guardian = person.equals("mother") ? MOTHER : person.equals("father") ? FATHER : null;
            var until = TODAY.plusDays(List.of(-40, -1, 0, 90, 90, 90).get(random.nextInt(6)));
            int what = random.nextInt(8);
            String said = what == 0 ? "no" : what == 1 ? "back" : what == 2 ? "nothing" : "yes";
            var state = switch (said) {
                case "no" -> new State.Declined(at(hour), How.LINK);
                case "back" -> new State.Withdrawn(at(hour).minusSeconds(60), at(hour), How.LINK);
                case "yes" -> new State.Given(at(hour), How.LINK);
                default -> new State.Asked();
            };
            year.asked.add(said(guardian, hour, until, state));
            year.told.add(person + " " + said + " until " + until);
            if (said.equals("nothing")) continue;
            year.word.put(person, said);
            year.moment.put(person, hour);
            year.end.put(person, until);
        }
        return year;
    }

    private static Consent given(@Nullable UUID guardian, int hour, LocalDate until) {
        return said(guardian, hour, until, new State.Given(at(hour), How.LINK));
    }

    private static Consent asked(@Nullable UUID guardian, int hour) {
        return said(guardian, hour, TODAY.plusDays(9), new State.Asked());
    }

    private static Consent said(@Nullable UUID guardian, int hour, LocalDate until, State state) {
        return new Consent(new UUID(1, hour), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), Matter.MENTORING,
                new UUID(0, 5), guardian, "en", at(hour).minusSeconds(600), until, state);
    }

    private static Instant at(int hour) {
        return BEGIN.plus(Duration.ofHours(hour));
    }
}
