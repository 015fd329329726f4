package org.daywatch.directory.imports.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.imports.titles.Titles;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred series drawn at random, as the file has them against an expansion that looks at one day after the other
 * and shares nothing with it.
 */
class RepeatedDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 3);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 28);
    private static final int RULES = 200;
    private static final String[] NAMES = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    @TempDir Path folder;

    /** @param ordinal 0: every such weekday */
    private record Weekday(int ordinal, DayOfWeek day) {

        String text() {
            return (ordinal == 0 ? "" : ordinal) + NAMES[day.ordinal()];
        }
    }

    private record Rule(String freq, int interval, List<Integer> months, List<Integer> monthDays,
            List<Weekday> weekdays, List<Integer> positions, int count, LocalDate until) {

        String text() {
            return "FREQ=" + freq + (interval == 1 ? "" : ";INTERVAL=" + interval) + list(";BYMONTH=", months)
                    + list(";BYMONTHDAY=", monthDays)
                    + (weekdays.isEmpty()
                            ? ""
                            : ";BYDAY=" + weekdays.stream().map(Weekday::text).collect(Collectors.joining(",")))
                    + list(";BYSETPOS=", positions)
                    + (count == 0 ? "" : ";COUNT=" + count) + (until == null ? "" : ";UNTIL=" + basic(until));
        }

        private static String list(String name, List<Integer> numbers) {
            return numbers.isEmpty()
                    ? ""
                    : name + numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    @Test
    void twoHundredRandomSeriesFallOnTheDaysTheyFallOn() throws IOException {
        var random = new Random(20261117);
        int met = 0;
        int withDays = 0;
        for (int i = 0; i < RULES; i++) {
            var rule = rule(random);
            var start = seed(rule, LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2900)));
            if (start == null) continue;
            var days = new TreeSet<>(days(rule, start));
            var lines = new ArrayList<>(List.of("UID:s", "DTSTART;VALUE=DATE:" + basic(start), "RRULE:" + rule.text(),
                    "SUMMARY:Late start"));
            var pool = days.stream().filter(d -> !d.isBefore(FIRST) && !d.isAfter(LAST)).toList();
            var moved = new ArrayList<String>();
            if (!pool.isEmpty() && random.nextBoolean()) {
                var gone = pool.get(random.nextInt(pool.size()));
                lines.add("EXDATE;VALUE=DATE:" + basic(gone));
                days.remove(gone);
            }
            if (random.nextInt(3) == 0) {
                var more = FIRST.plusDays(random.nextInt(290));
                lines.add("RDATE;VALUE=DATE:" + basic(more));
                if (!lines.contains("EXDATE;VALUE=DATE:" + basic(more))) days.add(more);
            }
            if (!pool.isEmpty() && random.nextInt(3) == 0) {
                var from = pool.get(random.nextInt(pool.size()));
                var to = from.plusDays(1 + random.nextInt(3));
                moved.addAll(List.of("UID:s", "RECURRENCE-ID;VALUE=DATE:" + basic(from),
                        "DTSTART;VALUE=DATE:" + basic(to), "SUMMARY:Half day"));
                days.remove(from);
                days.remove(to); // the day of its own goes before the series
            }
            var expected = days.stream().filter(d -> !d.isBefore(FIRST) && !d.isAfter(LAST)).toList();
            assertThat(read(lines, moved)).as("%d: %s from %s %s", i, rule.text(), start, lines).isEqualTo(expected);
            met++;
            withDays += expected.isEmpty() ? 0 : 1;
        }
        System.out.println("series compared: " + met + ", with days in the year: " + withDays);
        assertThat(met).isGreaterThanOrEqualTo(190);
        assertThat(withDays).isGreaterThan(100);
    }

    private List<LocalDate> read(List<String> lines, List<String> moved) throws IOException {
        String text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:" + basic(FIRST) + "\nDTEND;VALUE=DATE:"
                + basic(LAST.plusDays(1)) + "\nSUMMARY:School year\nEND:VEVENT\n"
                + event(lines) + (moved.isEmpty() ? "" : event(moved)) + "END:VCALENDAR\n";
        Path file = Files.writeString(folder.resolve("x.ics"), text);
        var run = new ImportRun(ImportKind.CALENDAR, new ImportFile(file, "x.ics", null), true,
                new CalendarFileTest.NoLedger());
        var calendar = CalendarFile.read(TextFile.open(file, "x.ics"), run, Titles.asWritten(), YearEnds.Known.NOTHING);
        assertThat(run.report().refused()).as(text).isEmpty();
        return calendar.events().stream().filter(e -> e.event().kind() == DayKind.LATE_START)
                .flatMap(e -> e.slots().stream()).map(CalendarFile.Slot::day).sorted().toList();
    }

    private static String event(List<String> lines) {
        return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    private static String basic(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private static Rule rule(Random random) {
        String freq = List.of("DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY")
                .get(random.nextInt(7));
        int interval = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
        List<Integer> months = freq.equals("YEARLY") && random.nextInt(3) > 0
                ? some(random, 1, 12, 1 + random.nextInt(2))
                : List.of();
        List<Integer> monthDays = List.of();
        List<Weekday> weekdays = List.of();
        List<Integer> positions = List.of();
        int shape = random.nextInt(4);
        if (freq.equals("WEEKLY") && shape > 0) weekdays = weekdays(random, false);
        if (freq.equals("DAILY") && shape == 0) weekdays = weekdays(random, false);
        if (freq.equals("MONTHLY") || freq.equals("YEARLY")) {
            if (shape == 0)
                monthDays = random.nextBoolean()
                        ? some(random, 1, 28, 1 + random.nextInt(2))
                        : List.of(-1 - random.nextInt(3));
            if (shape == 1) weekdays = weekdays(random, true);
            if (shape == 2 && (freq.equals("MONTHLY") || !months.isEmpty())) {
                weekdays = weekdays(random, false);
                positions = List.of(List.of(1, 2, -1, 3).get(random.nextInt(4)));
            }
        }
        int end = random.nextInt(4);
        return new Rule(freq, interval, months, monthDays, weekdays, positions, end == 0 ? 1 + random.nextInt(400) : 0,
                end == 1 ? LocalDate.of(2025, 1, 1).plusDays(random.nextInt(900)) : null);
    }

    private static List<Integer> some(Random random, int from, int to, int many) {
        return random.ints(from, to + 1).distinct().limit(many).sorted().boxed().toList();
    }

    private static List<Weekday> weekdays(Random random, boolean ordinals) {
        return some(random, 1, 7, 1 + random.nextInt(2)).stream().map(
                d -> new Weekday(ordinals ? List.of(1, 2, 3, 4, -1, -2).get(random.nextInt(6)) : 0, DayOfWeek.of(d)))
                .toList();
    }

    /** The first day from then on that the rule itself means. */
    private static LocalDate seed(Rule rule, LocalDate from) {
        for (LocalDate day = from; day.isBefore(from.plusYears(5)); day = day.plusDays(1)) {
            LocalDate candidate = day;
            if ((rule.until() == null || !day.isAfter(rule.until())) && matches(rule, candidate, candidate))
                return candidate;
        }
        return null;
    }

    private static List<LocalDate> days(Rule rule, LocalDate start) {
        var days = new ArrayList<LocalDate>();
        for (LocalDate day = start; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (rule.until() != null && day.isAfter(rule.until()) || rule.count() > 0 && days.size() == rule.count())
                break;
            if (matches(rule, start, day)) days.add(day);
        }
        return days;
    }

    private static boolean matches(Rule rule, LocalDate start, LocalDate day) {
        if (!inPeriod(rule, start, day) || !fits(rule, start, day)) return false;
        if (rule.positions().isEmpty()) return true;
        var month = YearMonth.from(day);
        var set = new ArrayList<LocalDate>();
        if (rule.freq().equals("MONTHLY"))
            for (int d = 1; d <= month.lengthOfMonth(); d++)
                if (fits(rule, start, month.atDay(d))) set.add(month.atDay(d));
        if (rule.freq().equals("YEARLY"))
            for (LocalDate d = LocalDate.of(day.getYear(), 1, 1); d.getYear() == day.getYear(); d = d.plusDays(1))
                if (fits(rule, start, d)) set.add(d);
        return rule.positions().stream().anyMatch(p -> {
            int at = p > 0 ? p - 1 : set.size() + p;
            return at >= 0 && at < set.size() && set.get(at).equals(day);
        });
    }

    private static boolean inPeriod(Rule rule, LocalDate start, LocalDate day) {
        long periods = switch (rule.freq()) {
            case "DAILY" -> ChronoUnit.DAYS.between(start, day);
            case "WEEKLY" -> ChronoUnit.WEEKS.between(start.with(DayOfWeek.MONDAY), day.with(DayOfWeek.MONDAY));
            case "MONTHLY" -> ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(day));
            default -> day.getYear() - start.getYear();
        };
        return periods % rule.interval() == 0;
    }

    private static boolean fits(Rule rule, LocalDate start, LocalDate day) {
        if (!rule.months().isEmpty() && !rule.months().contains(day.getMonthValue())) return false;
        if (!rule.monthDays().isEmpty())
            return rule.monthDays().stream()
                    .anyMatch(n -> (n > 0 ? n : day.lengthOfMonth() + 1 + n) == day.getDayOfMonth());
        if (!rule.weekdays().isEmpty())
            return rule.weekdays().stream()
                    .anyMatch(w -> w.day() == day.getDayOfWeek() && (w.ordinal() == 0 || ordinal(rule, w, day)));
        return switch (rule.freq()) {
            case "DAILY" -> true;
            case "WEEKLY" -> day.getDayOfWeek() == start.getDayOfWeek();
            case "MONTHLY" -> day.getDayOfMonth() == start.getDayOfMonth();
            default -> day.getDayOfMonth() == start.getDayOfMonth()
                    && (!rule.months().isEmpty() || day.getMonth() == start.getMonth());
        };
    }

    /** The nth of its month, or, for a year without months, of its year. */
    private static boolean ordinal(Rule rule, Weekday weekday, LocalDate day) {
        boolean ofYear = rule.freq().equals("YEARLY") && rule.months().isEmpty();
        int at = ofYear ? day.getDayOfYear() : day.getDayOfMonth();
        int length = ofYear ? day.lengthOfYear() : day.lengthOfMonth();
        return weekday.ordinal() > 0
                ? (at - 1) / 7 + 1 == weekday.ordinal()
                : (length - at) / 7 + 1 == -weekday.ordinal();
    }
}
