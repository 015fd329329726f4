package org.daywatch.planning.agreements.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.daywatch.planning.agreements.clauses.ClauseChecker.Finding;
import org.daywatch.planning.agreements.clauses.ClauseChecker.Found;
import org.daywatch.planning.agreements.clauses.ClauseRule.Demand;
import org.daywatch.planning.agreements.clauses.ClauseRule.Weight;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

/** The shipped rules, read from their migration, against the shipped library and against texts with planted gaps. */
class ClauseCheckerTest {

    private static final Texts TEXTS = new Texts();
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final List<ClauseRule> RULES = shipped();

    @Test
    void theLibraryPassesEveryRuleOfEveryStateInBothLanguages() {
        for (String language : List.of("en", "es")) {
            for (String kind : List.of("SERVICE", "MOU")) {
                for (String state : List.of("AZ", "TX", "FL", "TN")) {
                    assertThat(ClauseChecker.check(library(language), kind, state, DAY, RULES))
                            .as(kind + " in " + state + language).isEmpty();
                }
            }
        }
    }

    /** Each topic a rule names is planted as a gap, and found by name with the rule that asks for it. */
    @Test
    void everyTopicThatIsTakenOutIsNamedByItsRules() {
        for (var rule : RULES) {
            if (rule.demand() != Demand.COVER) continue;
            var gap = library("en").stream().filter(c -> c.topic() != rule.topic()).toList();
            for (String kind : rule.kinds()) {
                var found = ClauseChecker.check(gap, kind, stateOf(rule), DAY, RULES);
                assertThat(found).as(rule.id() + " of " + kind)
                        .anyMatch(f -> f.rule().equals(rule) && f.found() == Found.NOT_COVERED);
                assertThat(found).as("nothing else than " + rule.topic())
                        .allMatch(f -> f.rule().topic() == rule.topic());
            }
        }
    }

    @Test
    void namesTheFiveGapsOfTheNationalSurveyWithTheirShares() {
        var bare = library("en").stream().filter(c -> !Set.of(ClauseTopic.DISCIPLINE, ClauseTopic.RESTRAINT,
                ClauseTopic.FIREARMS, ClauseTopic.ARRESTS, ClauseTopic.REPORTING).contains(c.topic())).toList();
        assertThat(ClauseChecker.check(bare, "SERVICE", "TX", DAY, RULES).stream()
                .filter(f -> f.rule().primaryPercent() != null)
                .map(f -> f.rule().topic() + " " + f.rule().primaryPercent() + " " + f.rule().secondaryPercent()))
                .containsExactlyInAnyOrder("DISCIPLINE 56.4 58.7", "RESTRAINT 38.3 48.7", "FIREARMS 31.7 44.8",
                        "ARRESTS 47.9 63.0", "REPORTING 52.6 71.1");
    }

    @Test
    void tennesseeAsksForSevenThings() {
        assertThat(ClauseChecker.check(List.of(), "SERVICE", "TN", DAY, RULES).stream()
                .filter(f -> f.rule().scope().equals("STATE:TN")).map(f -> f.rule().topic())).containsExactlyInAnyOrder(
                        ClauseTopic.ASSIGNMENT, ClauseTopic.POLICIES, ClauseTopic.COMMUNICATION,
                        ClauseTopic.EMERGENCIES, ClauseTopic.COMPLAINTS, ClauseTopic.SCHEDULE, ClauseTopic.FIREARMS);
    }

    @Test
    void aMemorandumForFederalMoneyMustCoverFourTopics() {
        assertThat(ClauseChecker.check(List.of(), "MOU", "TX", DAY, RULES).stream()
                .filter(f -> f.must() && f.rule().id().startsWith("COPS")).map(f -> f.rule().topic()))
                .containsExactlyInAnyOrder(ClauseTopic.PURPOSE, ClauseTopic.ROLES, ClauseTopic.INFORMATION_SHARING,
                        ClauseTopic.SUPERVISION);
    }

    @Test
    void anAgreementWithoutAWordOnAbsenceIsFound() {
        var gap = library("en").stream().filter(c -> c.topic() != ClauseTopic.ABSENCE).toList();
        assertThat(ClauseChecker.check(gap, "SERVICE", "AZ", DAY, RULES)).singleElement().satisfies(f -> {
            assertThat(f.rule().id()).isEqualTo("ABSENCE-PROCEDURE");
            assertThat(f.must()).isTrue();
        });
    }

    @Test
    void quotesTheSentenceThatLetsAnOfficerDiscipline() {
        assertThat(conflicts(
                "The officer greets students. The officer shall enforce the student code of conduct in the halls. They are friendly."))
                .containsExactly(
                        "DISCIPLINE-BY-OFFICER: The officer shall enforce the student code of conduct in the halls.");
        assertThat(conflicts("El oficial aplica las reglas de la escuela."))
                .containsExactly("DISCIPLINE-BY-OFFICER: El oficial aplica las reglas de la escuela.");
    }

    @Test
    void aSentenceThatDeniesItDoesNotSayIt() {
        assertThat(conflicts(
                "The officer shall not enforce the code of conduct. Officers never decide on suspension. El oficial no aplica la disciplina."))
                .isEmpty();
    }

