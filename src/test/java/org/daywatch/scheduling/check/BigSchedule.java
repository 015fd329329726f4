package org.daywatch.scheduling.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random roster that is right by the way it is made. Each school needs one officer on each of five days; the seats in
 * order of school and day are dealt out in runs of three and four, so nobody gets two on one day. Shifts begin between
 * 06:00 and 08:59 and last six to eight hours, so at most 32 hours a week and eight a day, with thirteen hours between.
 * Duty lies on days without a shift, or is displaced by leave. The objective is added up while it is dealt.
 */
final class BigSchedule {

    private static final String[] DAYS = {"2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"};
    private static final String POLICIES = """
            [{"id": "DAY", "shape": "CALENDAR_DAY", "action": "BLOCK", "valid_from": "2020-01-01", "parameters": {"hours": "10:00", "counts": ["WORKED"]}},
             {"id": "WEEK", "shape": "WEEK", "action": "BLOCK", "valid_from": "2020-01-01",
              "parameters": {"hours": "60:00", "starts_on": "SATURDAY", "starts_at": "03:00", "counts": ["WORKED"]}},
             {"id": "ROLL", "shape": "ROLLING", "action": "APPROVE", "valid_from": "2020-01-01", "parameters": {"hours": "17:00", "length": "24:00", "counts": ["WORKED"]}},
             {"id": "SPELL", "shape": "REST_AFTER", "action": "BLOCK", "valid_from": "2020-01-01", "parameters": {"hours": "17:00", "rest": "08:00", "counts": ["WORKED"]}},
             {"id": "REST", "shape": "REST_BETWEEN", "action": "BLOCK", "valid_from": "2020-01-01", "parameters": {"rest": "06:00", "other": ["DUTY"]}}]""";

    final Map<String, Long> terms = new TreeMap<>(Map.of("FILL", 0L, "FACE", 0L, "KNOWN", 0L, "COST", 0L, "WORTH", 0L));
    final List<String[]> seats = new ArrayList<>();
    final Map<String, String> hours = new HashMap<>(); // by officer, as JSON, to plant faults in
    private final Random random;
    private final int officers;
    private final int schools;
    private final StringBuilder shifts = new StringBuilder();
    private final StringBuilder people = new StringBuilder();
    private final Map<String, long[]> start = new HashMap<>(); // minute of the day, length

    /** @param officers even; seven seats for every two of them, five seats to a school */
    BigSchedule(int officers, int listed, long seed) {
        this.random = new Random(seed);
        this.officers = officers;
        this.schools = officers * 7 / 10;
        int seat = 0;
        for (int o = 0; o < officers; o++) {
            int mine = o % 2 == 0 ? 3 : 4;
            officer(o, seat, mine, listed);
            seat += mine;
        }
    }

    private void officer(int o, int first, int mine, int listed) {
        var id = "o" + o;
        int rate = 4000 + random.nextInt(2000);
        var works = new boolean[DAYS.length];
        var known = new TreeMap<String, Integer>();
        for (int k = first; k < first + mine; k++) {
            var school = "s" + k / DAYS.length;
            works[k % DAYS.length] = true;
            if (!known.containsKey(school)) {
                known.put(school, random.nextInt(20));
                add("FACE", -150);
            }
            shift("x" + k, school, k % DAYS.length, id, rate, known.get(school), listed);
        }
        hours.put(id, hours(works));
        people.append(people.isEmpty() ? "" : ",\n").append(
                "{\"id\": \"%s\", \"department\": \"D%d\", \"rate\": %d, \"history\": {\"days_at\": {%s}}, \"hours\": [HOURS-%s]}"
                        .formatted(
                                id, o % 3, rate, String
                                        .join(", ",
                                                known.entrySet().stream()
                                                        .map(e -> "\"" + e.getKey() + "\": " + e.getValue()).toList()),
                                id));
    }

    private void shift(String id, String school, int day, String officer, int rate, int known, int listed) {
        int begin = 360 + random.nextInt(180);
        int minutes = 360 + random.nextInt(121);
        int priority = 1 + random.nextInt(3);
        int worth = random.nextInt(50);
        start.put(id, new long[] {begin, minutes});
        shifts.append(shifts.isEmpty() ? "" : ",\n").append(("{\"id\": \"%s\", \"school\": \"%s\", \"day\": \"%s\", "
                + "\"start\": \"%s\", \"end\": \"%s\", \"priority\": %d, \"eligible\": [{\"officer\": \"%s\", \"worth\": %d}")
                .formatted(id, school, DAYS[day], moment(day, begin), moment(day, begin + minutes), priority, officer,
                        worth));
        for (int i = 1; i < listed; i++)
            shifts.append(", {\"officer\": \"o").append((Integer.parseInt(officer.substring(1)) + i) % officers)
                    .append("\", \"worth\": ").append(i).append('}');
        shifts.append("]}");
        seats.add(new String[] {id, officer});
        add("FILL", minutes * new long[] {20, 12, 8}[priority - 1]);
        add("KNOWN", 4L * Math.min(10, known));
        add("COST", -Math.round(rate * minutes / 6000.0));
        add("WORTH", worth);
    }

