package org.daywatch.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.access.CaseReader.BrokenGlass;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord.Consent;
import org.daywatch.platform.access.CaseRecord.Disclosure;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.ReadingClause.Condition;
import org.daywatch.platform.identity.Capacity;
import org.junit.jupiter.api.Test;

/**
 * The rule in code is the rule in docs/security/who-reads.md: three hundred people and records with their answers were
 * written from that page, line by line, and whatever is changed in the rule is noticed by one of them.
 *
 * <p>A-01, A-02 of docs/security.
 */
class ReadingRuleTest {

    private static final Path PAIRS = Path.of("src/test/resources/access/who-reads.csv");
    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final UUID DISTRICT = new UUID(0, 1);
    private static final UUID SCHOOL = new UUID(0, 2);
    private static final UUID PERSON = new UUID(0, 3);
    private static final UUID CHILD = new UUID(0, 4);
    private static final UUID DEPARTMENT = new UUID(0, 5);
    private static final UUID ELSE = new UUID(0, 9);

    /** A line of the table. */
    private record Pair(String line, Look look, String answer, String clause) {}

    @Test
    void threeHundredPeopleReadWhatTheTextSaysAndNothingElse() throws IOException {
        var pairs = pairs();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(300);
        assertThat(wrong(pairs, ReadingRule.CLAUSES, ReadingRule.GLASS)).isEmpty();
        assertThat(pairs.stream().map(pair -> pair.look().reader().part())).contains(Part.values());
        assertThat(pairs.stream().map(pair -> pair.look().record().kind())).contains(Kind.values());
    }

    @Test
    void theGlassStaysOpenForAQuarterHourAndNotAMomentLonger() {
        var pair = pair("COUNSELOR,CONCERN,school for:HELP glass:14min,B,HELPER_GLASS").look();
        assertThat(ReadingRule.of(pair.reader(), pair.record(), NOW))
                .isEqualTo(new ReadingAnswer.AllowedByGlass("HELPER_GLASS", NOW.plus(Duration.ofMinutes(1))));
        assertThat(ReadingRule.of(pair.reader(), pair.record(), NOW.plus(Duration.ofMinutes(1))))
                .isEqualTo(new ReadingAnswer.MayBreakGlass("HELPER_GLASS"));
    }

    /** Each clause left out, each condition left out, each condition turned round, each word of a list left out. */
    @Test
    void whateverIsChangedInTheRuleIsNoticed() throws IOException {
        var pairs = pairs();
        var unnoticed = new ArrayList<String>();
        var planted = planted();
        planted.forEach((change, clauses) -> {
            if (wrong(pairs, clauses, ReadingRule.GLASS).isEmpty()) unnoticed.add(change);
        });
        for (var condition : ReadingRule.GLASS)
            if (wrong(pairs, ReadingRule.CLAUSES, without(ReadingRule.GLASS, condition)).isEmpty())
                unnoticed.add("glass: " + condition.words());
        assertThat(unnoticed).isEmpty();
        assertThat(planted).hasSizeGreaterThan(150);
    }

