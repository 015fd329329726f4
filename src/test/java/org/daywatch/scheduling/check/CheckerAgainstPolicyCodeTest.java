package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapDocument;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two computations that share nothing come to the same: the policies that judge an acceptance, and the checker. Random
 * hours, shifts, pins and limits, about days on which clocks change. Where a rest is asked from their own shifts the
 * two differ on purpose: a job that is judged there stands in the ledger, so the policy code compares it with itself;
 * such limits are left out here.
 */
class CheckerAgainstPolicyCodeTest {

    private static final List<String> KINDS = List.of("DUTY", "OVERTIME", "COURT", "LEAVE", "SICK", "SUSPENDED", "COMP",
            "OFF_DUTY_HERE", "OFF_DUTY_ELSEWHERE");
    private static final List<String> GROUPS = List.of("'WORKED'", "'OFF_DUTY'", "'DUTY'", "'WORKED', 'ABSENT'",
            "'OFF_DUTY_ELSEWHERE', 'COURT'");
    private static final List<String> DAYS = List.of("2026-03-07", "2026-06-29", "2026-10-31");

    private record Case(Draft draft, ZoneId zone, List<HourEntry> hours, TreeMap<String, Window> shifts,
            CapShape shape) {}

    @ParameterizedTest
    @ValueSource(strings = {"CALENDAR_DAY", "WEEK", "MONTH", "ROLLING", "REST_AFTER", "CONTINUOUS", "REST_BETWEEN",
            "BEFORE_SHIFT"})
    void bothFindTheSameSeatsAndTheSameFigures(String shape) {
        int broken = 0;
        int kept = 0;
        for (long seed = 0; seed < 250; seed++) {
            var it = random(new Random(seed), shape);
            var expected = new ArrayList<String>();
            for (var shift : it.shifts().entrySet()) {
                if (shift.getKey().startsWith("pinned")) continue;
                var reading = it.shape().read(ledger(it), shift.getValue(), it.zone()).filter(r -> r.broken());
                if (reading.isPresent())
                    expected.add(shift.getKey() + ": " + reading.get().reached().toMinutes() + " of "
                            + reading.get().limit().toMinutes());
                else
                    kept++;
            }
            var found = it.draft().check().violations().stream().filter(v -> v.code().equals("CAP_" + shape))
                    .map(v -> v.shift() + ": " + v.reached() + " of " + v.limit()).toList();
            assertThat(found).as("seed " + seed + " " + it.draft().problem).isEqualTo(expected);
            broken += expected.size();
        }
        assertThat(broken).as("broken").isGreaterThan(20);
        assertThat(kept).as("kept").isGreaterThan(20);
    }

    private static HourLedger ledger(Case it) {
        var all = new ArrayList<>(it.hours());
        it.shifts().values().forEach(window -> all.add(HourEntry.planned(HourKind.OFF_DUTY_HERE, window)));
        return HourLedger.of(all);
    }

    private static Case random(Random random, String shape) {
        var zone = ZoneId.of(random.nextBoolean() ? "America/New_York" : "America/Phoenix");
        var draft = Draft.in(zone.getId());
        var first = OffsetDateTime.parse(DAYS.get(random.nextInt(DAYS.size())) + "T00:00:00-05:00");
        var hours = new ArrayList<HourEntry>();
        for (int n = random.nextInt(8); n > 0; n--) {
            var window = window(random, first);
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            hours.add(HourEntry.planned(HourKind.valueOf(kind), window));
            draft.append("officers", "O", "hours",
                    "{kind: '%s', start: '%s', end: '%s'}".formatted(kind, text(window.start()), text(window.end())));
        }
        var shifts = new TreeMap<String, Window>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            var window = window(random, first);
            var id = (random.nextInt(4) == 0 ? "pinned" : "free") + n;
            shifts.put(id, window);
            draft.worked(id, text(window.start()), text(window.end()));
            if (id.startsWith("pinned")) draft.pin(id, "O");
        }
        var parameters = parameters(random, shape);
        draft.limit(shape, parameters);
        return new Case(draft, zone, hours, shifts, CapDocument.shape(shape, Draft.node(parameters).toString()));
    }

    /** Within four days, on quarters of an hour, so that edges meet often. */
    private static Window window(Random random, OffsetDateTime first) {
        var start = first.plusMinutes(15L * random.nextInt(4 * 96));
        return new Window(start.toInstant(), start.plusMinutes(15L * (1 + random.nextInt(40))).toInstant());
    }

    private static String text(Instant at) {
        return at.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static String parameters(Random random, String shape) {
        var counts = GROUPS.get(random.nextInt(GROUPS.size()));
        var hours = "%02d:%02d".formatted(4 + random.nextInt(14), 15 * random.nextInt(4));
        var span = "%02d:%02d".formatted(1 + random.nextInt(12), 15 * random.nextInt(4));
        return switch (shape) {
            case "CALENDAR_DAY" -> "{hours: '%s', counts: [%s], days: '%s'}".formatted(hours, counts,
                    List.of("ALL", "WORK_DAY", "DAY_OFF").get(random.nextInt(3)));
            case "WEEK" -> "{hours: '%s', starts_on: '%s', starts_at: '%s', counts: [%s]}".formatted(hours,
                    List.of("SATURDAY", "SUNDAY", "MONDAY").get(random.nextInt(3)),
                    List.of("00:00", "02:30", "03:00", "01:30").get(random.nextInt(4)), counts);
            case "MONTH" -> "{hours: '%s', counts: [%s]}".formatted(hours, counts);
            case "ROLLING" -> "{hours: '%s', length: '24:00', counts: [%s]}".formatted(hours, counts);
            case "REST_AFTER" -> "{hours: '%s', rest: '%s', counts: [%s]}".formatted(hours, span, counts);
            case "CONTINUOUS" -> "{hours: '%s', pause: '%s', counts: [%s]}".formatted(hours,
                    random.nextBoolean() ? "00:00" : span, counts);
            case "REST_BETWEEN" -> "{rest: '%s', other: [%s]}".formatted(span,
                    List.of("'DUTY'", "'COURT', 'OVERTIME'", "'OFF_DUTY_ELSEWHERE'").get(random.nextInt(3)));
            default -> "{less_than: '0%d:00', look_back: '%s', counts: [%s], shifts: [%s]}".formatted(
                    1 + random.nextInt(3), hours, counts,
                    List.of("'DUTY'", "'WORKED'", "'COURT', 'OVERTIME'").get(random.nextInt(3)));
        };
    }
}
