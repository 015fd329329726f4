package org.daywatch.directory.imports.ical;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.TextFile;

/** A calendar cut into its events, each with the line it begins on, so that one broken event does not spoil the others. */
record EventText(int line, String text) {
    private static final long LARGEST = 20L << 20;

    record Parts(String name, List<EventText> events) {}

    /** As it stands, for an event that cannot be read: which days it brought earlier is told by it. */
    String uid() {
        return written("UID").findFirst().orElse("line-" + line);
    }

    /** Values of a property exactly as written: a reader that corrects 30 February to the 28th hides a mistake. */
    Stream<String> written(String property) {
        return text.replaceAll("\\R[ \\t]", "").lines()
                .filter(line -> line.regionMatches(true, 0, property, 0, property.length()) && line.substring(property.length()).matches("[:;].*"))
                .map(line -> line.replaceFirst("^[^:;]*(;[^:\";]*(\"[^\"]*\")?[^:\";]*)*:", "").strip());
    }

    static Parts cut(TextFile file) throws IOException {
        if (file.size() > LARGEST) {
            throw new IntakeRefused("\"" + file.name() + "\" has " + (file.size() >> 20)
                    + " MB; a school calendar has less than 20. Export one year only.");
        }
        String name = "";
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
        if (!ended) {
            throw new IntakeRefused("\"" + file.name() + "\" stops on line " + line + " without END:VCALENDAR, so days may be missing."
                    + " Download or export it again.");
        }
        if (event != null) events.add(new EventText(began, event.toString()));
        return new Parts(name, events);
    }

    private static IntakeRefused notACalendar(TextFile file) {
        return new IntakeRefused("\"" + file.name() + "\" is not a calendar: an iCalendar file begins with BEGIN:VCALENDAR.");
    }
}
