package org.daywatch.directory.programs.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says from the text of the rules which drills a school owes, by walking through its year day by day. It shares nothing
 * with the engine: no class of it, no file of rules. Numbers stand here as the sources have them (section 1.7, 3.1 and
 * 3.2 of the program notes, table 6.3 of the school safety notes).
 */
final class DrillOracle {

    /** Lockdowns in Arizona have no number with a source: it is given, and may change on a day. */
    record Parameter(int before, LocalDate change, int after) {}

    record Held(String drill, LocalDate on) {}

    record Line(String requirement, int number, LocalDate from, LocalDate by, String state, LocalDate doneOn) {}

    /** One drill that is owed. */
    private static final class Slot {
        String requirement = "";
        Set<String> drills = Set.of();
        LocalDate from;
        LocalDate by;
        LocalDate until;
        LocalDate doneOn;
    }

    private final TreeSet<LocalDate> school;
    private final LocalDate first;
    private final LocalDate last;
    private final LocalDate secondHalf;
    private final LocalDate asOf;
    private final List<Held> held;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** @param all every day of school of the calendar; the school itself is there from {@code first} on */
    DrillOracle(TreeSet<LocalDate> all, LocalDate calendarFirst, LocalDate first, LocalDate last, LocalDate asOf,
            List<Held> held) {
        this.school = new TreeSet<>(all.tailSet(first));
        this.first = first;
        this.last = last;
        this.secondHalf = turn(all, calendarFirst);
        this.asOf = asOf;
        this.held = held.stream().filter(h -> !h.on().isBefore(first)).sorted(Comparator.comparing(Held::on)).toList();
    }

    /**
     * The break of at least a week that touches 10 December to 15 January, the longest of them, the earlier of two;
     * else New Year.
     */
    private static LocalDate turn(TreeSet<LocalDate> all, LocalDate calendarFirst) {
        int best = 6;
        LocalDate back = LocalDate.of(calendarFirst.getYear() + 1, Month.JANUARY, 1);
        int run = 0;
        boolean touches = false;
        for (LocalDate day = all.first(); !day.isAfter(all.last()); day = day.plusDays(1)) {
            if (all.contains(day)) {
                if (touches && run > best) {
                    best = run;
                    back = day;
                }
                run = 0;
                touches = false;
            } else {
                run++;
                if (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 10
                        || day.getMonth() == Month.JANUARY && day.getDayOfMonth() <= 15)
                    touches = true;
            }
        }
        return back;
    }

    List<Line> texas() {
        aYear("TX-SCHOOLS-SECURE", 1, "SECURE");
        aYear("TX-SCHOOLS-EVACUATE", 1, "EVACUATE");
        aYear("TX-SCHOOLS-HAZMAT", 1, "SHELTER_HAZMAT");
        aYear("TX-SCHOOLS-WEATHER", 1, "SHELTER_WEATHER");
        aSemester("TX-SCHOOLS-LOCKDOWN", 1, "LOCKDOWN");
        aSemester("TX-SCHOOLS-FIRE", 2, "FIRE");
        tooMany("TX-SCHOOLS-CEILING-YEAR", 16, first, last);
        if (!autumn().isEmpty()) tooMany("TX-SCHOOLS-CEILING-HALF", 8, autumn().first(), autumn().last());
        if (!spring().isEmpty()) tooMany("TX-SCHOOLS-CEILING-HALF", 8, spring().first(), spring().last());
        return answer();
    }

    List<Line> florida() {
        aYear("FL-SCHOOLS-EMERGENCY", 6, "HOLD", "SECURE", "LOCKDOWN", "EVACUATE", "SHELTER_HAZMAT", "SHELTER_WEATHER",
                "ACTIVE_THREAT", "EMERGENCY");
        aYear("FL-SCHOOLS-ACTIVE", 4, "ACTIVE_THREAT");
        inFirstTen("FL-SCHOOLS-FIRST", 1, "HOLD", "SECURE", "LOCKDOWN", "EVACUATE", "SHELTER_HAZMAT", "SHELTER_WEATHER",
                "ACTIVE_THREAT", "EMERGENCY");
        return answer();
    }

    List<Line> arizona(Parameter lockdowns) {
        aMonth("AZ-SCHOOLS-EVACUATE", "EVACUATE", "FIRE");
        boolean changed = lockdowns != null && !lockdowns.change().isAfter(asOf) && !lockdowns.change().isAfter(last)
                || lockdowns != null && !lockdowns.change().isAfter(first);
        if (lockdowns != null)
            aYear("AZ-SCHOOLS-LOCKDOWN", changed ? lockdowns.after() : lockdowns.before(), "LOCKDOWN");
        return answer();
    }

    List<Line> newYork() {
        aYear("NY-SCHOOLS-EVACUATE", 8, "EVACUATE", "FIRE");
        aYear("NY-SCHOOLS-LOCKDOWN", 4, "LOCKDOWN");
        LocalDate eve = LocalDate.of(first.getYear(), Month.DECEMBER, 31);
        if (!school.headSet(eve, true).isEmpty())
            owe("NY-SCHOOLS-FIRST-EIGHT", 8, first, eve.isAfter(last) ? last : eve, last, "EVACUATE", "FIRE",
                    "LOCKDOWN");
        return answer();
    }

