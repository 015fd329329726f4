package org.daywatch.restorative.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.identity.Role;
import org.daywatch.restorative.RestorativeEvent.GateOverruled;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.gate.GateAct.Duty;
import org.daywatch.restorative.gate.GateAct.Topic;
import org.daywatch.restorative.gate.GateAnswer.Overrule;
import org.daywatch.restorative.gate.GateAnswer.Words;
import org.daywatch.restorative.gate.GateFacts.Danger;
import org.daywatch.restorative.gate.GateFacts.Wanted;
import org.daywatch.restorative.gate.GateFinding.OfficerPart;
import org.daywatch.restorative.gate.GateFinding.ParentNotice;
import org.junit.jupiter.api.Test;

/** The gate as the shipped rows say it, against cases that were written by hand from the text of the rules. */
class GateTest {

    private static final Pattern ROW = Pattern
            .compile(
                    "\\('([A-Z_]+)', '([A-Z:]+)', '([A-Z]+)', '([A-Z]+)', (\\d+), '([0-9-]+)', null, '([^']+)', true\\)");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");

    private final List<GateAct> shipped = shipped();
    private final List<String[]> cases = read("src/test/resources/restorative/gate-cases.csv").lines()
            .filter(line -> !line.startsWith("#")).map(line -> line.split("\\|", -1)).toList();

    @Test
    void everyCaseLandsOnItsPathWithItsOfficerItsParentsItsClauseAndItsRows() {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        assertThat(wrong(shipped)).isEmpty();
    }

    @Test
    void theCasesKnowEveryRowAndEveryAnswer() {
        assertThat(shipped).hasSizeGreaterThan(30);
        var because = cases.stream().flatMap(c -> Arrays.stream(c[12].split(","))).distinct().toList();
        assertThat(because).containsAll(shipped.stream().map(GateAct::version).toList());
        assertThat(cases.stream().map(c -> OfficerPart.valueOf(c[8]))).containsAll(EnumSet.allOf(OfficerPart.class));
        assertThat(cases.stream().map(c -> ParentNotice.valueOf(c[10])))
                .containsAll(EnumSet.allOf(ParentNotice.class));
        assertThat(cases.stream().map(c -> Danger.valueOf(c[3]))).containsAll(EnumSet.allOf(Danger.class));
    }

    /** A row that goes, that says something else, that ends a day too early or is another state's. */
    @Test
    void everyChangeOfARowIsNoticed() {
        int planted = 0;
        for (var row : shipped) {
            for (var fault : faults(row)) {
                var rows = new ArrayList<>(shipped);
                rows.remove(row);
                rows.addAll(fault);
                assertThat(wrong(rows)).as("%s instead of %s", fault, row).isNotEmpty();
                planted++;
            }
        }
        assertThat(planted).isGreaterThan(150);
    }

    private static List<List<GateAct>> faults(GateAct a) {
        var faults = new ArrayList<List<GateAct>>();
        faults.add(List.of());
        for (var duty : Duty.values())
            if (duty != a.duty()) faults.add(List.of(row(a, a.scope(), duty, a.validFrom(), null)));
        faults.add(List.of(row(a, a.scope().equals("ALL") ? "STATE:WY" : "STATE:WV", a.duty(), a.validFrom(), null)));
        faults.add(List.of(row(a, a.scope(), a.duty(), a.validFrom(), LocalDate.of(2022, 5, 1))));
        faults.add(List.of(row(a, a.scope(), a.duty(), a.validFrom().plusDays(1), null)));
        return faults;
    }

    private static GateAct row(GateAct a, String scope, Duty duty, LocalDate from, LocalDate to) {
        return new GateAct(a.code(), scope, a.topic(), duty, a.place(), from, to, a.source(), a.toConfirm());
    }

    @Test
    void aRowHoldsOnItsLastDayAndNotOnTheNext() {
        var ends = new GateAct("TOOL", "STATE:AZ", Topic.WEAPON, Duty.POLICE, 1, DAY.minusYears(1), DAY, "a law",
                false);
        var all = List.of(ends, row(ends, "ALL", Duty.SCHOOL, DAY.minusYears(9), null));
        assertThat(GateAct.of(all, "AZ", DAY)).extracting(GateAct::duty).containsExactly(Duty.POLICE);
        assertThat(GateAct.of(all, "AZ", DAY.plusDays(1))).extracting(GateAct::duty).containsExactly(Duty.SCHOOL);
        assertThat(GateAct.of(all, "NM", DAY)).extracting(GateAct::duty).containsExactly(Duty.SCHOOL);
    }

