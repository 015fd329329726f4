package org.daywatch.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord.Consent;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.identity.Capacity;
import org.junit.jupiter.api.Test;

/**
 * Three hundred people and records of care, drawn at random, each looked at twice: as the school's agent, and after the
 * officer became a peace officer half-way. What is expected is said here a second time, record by record and by the
 * facts that were drawn, from docs/security/who-reads.md and without a clause of the rule.
 */
class CareReadersTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final UUID DISTRICT = new UUID(0, 1);
    private static final UUID SCHOOL = new UUID(0, 2);
    private static final UUID PERSON = new UUID(0, 3);
    private static final UUID CHILD = new UUID(0, 4);
    private static final UUID ELSE = new UUID(0, 9);
    private static final List<Kind> CARE = List.of(Kind.CARE_STATE, Kind.CARE_CAUSE, Kind.MATCH, Kind.CONFERENCE,
            Kind.AGREEMENT, Kind.PERIOD, Kind.RESTRAINT, Kind.DIVERSION, Kind.OWN_ACCOUNT);

    private record Drawn(Part part, Kind kind, Purpose purpose, Consent consent, Custody custody, Capacity capacity,
            boolean member, boolean district, boolean school, boolean post, boolean assigned, boolean hidden,
            boolean named, boolean mentioned, boolean own, boolean code, boolean heldBack) {

        Drawn as(Capacity other) {
            return new Drawn(part, kind, purpose, consent, custody, other, member, district, school, post, assigned,
                    hidden, named, mentioned, own, code, heldBack);
        }

        Look look() {
            var record = new CaseRecord(kind, DISTRICT, SCHOOL, hidden, one(named), one(mentioned), one(assigned),
                    false, own ? Set.of(PERSON) : Set.of(CHILD), Optional.empty(), 1, consent, heldBack);
            var reader = new CaseReader(part, PERSON, member, ELSE, Set.of(district ? DISTRICT : ELSE),
                    Set.of(school ? SCHOOL : ELSE), purpose, capacity, Optional.of(post ? SCHOOL : ELSE),
                    Optional.empty(), Map.of(CHILD, custody), code);
            return new Look(reader, record, NOW);
        }

        private static Set<UUID> one(boolean reader) {
            return Set.of(reader ? PERSON : ELSE);
        }
    }

    @Test
    void threeHundredReadOfCareWhatTheTextSaysAlsoWhenAnOfficerBecomesAPeaceOfficerHalfWay() {
        var drawn = drawn(new Random(20261117), 300);
        var looks = new ArrayList<Drawn>();
        drawn.forEach(one -> looks.addAll(List.of(one.as(Capacity.SCHOOL_AGENT), one.as(Capacity.PEACE_OFFICER))));
        assertThat(looks.stream().filter(one -> reads(ReadingRule.CLAUSES, one) != expected(one))).isEmpty();
        assertThat(looks.stream().filter(CareReadersTest::expected)).as("somebody reads").hasSizeGreaterThan(50);
        assertThat(drawn.stream().filter(one -> expected(one.as(Capacity.SCHOOL_AGENT))
                && !expected(one.as(Capacity.PEACE_OFFICER)))).as("closed by the switch").hasSizeGreaterThan(5);
    }

    /** Whoever says a second time what is expected must see when the rule says something else. */
    @Test
    void aChangedRuleIsSeenByWhatIsExpectedHere() {
        var looks = drawn(new Random(7), 3_000);
        var noticed = ReadingRuleTest.planted().entrySet().stream()
                .filter(planted -> looks.stream().anyMatch(one -> reads(planted.getValue(), one) != expected(one)))
                .map(Map.Entry::getKey).toList();
        assertThat(noticed).hasSizeGreaterThan(20).anyMatch(change -> change.startsWith("CONSENT_WITHDRAWN"))
                .anyMatch(change -> change.startsWith("OFFICER_CARE"))
                .anyMatch(change -> change.startsWith("HELD_BACK"));
    }

    private static boolean reads(List<ReadingClause> clauses, Drawn one) {
        return ReadingRule.of(one.look(), clauses, ReadingRule.GLASS) instanceof ReadingAnswer.Allowed;
    }

    private static boolean expected(Drawn d) {
        if (d.part == Part.STUDENT) return d.kind == Kind.OWN_ACCOUNT && d.own && d.code;
        if (d.part == Part.WRITER || !d.member || d.mentioned || d.hidden && !d.named) return false;
        if (d.kind == Kind.OWN_ACCOUNT) {
            if (d.part == Part.RECORDS_KEEPER) return d.district && d.assigned && d.purpose == Purpose.RECORDS;
            return d.part == Part.PARENT && !d.own && !d.heldBack
                    && (d.custody == Custody.FULL || d.custody == Custody.SHARED);
        }
        boolean held = d.kind == Kind.RESTRAINT;
        boolean offered = d.kind == Kind.DIVERSION;
        if (d.consent == Consent.WITHDRAWN && !held && !offered) return false;
        return switch (d.part) {
            case COUNSELOR -> d.school && d.assigned && d.purpose == Purpose.HELP;
            case PRINCIPAL -> d.school && (d.kind == Kind.CARE_STATE || d.kind == Kind.PERIOD
                    || d.purpose == Purpose.HELP || d.purpose == Purpose.SAFETY);
            case TEACHER -> d.school && d.assigned && d.purpose == Purpose.HELP
                    && Set.of(Kind.PERIOD, Kind.CONFERENCE, Kind.AGREEMENT).contains(d.kind);
            case OFFICER -> {
                if (d.capacity != Capacity.SCHOOL_AGENT || !d.post || !d.assigned) yield false;
                if (held) yield d.purpose == Purpose.SAFETY;
                if (offered) yield false;
                yield d.purpose == Purpose.HELP && d.kind != Kind.CARE_CAUSE && d.kind != Kind.PERIOD
                        && d.consent != Consent.ASKED && d.consent != Consent.LAPSED;
            }
            case RECORDS_KEEPER -> d.district && d.assigned && d.purpose == Purpose.RECORDS
                    && d.kind != Kind.CARE_STATE && d.kind != Kind.PERIOD;
            default -> false;
        };
    }

    /** Most of what must be so for somebody to read is so, most of the time: else nearly nobody would read. */
    private static List<Drawn> drawn(Random random, int count) {
        var all = new ArrayList<Drawn>();
        for (int i = 0; i < count; i++) {
            var part = random.nextInt(3) == 0 ? Part.OFFICER : pick(random, Part.values());
            var purpose = random.nextInt(4) > 0 ? usual(part) : pick(random, Purpose.values());
            all.add(new Drawn(part, CARE.get(random.nextInt(CARE.size())), purpose, pick(random, Consent.values()),
                    pick(random, Custody.values()), random.nextBoolean() ? Capacity.SCHOOL_AGENT : Capacity.NONE,
                    often(random), often(random), often(random), often(random), often(random), !often(random),
                    random.nextBoolean(), !often(random), random.nextInt(3) == 0 || part == Part.STUDENT,
                    random.nextBoolean(), random.nextInt(4) == 0));
        }
        return all;
    }

    private static Purpose usual(Part part) {
        return part == Part.RECORDS_KEEPER ? Purpose.RECORDS : Purpose.HELP;
    }

    private static boolean often(Random random) {
        return random.nextInt(8) > 0;
    }

    private static <T> T pick(Random random, T[] among) {
        return among[random.nextInt(among.length)];
    }
}
