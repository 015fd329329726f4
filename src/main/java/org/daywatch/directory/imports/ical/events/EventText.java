package org.daywatch.directory.imports.ical.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.TextFile;

/**
 * A calendar cut into its events, each with the line it begins on, so that one broken event does not spoil the others.
 */
public record EventText(int line, String text) {
    private static final long LARGEST = 20L << 20;

    /** @param says what the calendar says of itself. @param zone its own, where it names one */
    public record Parts(String name, String says, EventDates.Zone zone, List<EventText> events) {}

    /** As it stands, for an event that cannot be read: which days it brought earlier is told by it. */
    public String uid() {
        return written("UID").findFirst().orElse("line-" + line);
    }

    /** Values of a property exactly as written: a reader that corrects 30 February to the 28th hides a mistake. */
    Stream<String> written(String property) {
        return heads(property)
                .map(line -> line.replaceFirst("^[^:;]*(;[^:\";]*(\"[^\"]*\")?[^:\";]*)*:", "").strip());
    }

    /** Of words for people: what was folded and escaped is plain again. */
    public String words(String property) {
        return written(property).findFirst().orElse("").replaceAll("\\\\[nN]", " ").replaceAll("\\\\([,;\\\\])", "$1")
                .replaceAll("\\s+", " ").strip();
    }

    Optional<String> parameter(String property, String name) {
        return heads(property)
                .map(head -> Pattern.compile(";" + name + "=\"?([^;:\"]+)", Pattern.CASE_INSENSITIVE).matcher(head))
                .filter(Matcher::find).map(m -> m.group(1)).findFirst();
    }

    boolean has(String property, String parameter) {
        return heads(property).anyMatch(head -> head.toUpperCase(Locale.ROOT).contains(";" + parameter));
    }

    private Stream<String> heads(String property) {
        return unfolded().filter(line -> line.regionMatches(true, 0, property, 0, property.length())
                && line.substring(property.length()).matches("[:;].*"));
    }

    private Stream<String> unfolded() {
        return text.replaceAll("\\R[ \\t]", "").replaceAll("(?is)BEGIN:VALARM.*?END:VALARM", "").lines();
    }

    /** The calendar library reads it, so that a broken event is named instead of half understood. */
    void wellFormed() throws EventReader.NotTaken {
        String whole = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Daywatch//Import//EN\r\n" + text
                + "END:VCALENDAR\r\n";
        try {
            new CalendarBuilder().build(new StringReader(whole)).getComponents().stream().findFirst()
                    .orElseThrow(() -> new ParserException(line));
        } catch (IOException | ParserException | RuntimeException e) {
            throw new EventReader.NotTaken(line, "VEVENT",
                    text.lines().filter(l -> l.startsWith("SUMMARY")).findFirst().orElse(""), "imports.calendar.event",
                    rootMessage(e));
        }
    }

    static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) root = root.getCause();
        return String.valueOf(root.getMessage());
    }

    public static Parts cut(TextFile file) throws IOException {
        if (file.size() > LARGEST) {
            throw new IntakeRefused("imports.calendar.large", file.name(), (int) (file.size() >> 20));
        }
        String name = "";
        String says = "";
        String zone = "";
        var events = new ArrayList<EventText>();
        StringBuilder event = null;
        int began = 0;
        int line = 0;
        boolean calendar = false;
        boolean ended = false;
        try (BufferedReader reader = file.reader()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                String upper = text.strip().toUpperCase(Locale.ROOT);
                if (upper.equals("BEGIN:VCALENDAR")) calendar = true;
                if (!upper.isEmpty()) ended = upper.equals("END:VCALENDAR");
                if (!calendar && !upper.isEmpty()) throw notACalendar(file);
                if (upper.startsWith("X-WR-CALNAME:")) name = text.strip().substring(13).strip();
                if (upper.startsWith("X-WR-CALDESC:")) says = text.strip().substring(13).strip();
                if (upper.startsWith("X-WR-TIMEZONE:")) zone = text.strip().substring(14).strip();
                if (upper.equals("BEGIN:VEVENT")) {
                    event = new StringBuilder();
                    began = line;
                }
                if (event != null) event.append(text).append("\r\n");
                if (upper.equals("END:VEVENT") && event != null) {
                    events.add(new EventText(began, event.toString()));
                    event = null;
                }
            }
        }
        if (!calendar) throw notACalendar(file);
        if (!ended) { throw new IntakeRefused("imports.calendar.stops", file.name(), line); }
        if (event != null) events.add(new EventText(began, event.toString()));
        return new Parts(name, says, EventDates.Zone.named(zone), events);
    }

    private static IntakeRefused notACalendar(TextFile file) {
        return new IntakeRefused("imports.calendar.none", file.name());
    }
}
