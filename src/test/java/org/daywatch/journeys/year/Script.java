package org.daywatch.journeys.year;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One of the scripted years, as its README says: src/test/resources/year/STATE. */
public record Script(Path folder, List<LocalDate> schoolDays, List<Fact> facts) {

    /** A shift begins then where nothing is said. */
    public static final LocalTime IN = LocalTime.of(7, 30);
    /** A year is asked for its lines on each of its days: each file is read once. */
    private static final Map<Path, List<NamedCsvRecord>> READ = new ConcurrentHashMap<>();
    private static final Path YEARS = Path.of("src/test/resources/year");
    private static final Map<String, DayOfWeek> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(d -> d.name().substring(0, 2), d -> d));

    /** Something that happened on a day. */
    public record Fact(LocalDate day, String school, String post, String officer, String what, int minutes,
            String detail) {

        public String word() {
            return detail.split(" ")[0];
        }

        /** When a shift or an absence begins, where its detail ends with an hour. */
        public LocalTime from(LocalTime otherwise) {
            var last = detail.substring(detail.lastIndexOf(' ') + 1);
            return last.matches("\\d\\d:\\d\\d") ? LocalTime.parse(last) : otherwise;
        }
    }

    public static Script of(String state) {
        var folder = YEARS.resolve(state);
        var days = schoolDays(folder.resolve("calendar.ics"));
        var facts = rows(folder.resolve("facts.csv")).stream()
                .flatMap(row -> days(row.getField("days"), days).stream().map(day -> fact(day, row)))
                .sorted(Comparator.comparing(Fact::day)).toList();
        return new Script(folder, days, facts);
    }

    public List<NamedCsvRecord> rows(String file) {
        return rows(folder.resolve(file));
    }

    /** Of a file that not every year has. */
    public List<NamedCsvRecord> ifThere(String file) {
        return Files.exists(folder.resolve(file)) ? rows(file) : List.of();
    }

    public List<Fact> until(LocalDate asOf) {
        return facts.stream().filter(f -> !f.day.isAfter(asOf)).toList();
    }

    public LocalDate firstDay() {
        return schoolDays.getFirst();
    }

    public LocalDate lastDay() {
        return schoolDays.getLast();
    }

    private static Fact fact(LocalDate day, NamedCsvRecord row) {
        String what = row.getField("what");
        // a signature falls so many days after the Monday of its week; the week is kept as its detail
        boolean signature = what.startsWith("SIGNED_");
        return new Fact(signature ? day.plusDays(Integer.parseInt(row.getField("detail"))) : day,
                row.getField("school"), row.getField("post"), row.getField("officer"), what,
                Integer.parseInt(row.getField("minutes")), signature ? day.toString() : row.getField("detail"));
    }

    private static List<LocalDate> days(String words, List<LocalDate> schoolDays) {
        if (words.startsWith("weeks "))
            return span(words.substring("weeks ".length())).filter(d -> d.getDayOfWeek() == DayOfWeek.MONDAY).toList();
        if (!words.contains("..")) return List.of(LocalDate.parse(words));
        var parts = words.split(" ");
        var weekdays = Arrays.stream(parts).skip(1).map(WEEKDAYS::get).collect(Collectors.toSet());
        var span = span(parts[0]).collect(Collectors.toSet());
        return schoolDays.stream().filter(d -> span.contains(d) && weekdays.contains(d.getDayOfWeek())).toList();
    }

    private static java.util.stream.Stream<LocalDate> span(String words) {
        var ends = words.split("\\.\\.");
        return LocalDate.parse(ends[0]).datesUntil(LocalDate.parse(ends[1]).plusDays(1));
    }

    /** Read here in few lines of its own, so that the days of the year do not come from the code under test. */
    private static List<LocalDate> schoolDays(Path ics) {
        var days = new TreeSet<LocalDate>();
        var free = new ArrayList<LocalDate>();
        for (String event : read(ics).replace("\r", "").split("BEGIN:VEVENT")) {
            if (!event.contains("SUMMARY:")) continue;
            var first = basic(value(event, "DTSTART;VALUE=DATE:"));
            var span = event.contains("DTEND")
                    ? first.datesUntil(basic(value(event, "DTEND;VALUE=DATE:"))).toList()
                    : List.of(first);
            String title = value(event, "SUMMARY:");
            if (title.startsWith("School year"))
                span.stream().filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0).forEach(days::add);
            else
                if (title.startsWith("Make-up day")) days.addAll(span);
                else if (!title.startsWith("Early release") && !title.startsWith("Final exams")) free.addAll(span);
        }
        free.forEach(days::remove);
        return List.copyOf(days);
    }

    private static String value(String event, String key) {
        int from = event.indexOf(key) + key.length();
        return event.substring(from, event.indexOf('\n', from));
    }

    private static LocalDate basic(String digits) {
        return LocalDate.parse(digits, java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static List<NamedCsvRecord> rows(Path file) {
        return READ.computeIfAbsent(file, f -> CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(read(f)).stream().toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