    /** Ten hours of duty on free days; on one day with a shift duty from 05:00 that leave displaces. */
    private String hours(boolean[] works) {
        var entries = new ArrayList<String>();
        boolean displaced = false;
        for (int day = 0; day < DAYS.length; day++) {
            if (!works[day] && (day == 0 || !works[day - 1] || random.nextBoolean()))
                entries.add(entry("DUTY", day, 480, 1080));
            else
                if (works[day] && !displaced) {
                    displaced = true;
                    entries.add(entry("DUTY", day, 300, 1020));
                    entries.add(entry("LEAVE", day, 300, 1020));
                }
        }
        return String.join(", ", entries);
    }

    String entry(String kind, int day, int from, int to) {
        return "{\"kind\": \"%s\", \"start\": \"%s\", \"end\": \"%s\"}".formatted(kind, moment(day, from),
                moment(day, to));
    }

    /** @return day of the week from 0, and the minute of it at which the shift ends */
    int[] end(String shift) {
        return new int[] {Integer.parseInt(shift.substring(1)) % DAYS.length,
                (int) (start.get(shift)[0] + start.get(shift)[1])};
    }

    private static String moment(int day, int minute) {
        return "%sT%02d:%02d:00-07:00".formatted(DAYS[day], minute / 60, minute % 60);
    }

    byte[] problem() {
        var text = new StringBuilder("""
                {"schema": "daywatch.roster", "version": 1, "id": "big", "horizon": {"first": "2026-11-16", "last": "2026-11-20"},
                 "objective": {"weights": {"FILL": {"1": 20, "2": 12, "3": 8}, "FACE": 150, "KNOWN": {"most": 10, "points": 4}, "COST": 1}},
                 "policies":""").append(POLICIES).append(", \"departments\": [");
        for (int d = 0; d < 3; d++) {
            text.append(d == 0 ? "" : ", ").append("{\"id\": \"D").append(d).append(
                    "\", \"zone\": \"America/Phoenix\", \"policies\": [\"DAY\", \"WEEK\", \"ROLL\", \"SPELL\", \"REST\"]}");
        }
        text.append("], \"schools\": [");
        for (int s = 0; s < schools; s++)
            text.append(s == 0 ? "" : ", ").append("{\"id\": \"s").append(s)
                    .append("\", \"zone\": \"America/Phoenix\"}");
        text.append("], \"shifts\": [").append(shifts).append("], \"officers\": [");
        int from = 0;
        for (int at = people.indexOf("HOURS-"); at >= 0; at = people.indexOf("HOURS-", from)) {
            int to = people.indexOf("]", at);
            text.append(people, from, at).append(hours.get(people.substring(at + 6, to)));
            from = to;
        }
        return text.append(people, from, people.length()).append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] answer(byte[] problem) throws Exception {
        var text = new StringBuilder(
                "{\"schema\": \"daywatch.roster-answer\", \"version\": 1, \"problem\": {\"id\": \"big\", \"sha256\": \"")
                .append(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(problem)))
                .append("\"}, \"status\": \"FEASIBLE\", \"objective\": ")
                .append(terms.values().stream().mapToLong(Long::longValue).sum())
                .append(", \"bound\": null, \"gap_percent\": null, \"unfilled\": [], \"terms\": {");
        terms.forEach((term, points) -> text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ").append('"')
                .append(term).append("\": ").append(points));
        text.append("}, \"assignments\": [");
        seats.sort((a, b) -> a[0].equals(b[0]) ? a[1].compareTo(b[1]) : a[0].compareTo(b[0]));
        for (var seat : seats)
            text.append(seat == seats.getFirst() ? "" : ",\n").append("{\"shift\": \"").append(seat[0])
                    .append("\", \"officer\": \"").append(seat[1]).append("\"}");
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void add(String term, long points) {
        terms.merge(term, points, Long::sum);
    }
}
