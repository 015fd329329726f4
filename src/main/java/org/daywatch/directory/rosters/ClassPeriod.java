package org.daywatch.directory.rosters;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;

/** A lesson of the school day. */
public record ClassPeriod(String name, LocalTime begins, LocalTime ends) {

    public boolean at(LocalTime time) {
        return !time.isBefore(begins) && time.isBefore(ends);
    }

    public String line() {
        return name + " " + begins + "-" + ends;
    }

    /** One lesson a line: "1 08:00-08:50". */
    public static List<ClassPeriod> read(String text) {
        var all = new ArrayList<ClassPeriod>();
        var names = new HashSet<String>();
        for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var period = line(line);
            if (!names.add(period.name())) throw new InvalidInput("periods", line, "periods.error.twice");
            all.add(period);
        }
        return List.copyOf(all);
    }

    private static ClassPeriod line(String line) {
        int gap = line.lastIndexOf(' ');
        String[] times = gap < 1 ? new String[0] : line.substring(gap + 1).split("[-–]");
        try {
            if (times.length != 2 || gap > 20) throw new InvalidInput("periods", line, "periods.error.line");
            var period = new ClassPeriod(line.substring(0, gap).strip(), LocalTime.parse(times[0]),
                    LocalTime.parse(times[1]));
            if (!period.ends().isAfter(period.begins())) throw new InvalidInput("periods", line, "periods.error.order");
            return period;
        } catch (DateTimeParseException e) {
            throw new InvalidInput("periods", line, "periods.error.line");
        }
    }
}
