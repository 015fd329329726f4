package org.daywatch.directory.imports.ical;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.TextFile;

/** A calendar cut into its events, each with the line it begins on, so that one broken event does not spoil the others. */
record EventText(int line, String text) {
    private static final long LARGEST = 20L << 20;

    record Parts(String name, List<EventText> events) {}

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
        try (BufferedReader reader = file.reader()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                String upper = text.strip().toUpperCase(Locale.ROOT);
                if (upper.equals("BEGIN:VCALENDAR")) calendar = true;
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
        if (event != null) events.add(new EventText(began, event.toString()));
        return new Parts(name, events);
    }

    private static IntakeRefused notACalendar(TextFile file) {
        return new IntakeRefused("\"" + file.name() + "\" is not a calendar: an iCalendar file begins with BEGIN:VCALENDAR.");
    }
}