    @Test
    void nobodyAsksAboutNothingAndAnUnnamedEducatorInvitesNobody() {
        assertThatThrownBy(() -> Gate.answer(new GateFacts(Danger.NO, List.of(), Wanted.NOTHING, "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Gate.answer(facts(Danger.NO, "FIGHT", Wanted.HELP, " ")).officer())
                .isEqualTo(OfficerPart.STEPS_BACK);
        assertThat(Gate.answer(facts(Danger.NO, "FIGHT", Wanted.DISCIPLINE, "Robin Sage")).officer())
                .as("who invites them to discipline invites nobody").isEqualTo(OfficerPart.STEPS_BACK);
    }

    @Test
    void onlyAPrincipalChoosesAnotherPathOnceWithAReasonAndNeverAgainstDanger() {
        var school = answer(facts(Danger.NO, "FIGHT", Wanted.NOTHING, ""));
        var enough = "One of them had a knife that we found only afterward";
        assertThat(code(school.decide(overrule(GatePath.SCHOOL, enough, Role.PRINCIPAL), NOW)))
                .isEqualTo(RestorativeRefusal.GATE_SAME_PATH);
        assertThat(code(school.decide(overrule(GatePath.PROTECT, enough, Role.PRINCIPAL), NOW)))
                .isEqualTo(RestorativeRefusal.GATE_PROTECT_STAYS);
        assertThat(code(school.decide(overrule(GatePath.POLICE, enough, Role.OFFICER), NOW)))
                .isEqualTo(RestorativeRefusal.GATE_NOT_BY_OFFICER);
        var shortReason = school.decide(overrule(GatePath.POLICE, "One two three four five six seven", Role.PRINCIPAL),
                NOW);
        assertThat(code(shortReason)).isEqualTo(RestorativeRefusal.GATE_REASON_SHORT);
        assertThat(((Decision.Rejected<GateAnswer>) shortReason).details()).isEqualTo(Map.of("fewest", 8L));
        var danger = answer(facts(Danger.UNKNOWN, "FIGHT", Wanted.NOTHING, ""));
        assertThat(code(danger.decide(overrule(GatePath.SCHOOL, enough, Role.PRINCIPAL), NOW)))
                .isEqualTo(RestorativeRefusal.GATE_PROTECT_STAYS);

        var decided = (Decision.Accepted<GateAnswer>) school
                .decide(overrule(GatePath.POLICE, " " + enough + " ", Role.PRINCIPAL), NOW);
        assertThat(decided.state().stands()).isEqualTo(GatePath.POLICE);
        assertThat(decided.state().officer()).isEqualTo(OfficerPart.AS_POLICE);
        assertThat(decided.state().parent()).isEqualTo(ParentNotice.ASK_POLICE_FIRST);
        assertThat(decided.state().words().reason()).isEqualTo(enough);
        assertThat(decided.facts()).singleElement().isInstanceOfSatisfying(GateOverruled.class, fact -> {
            assertThat(fact.from()).isEqualTo("SCHOOL");
            assertThat(fact.to()).isEqualTo("POLICE");
        });
        assertThat(code(decided.state().decide(overrule(GatePath.SCHOOL, enough, Role.PRINCIPAL), NOW)))
                .isEqualTo(RestorativeRefusal.GATE_OVERRULED_ALREADY);

        var police = answer(facts(Danger.NO, "DRUGS_HELD", Wanted.HELP, "Robin Sage"));
        var back = ((Decision.Accepted<GateAnswer>) police.decide(overrule(GatePath.SCHOOL, enough, Role.PRINCIPAL),
                NOW)).state();
        assertThat(back.officer()).as("whoever overrules invites nobody").isEqualTo(OfficerPart.STEPS_BACK);
        assertThat(back.parent()).isEqualTo(ParentNotice.AS_SCHOOL_DOES);
    }

    private static Object code(Decision<GateAnswer> decision) {
        return ((Decision.Rejected<GateAnswer>) decision).code();
    }

    private static Overrule overrule(GatePath to, String reason, Role role) {
        return new Overrule(to, reason, 8, new UUID(0, 3), "Robin Sage", role, DAY);
    }

    private static GateAnswer answer(GateFacts facts) {
        return new GateAnswer(new UUID(0, 1), new UUID(0, 2), new UUID(0, 4), DAY, facts.danger(),
                facts.acts().stream().map(GateAct::code).toList(), Gate.answer(facts), new UUID(0, 5), Role.TEACHER,
                new Words(facts.educator(), ""), null);
    }

    private GateFacts facts(Danger danger, String act, Wanted wanted, String educator) {
        return new GateFacts(danger,
                GateAct.of(shipped, "AZ", DAY).stream().filter(a -> a.code().equals(act)).toList(), wanted, educator);
    }

    /** The cases that these rows get wrong. */
    private List<String> wrong(List<GateAct> rows) {
        return cases.stream().filter(c -> !said(rows, c).equals(expected(c))).map(c -> c[0] + ": " + said(rows, c))
                .toList();
    }

    private static String expected(String[] c) {
        return String.join("|", c[7], c[8], c[9], c[10], c[11], sorted(c[12]));
    }

    private static String said(List<GateAct> rows, String[] c) {
        var codes = List.of(c[4].split(","));
        var acts = GateAct.of(rows, c[1], LocalDate.parse(c[2])).stream().filter(a -> codes.contains(a.code()))
                .toList();
        if (acts.size() != codes.size()) return "no row for one of " + codes;
        var f = Gate.answer(new GateFacts(Danger.valueOf(c[3]), acts, Wanted.valueOf(
                c[5].equals("NO") ? "NOTHING" : c[5]), c[6]));
        return String.join("|", f.path().name(), f.officer().name(), f.isImproper() ? "yes" : "no", f.parent().name(),
                f.path().clause(), sorted(String.join(",", f.because())));
    }

    private static String sorted(String words) {
        return Arrays.stream(words.split(",")).sorted().toList().toString();
    }

    private static List<GateAct> shipped() {
        return ROW.matcher(read("src/main/java/org/daywatch/restorative/migrations/seed/V051__gate.sql")).results()
                .map(m -> new GateAct(m.group(1), m.group(2), Topic.valueOf(m.group(3)), Duty.valueOf(m.group(4)),
                        Integer.parseInt(m.group(5)), LocalDate.parse(m.group(6)), null, m.group(7), true))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
