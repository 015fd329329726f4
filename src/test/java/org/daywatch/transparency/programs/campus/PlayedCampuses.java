package org.daywatch.transparency.programs.campus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.journeys.year.Played;
import org.daywatch.journeys.year.Script.Fact;
import org.daywatch.journeys.year.Script;
import org.daywatch.transparency.programs.campus.CampusHours.Presence;

/**
 * The officer at each campus of a scripted year, without a database: its calendar, its bells, who clocked in and who
 * was away.
 */
public record PlayedCampuses(Played played) {

    public Map<String, CampusRecord> on(LocalDate asOf) {
        var campuses = new LinkedHashMap<String, CampusRecord>();
        played.script().rows("people.csv").stream().filter(r -> r.getField("what").equals("SCHOOL")).forEach(r -> {
            var key = r.getField("key");
            var zone = ZoneId.of(r.getField("detail").split(" ")[1]);
            var school = new Campus(id(key), id("district"), key, played.state(), SchoolLevel.MIDDLE, zone);
            CampusRecords.hours(played.requirements(asOf), school).ifPresent(
                    hours -> campuses.put(key, new CampusRecord(hours.days(bells(key, asOf), there(key, asOf, zone),
                            day -> excepted(key, day), asOf.plusDays(1).atStartOfDay(zone).toInstant()))));
        });
        return campuses;
    }

    /** Every day of school with the bells of a regular one. */
    private List<BellDay> bells(String school, LocalDate asOf) {
        var bells = played.script().rows("bells.csv").stream()
                .filter(r -> r.getField("school").equals(school) && r.getField("kind").equals("REGULAR")).findFirst()
                .orElseThrow();
        return played.script().schoolDays().stream().filter(day -> !day.isAfter(asOf))
                .map(day -> new BellDay(id(school), day, DayKind.REGULAR, LocalTime.parse(bells.getField("first")),
                        LocalTime.parse(bells.getField("last")), false))
                .toList();
    }

    private List<Presence> there(String school, LocalDate asOf, ZoneId zone) {
        var facts = played.script().until(asOf).stream().filter(f -> f.school().equals(school)).toList();
        var there = new ArrayList<Presence>();
        for (var shift : facts.stream().filter(f -> f.what().equals("SHIFT")).toList()) {
            var from = shift.day().atTime(shift.from(Script.IN)).atZone(zone).toInstant();
            var to = from.plus(Duration.ofMinutes(shift.minutes()));
            for (var away : facts.stream().filter(
                    f -> f.what().equals("AWAY") && f.day().equals(shift.day()) && f.officer().equals(shift.officer()))
                    .toList()) {
                var left = away.day().atTime(away.from(shift.from(Script.IN))).atZone(zone).toInstant();
                there.add(new Presence(id(school), id(shift.officer()), from, left));
                from = left.plus(Duration.ofMinutes(away.minutes()));
            }
            if (from.isBefore(to)) there.add(new Presence(id(school), id(shift.officer()), from, to));
        }
        return there;
    }

    /** From the day of the board on for a year: the number of the rule. */
    private boolean excepted(String school, LocalDate day) {
        return played.script().facts().stream().filter(f -> f.what().equals("EXCEPTION") && f.school().equals(school))
                .map(Fact::day)
                .anyMatch(board -> !day.isBefore(board) && !day.isAfter(board.plusYears(1)));
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
