package org.daywatch.bench.roster.planted;

import java.util.List;

/** When a shift begins and ends, in minutes of its day; all are whole quarters of an hour. */
record Form(int from, int to, boolean evening, boolean saturday) {

    static final List<Form> ALL = List.of(
            at("07:15", "15:00"), at("07:30", "11:30"), at("08:00", "16:00"), at("06:45", "14:45"),
            late("15:00", "20:00"), late("17:00", "22:30"), late("12:00", "20:00"),
            new Form(minutes("08:00"), minutes("14:00"), false, true),
            new Form(minutes("12:00"), minutes("20:00"), true, true));

    int length() {
        return to - from;
    }

    private static Form at(String from, String to) {
        return new Form(minutes(from), minutes(to), false, false);
    }

    private static Form late(String from, String to) {
        return new Form(minutes(from), minutes(to), true, false);
    }

    private static int minutes(String clock) {
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }
}