    /** The page and the code name the same clauses, in the same words. */
    @Test
    void thePageNamesEveryClauseAndNoOther() throws IOException {
        var page = Files.readString(Path.of("docs/security/who-reads.md"));
        var named = java.util.regex.Pattern.compile("\\(([A-Z]+(?:_[A-Z]+)+|LEFT|PROTECTED)\\)").matcher(page).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());
        var clauses = ReadingRule.CLAUSES.stream().map(ReadingClause::name).collect(Collectors.toSet());
        clauses.add(ReadingRule.NOBODY_ELSE);
        assertThat(named).isEqualTo(clauses);
    }

    /** Every change of one word of the rule, by what was changed. */
    static Map<String, List<ReadingClause>> planted() {
        var planted = new TreeMap<String, List<ReadingClause>>();
        for (int i = 0; i < ReadingRule.CLAUSES.size(); i++) {
            var clause = ReadingRule.CLAUSES.get(i);
            planted.put(clause.name() + " left out", without(ReadingRule.CLAUSES, clause));
            for (var condition : clause.conditions()) {
                planted.put(clause.name() + " without " + condition.words(), changed(i,
                        new ReadingClause(clause.name(), clause.outcome(), without(clause.conditions(), condition))));
                var turned = new ArrayList<>(without(clause.conditions(), condition));
                turned.add(new Condition("not " + condition.words(), look -> !condition.holds().test(look)));
                planted.put(clause.name() + " turned: " + condition.words(),
                        changed(i, new ReadingClause(clause.name(), clause.outcome(), turned)));
            }
            for (var kind : Kind.values())
                planted(planted, i, clause, "kind " + kind,
                        look -> look.record().kind() == kind && named(clause, "kind", kind));
            for (var part : Part.values())
                planted(planted, i, clause, "part " + part,
                        look -> look.reader().part() == part && named(clause, "part", part));
            for (var purpose : Purpose.values())
                planted(planted, i, clause, "purpose " + purpose,
                        look -> look.reader().purpose() == purpose && named(clause, "purpose", purpose));
        }
        return planted;
    }

    /** The same clause, but for those of whom this is so. */
    private static void planted(Map<String, List<ReadingClause>> planted, int i, ReadingClause clause, String word,
            java.util.function.Predicate<Look> butFor) {
        String[] parts = word.split(" ");
        if (!named(clause, parts[0], parts[1])) return;
        var narrower = new ArrayList<>(clause.conditions());
        narrower.add(new Condition("but for " + word, look -> !butFor.test(look)));
        planted.put(clause.name() + " but for " + word,
                changed(i, new ReadingClause(clause.name(), clause.outcome(), narrower)));
    }

    private static boolean named(ReadingClause clause, String what, Object word) {
        return clause.conditions().stream().map(Condition::words).filter(words -> words.startsWith(what + " ["))
                .anyMatch(words -> words.matches(".*[\\[ ]" + word + "[,\\]].*"));
    }

    private static List<ReadingClause> changed(int i, ReadingClause clause) {
        var clauses = new ArrayList<>(ReadingRule.CLAUSES);
        clauses.set(i, clause);
        return clauses;
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(other -> other != one).toList();
    }

    private static List<String> wrong(List<Pair> pairs, List<ReadingClause> clauses, List<Condition> glass) {
        return pairs.stream().filter(pair -> {
            var said = ReadingRule.of(pair.look(), clauses, glass);
            return !said.clause().equals(pair.clause()) || !letter(said).equals(pair.answer());
        }).map(pair -> pair.line() + " but " + ReadingRule.of(pair.look(), clauses, glass)).toList();
    }

    private static String letter(ReadingAnswer answer) {
        return switch (answer) {
            case ReadingAnswer.Allowed _ -> "A";
            case ReadingAnswer.Refused _ -> "R";
            case ReadingAnswer.MayBreakGlass _ -> "G";
            case ReadingAnswer.AllowedByGlass _ -> "B";
        };
    }

    private static List<Pair> pairs() throws IOException {
        return Files.readAllLines(PAIRS).stream().skip(1).map(ReadingRuleTest::pair).toList();
    }

    private static Pair pair(String line) {
        String[] cell = line.split(",", -1);
        var facts = Arrays.stream(cell[2].split(" ")).filter(f -> !f.isEmpty()).collect(Collectors.toSet());
        assertThat(KNOWN).as(line).containsAll(
                facts.stream().map(f -> f.replaceFirst(":.*", "")).collect(Collectors.toSet()));
        var record = new CaseRecord(Kind.valueOf(cell[1]), DISTRICT, SCHOOL, facts.contains("protected"),
                who(facts, "named"), who(facts, "mentioned"), who(facts, "assigned"), facts.contains("shared"),
                facts.contains("own") ? Set.of(CHILD, PERSON) : Set.of(CHILD), disclosure(facts),
                value(facts, "n").map(Integer::parseInt).orElse(0),
                value(facts, "consent").map(Consent::valueOf).orElse(Consent.NOT_NEEDED), facts.contains("held-back"));
        var custody = new EnumMap<Custody, UUID>(Custody.class);
        value(facts, "custody").ifPresent(c -> custody.put(Custody.valueOf(c), CHILD));
        if (facts.contains("custody-other")) custody.put(Custody.FULL, ELSE);
        var byChild = custody.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        var reader = new CaseReader(Part.valueOf(cell[0]), PERSON, !facts.contains("left"), DEPARTMENT,
                facts.contains("district") ? Set.of(DISTRICT, ELSE) : Set.of(ELSE),
                facts.contains("school") ? Set.of(SCHOOL) : Set.of(ELSE),
                value(facts, "for").map(Purpose::valueOf).orElse(Purpose.NONE), capacity(facts), post(facts),
                glass(facts, record), byChild, facts.contains("receipt"));
        return new Pair(line, new Look(reader, record, NOW), cell[3], cell[4]);
    }

    private static final Set<String> KNOWN = new HashSet<>(List.of("district", "school", "assigned", "for", "agent",
            "police", "post", "post-elsewhere", "shared", "protected", "named", "mentioned", "left", "receipt",
            "custody", "custody-other", "disclosed", "to-others", "to-person", "unrecorded", "until", "glass", "n",
            "own", "consent",
            "held-back"));

    private static Set<UUID> who(Set<String> facts, String fact) {
        return facts.contains(fact) ? Set.of(PERSON, ELSE) : Set.of(ELSE);
    }

    private static Optional<String> value(Set<String> facts, String name) {
        return facts.stream().filter(f -> f.startsWith(name + ":")).map(f -> f.substring(name.length() + 1))
                .findFirst();
    }

    private static Capacity capacity(Set<String> facts) {
        if (facts.contains("agent")) return Capacity.SCHOOL_AGENT;
        return facts.contains("police") ? Capacity.PEACE_OFFICER : Capacity.NONE;
    }

    private static Optional<UUID> post(Set<String> facts) {
        if (facts.contains("post-elsewhere")) return Optional.of(ELSE);
        return facts.contains("post") ? Optional.of(SCHOOL) : Optional.empty();
    }

    private static Optional<Disclosure> disclosure(Set<String> facts) {
        return value(facts, "disclosed").map(ground -> new Disclosure(recipient(facts), switch (ground) {
            case "30" -> Ground.CFR_99_30;
            case "31" -> Ground.CFR_99_31;
            case "36" -> Ground.CFR_99_36;
            default -> Ground.NONE;
        }, !facts.contains("unrecorded"),
                NOW.plus(Duration.ofMinutes(value(facts, "until").map(Integer::parseInt).orElse(60)))));
    }

    private static UUID recipient(Set<String> facts) {
        if (facts.contains("to-others")) return ELSE;
        return facts.contains("to-person") ? PERSON : DEPARTMENT;
    }

    private static Optional<BrokenGlass> glass(Set<String> facts, CaseRecord record) {
        if (facts.contains("glass")) return Optional.of(glass(record, "A neighbor called", 2, true));
        return value(facts, "glass").map(how -> switch (how) {
            case "14min" -> glass(record, "A neighbor called", 14, true);
            case "16min" -> glass(record, "A neighbor called", 16, true);
            case "no-reason" -> glass(record, "  ... ", 2, true);
            case "untold" -> glass(record, "A neighbor called", 2, false);
            case "other-record" -> glass(new CaseRecord(record.kind(), DISTRICT, SCHOOL, false, Set.of(), Set.of(),
                    Set.of(ELSE, CHILD), false, Set.of(), Optional.empty(), 0, Consent.NOT_NEEDED, false),
                    "A neighbor called", 2, true);
            default -> throw new AssertionError(how);
        });
    }

    private static BrokenGlass glass(CaseRecord record, String reason, int minutesAgo, boolean told) {
        return new BrokenGlass(record, reason, NOW.minus(Duration.ofMinutes(minutesAgo)), told);
    }
}