    @Test
    void findsOrdersToWorkAllRecordsAndStandingDuties() {
        assertThat(conflicts("Officers must accept every shift the agency gives them.")).singleElement().asString()
                .startsWith("FLSA-ORDERED");
        assertThat(conflicts("The officer has full access to student records.")).singleElement().asString()
                .startsWith("FERPA-ALL-RECORDS");
        assertThat(conflicts("The officer covers cafeteria duty every day.")).singleElement().asString()
                .startsWith("STANDING-DUTIES");
    }

    @Test
    void arizonaAsksThatParentsAreToldFromTheDayOfTheLaw() {
        var silent = library("en").stream()
                .map(c -> c.topic() == ClauseTopic.ARRESTS
                        ? new Clause(ClauseTopic.ARRESTS, "Arrests", "A student is arrested out of sight of others.")
                        : c)
                .toList();
        assertThat(ClauseChecker.check(silent, "SERVICE", "AZ", DAY, RULES)).singleElement().satisfies(f -> {
            assertThat(f.rule().id()).isEqualTo("AZ-CUSTODY-NOTICE");
            assertThat(f.found()).isEqualTo(Found.NOT_SAID);
        });
        assertThat(ClauseChecker.check(silent, "SERVICE", "AZ", LocalDate.of(2026, 6, 30), RULES)).isEmpty();
        assertThat(ClauseChecker.check(silent, "SERVICE", "TX", DAY, RULES)).isEmpty();
    }

    @Test
    void whatMustBeComesBeforeWhatIsAdvised() {
        assertThat(ClauseChecker.check(List.of(), "SERVICE", "AZ", DAY, RULES).stream().map(f -> f.rule().weight()))
                .isSorted().contains(Weight.MUST, Weight.ADVISED);
    }

    @Test
    void theMarkOfATextIsAnotherOnceALetterIs() {
        var one = List.of(new Clause(ClauseTopic.PURPOSE, "Purpose", "Safety."));
        assertThat(Clause.hash(one)).hasSize(64)
                .isNotEqualTo(Clause.hash(List.of(new Clause(ClauseTopic.PURPOSE, "Purpose", "Safety!"))));
        assertThat(Clause.hash(one))
                .isEqualTo(Clause.hash(List.of(new Clause(ClauseTopic.PURPOSE, " Purpose ", "Safety.\r\n"))));
    }

    @Test
    void aComparisonKeepsCommonWordsAndLosesNone() {
        var pieces = TextDifference.of("The officer tells the principal today.",
                "The officer tells a parent and the principal.");
        assertThat(pieces.stream().filter(p -> p.kind() != TextDifference.Kind.NEW).map(TextDifference.Piece::words)
                .reduce("", String::concat)).isEqualTo("The officer tells the principal today.");
        assertThat(pieces.stream().filter(p -> p.kind() != TextDifference.Kind.GONE).map(TextDifference.Piece::words)
                .reduce("", String::concat)).isEqualTo("The officer tells a parent and the principal.");
        assertThat(pieces.getFirst().kind()).isEqualTo(TextDifference.Kind.SAME);
    }

    private static List<String> conflicts(String words) {
        var text = new ArrayList<>(library("en"));
        text.add(new Clause(ClauseTopic.OTHER, "Other", words));
        return ClauseChecker.check(text, "SERVICE", "TX", DAY, RULES).stream().map(ClauseCheckerTest::said).toList();
    }

    private static String said(Finding f) {
        return f.rule().id() + ": " + f.quote();
    }

    private static String stateOf(ClauseRule rule) {
        return rule.scope().startsWith("STATE:") ? rule.scope().substring(6) : "TX";
    }

    private static List<Clause> library(String language) {
        return Arrays.stream(ClauseTopic.values()).filter(ClauseTopic::inLibrary)
                .map(t -> new Clause(t, TEXTS.raw(language, "clauses." + t + ".title"),
                        TEXTS.raw(language, "clauses." + t + ".words")))
                .toList();
    }

    /** The rows as the migration inserts them; an IT holds the table against the enums. */
    private static List<ClauseRule> shipped() {
        var row = Pattern.compile(
                "\\('([A-Z0-9-]+)', '([A-Z:]+)', '\\{([A-Z,]+)}', '([A-Z_]+)', '([A-Z_]+)', '([A-Z_]*)', '([A-Z]+)', (null|[0-9.]+), (null|[0-9.]+), '([0-9-]+)', '([^']*)', (true|false)\\)");
        try {
            return row
                    .matcher(Files.readString(
                            Path.of("src/main/java/org/daywatch/planning/migrations/seed/V056__clauses.sql")))
                    .results().map(m -> new ClauseRule(m.group(1), m.group(2),
                            Set.of(m.group(3).split(",")), ClauseTopic.valueOf(m.group(4)), Demand.valueOf(m.group(5)),
                            m.group(6).isEmpty() ? null : ClauseReading.valueOf(m.group(6)),
                            Weight.valueOf(m.group(7)), number(m.group(8)), number(m.group(9)),
                            LocalDate.parse(m.group(10)), null, m.group(11), Boolean.parseBoolean(m.group(12))))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.math.@org.jspecify.annotations.Nullable BigDecimal number(String text) {
        return text.equals("null") ? null : new java.math.BigDecimal(text);
    }

    @Test
    void everyShippedRuleWasRead() {
        assertThat(RULES).hasSize(32);
    }
}