    List<Line> michigan() {
        aYear("MI-SCHOOLS-FIRE", 5, "FIRE");
        aYear("MI-SCHOOLS-TORNADO", 2, "SHELTER_WEATHER");
        aYear("MI-SCHOOLS-LOCKDOWN", 3, "LOCKDOWN");
        return answer();
    }

    List<Line> ohio() {
        aYear("OH-SCHOOLS-FIRE", 6, "FIRE");
        aYear("OH-SCHOOLS-SAFETY", 3, "HOLD", "SECURE", "LOCKDOWN", "EVACUATE", "SHELTER_HAZMAT", "SHELTER_WEATHER",
                "ACTIVE_THREAT", "EMERGENCY");
        aYear("OH-SCHOOLS-SECURED", 1, "LOCKDOWN", "SECURE");
        return answer();
    }

    List<Line> washington() {
        aMonth("WA-SCHOOLS-MONTH", "HOLD", "SECURE", "LOCKDOWN", "EVACUATE", "FIRE", "SHELTER_HAZMAT",
                "SHELTER_WEATHER", "ACTIVE_THREAT", "EMERGENCY");
        return answer();
    }

    List<Line> columbia() {
        inFirstTen("DC-SCHOOLS-FIRST", 2, "FIRE");
        aMonth("DC-SCHOOLS-MONTH", "FIRE");
        return answer();
    }

    private TreeSet<LocalDate> autumn() {
        return new TreeSet<>(school.headSet(secondHalf));
    }

    private TreeSet<LocalDate> spring() {
        return new TreeSet<>(school.tailSet(secondHalf));
    }

    private void aYear(String requirement, int count, String... drills) {
        if (!school.isEmpty()) owe(requirement, count, first, last, last, drills);
    }

    private void aSemester(String requirement, int count, String... drills) {
        if (!autumn().isEmpty()) owe(requirement, count, autumn().first(), autumn().last(), last, drills);
        if (!spring().isEmpty()) owe(requirement, count, spring().first(), spring().last(), last, drills);
    }

    private void aMonth(String requirement, String... drills) {
        LocalDate entered = null;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!school.contains(day) || entered != null && entered.getMonth() == day.getMonth()) continue;
            entered = day;
            LocalDate begins = day;
            while (begins.getDayOfMonth() > 1 && begins.isAfter(first)) begins = begins.minusDays(1);
            LocalDate ends = day;
            while (ends.plusDays(1).getMonth() == day.getMonth() && ends.isBefore(last)) ends = ends.plusDays(1);
            owe(requirement, 1, begins, ends, ends, drills);
        }
    }

    private void inFirstTen(String requirement, int count, String... drills) {
        LocalDate tenth = null;
        int seen = 0;
        for (LocalDate day : school) {
            if (seen == 10) break;
            tenth = day;
            seen++;
        }
        if (tenth != null) owe(requirement, count, school.first(), tenth, last, drills);
    }

    private void owe(String requirement, int count, LocalDate from, LocalDate by, LocalDate until, String... drills) {
        for (int i = 0; i < count; i++) {
            var slot = new Slot();
            slot.requirement = requirement;
            slot.drills = Set.of(drills);
            slot.from = from;
            slot.by = by;
            slot.until = until;
            slots.add(slot);
        }
    }

    private void tooMany(String requirement, int most, LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from; !day.isAfter(to) && !day.isAfter(asOf); day = day.plusDays(1)) {
            for (Held drill : held) {
                if (!drill.on().equals(day)) continue;
                count++;
                if (count > most) lines.add(new Line(requirement, count, from, to, "MISSED", day));
            }
        }
    }

    /**
     * Every day in turn: whatever is held that day fills, of each rule, the place that closes first among those open,
     * else the oldest that is late.
     */
    private List<Line> answer() {
        for (LocalDate day = first; !day.isAfter(asOf); day = day.plusDays(1)) {
            for (Held drill : held) {
                if (drill.on().equals(day))
                    slots.stream().map(s -> s.requirement).distinct().forEach(rule -> fill(rule, drill));
            }
        }
        for (String rule : slots.stream().map(s -> s.requirement).distinct().toList()) {
            int number = 0;
            for (Slot slot : slots) {
                if (slot.requirement.equals(rule))
                    lines.add(new Line(rule, ++number, slot.from, slot.by, state(slot), slot.doneOn));
            }
        }
        return lines;
    }

    private void fill(String rule, Held drill) {
        Slot late = null;
        for (Slot slot : slots) {
            if (!slot.requirement.equals(rule) || slot.doneOn != null || !slot.drills.contains(drill.drill())
                    || drill.on().isBefore(slot.from))
                continue;
            if (!drill.on().isAfter(slot.by)) {
                slot.doneOn = drill.on();
                return;
            }
            if (late == null && !drill.on().isAfter(slot.until)) late = slot;
        }
        if (late != null) late.doneOn = drill.on();
    }

    private String state(Slot slot) {
        if (slot.doneOn != null) return slot.doneOn.isAfter(slot.by) ? "DONE_LATE" : "DONE";
        if (asOf.isBefore(slot.from)) return "COMING";
        if (!asOf.isAfter(slot.by)) return "DUE";
        return asOf.isAfter(slot.until) ? "MISSED" : "LATE";
    }

    /** Days for drills of tests: any weekday. */
    static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
