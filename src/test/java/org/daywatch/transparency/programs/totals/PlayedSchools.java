package org.daywatch.transparency.programs.totals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.journeys.year.Played;
import org.daywatch.journeys.year.Script.Fact;
import org.daywatch.transparency.programs.meters.YearDays;
import org.daywatch.transparency.programs.totals.ActivityFigures.OfficerWeeks;
import org.daywatch.transparency.programs.totals.ActivityFigures.OnDay;
import org.daywatch.transparency.programs.totals.ActivityFigures.SignedLate;
import org.daywatch.transparency.programs.totals.ActivityFigures.Sum;

/** The schools of a scripted year as their lines make them, without a database. */
public record PlayedSchools(Played played) {

    private static final UUID DISTRICT = id("district");
    private static final Set<String> LESSONS = Set.of("COHORT", "UNIVERSAL", "PREPARATION");

    public Map<String, UUID> posts() {
        return keys("POST");
    }

    public Map<String, UUID> officers() {
        return keys("OFFICER");
    }

    public Map<String, SchoolMeters> on(LocalDate asOf) {
        var year = YearDays.of(played.script().schoolDays());
        var facts = played.script().until(asOf).stream()
                .filter(f -> !f.day().isBefore(SchoolYears.begin(asOf)) && !f.detail().equals("withdrawn")).toList();
        var sums = new HashMap<UUID, List<Sum>>();
        facts.forEach(f -> sums(f, facts, year.recentFrom(asOf))
                .forEach(sum -> sums.computeIfAbsent(sum.school(), s -> new ArrayList<>()).add(sum)));
        var reading = new SchoolReading(asOf, posts(asOf), sums, sums);
        var schools = new LinkedHashMap<String, SchoolMeters>();
        keys("SCHOOL").forEach((key, id) -> {
            var here = facts.stream().filter(f -> f.school().equals(key)).toList();
            var found = new SchoolReading.Found(year, played.requirements(asOf), onDays(id, here), duty(id, here),
                    signed(id, here), signedOn(id, here), played.due(key, asOf));
            schools.put(key,
                    reading.of(
                            new Campus(id, DISTRICT, key, played.state(), SchoolLevel.MIDDLE, java.time.ZoneOffset.UTC),
                            found));
        });
        return schools;
    }

    private List<Sum> sums(Fact fact, List<Fact> all, LocalDate recent) {
        var sums = new ArrayList<Sum>();
        if (fact.what().equals("SHIFT")) {
            int away = all.stream().filter(
                    f -> f.what().equals("AWAY") && f.day().equals(fact.day()) && f.officer().equals(fact.officer()))
                    .mapToInt(Fact::minutes).sum();
            sums.add(sum(fact, "ON_CAMPUS", true, true, fact.minutes() - away, recent));
        } else if (fact.what().equals("AWAY")) sums.add(sum(fact, "", true, false, fact.minutes(), recent));
        else
            if (LESSONS.contains(fact.what()))
                sums.add(sum(fact, "LRE:" + fact.what(), false, true, fact.minutes(), recent));
        return sums;
    }

    private Sum sum(Fact fact, String subject, boolean clock, boolean onCampus, int minutes, LocalDate recent) {
        boolean lately = !fact.day().isBefore(recent);
        return new Sum(id(fact.school()), id(fact.officer()), id(fact.post()), subject, clock, onCampus,
                onCampus ? "" : fact.detail(), minutes, 1, lately ? minutes : 0, lately ? 1 : 0,
                fact.day(), true);
    }

    /** An agreement is there with its second signature, and is its officer's. */
    private static List<OnDay> onDays(UUID school, List<Fact> here) {
        var days = new ArrayList<OnDay>();
        var signatures = new HashMap<String, Integer>();
        for (var fact : here) {
            if (fact.what().equals("MEETING") && Played.quorum(fact))
                days.add(new OnDay(school, null, "MEETING:SAFETY_TEAM", fact.day(), ""));
            if (fact.what().startsWith("AGREEMENT_") && signatures.merge(fact.officer(), 1, Integer::sum) == 2) {
                days.add(new OnDay(school, id(fact.officer()), "AGREEMENT:SERVICE", fact.day(), ""));
            }
        }
        return days;
    }

    private static List<OfficerWeeks> duty(UUID school, List<Fact> here) {
        return weeks(school,
                here.stream().filter(f -> f.what().equals("SHIFT")).collect(Collectors.groupingBy(f -> id(f.officer()),
                        Collectors.mapping(f -> YearDays.week(f.day()), Collectors.toSet()))));
    }

    private static List<OfficerWeeks> signed(UUID school, List<Fact> here) {
        var both = signed(here, "SIGNED_OFFICER");
        var administrators = signed(here, "SIGNED_ADMIN");
        both.forEach((officer, mondays) -> mondays.retainAll(administrators.getOrDefault(officer, Set.of())));
        return weeks(school, both);
    }

    /** The later of the two signatures. */
    private static List<SignedLate> signedOn(UUID school, List<Fact> here) {
        var days = new HashMap<List<String>, LocalDate>();
        here.stream().filter(f -> f.what().startsWith("SIGNED_"))
                .forEach(f -> days.merge(List.of(f.officer(), f.detail()), f.day(), (a, b) -> a.isAfter(b) ? a : b));
        return days.entrySet().stream().map(e -> new SignedLate(school, id(e.getKey().getFirst()),
                LocalDate.parse(e.getKey().getLast()), e.getValue())).toList();
    }

    private static Map<UUID, Set<LocalDate>> signed(List<Fact> here, String signature) {
        return here.stream().filter(f -> f.what().equals(signature)).collect(Collectors.groupingBy(f -> id(f.officer()),
                Collectors.mapping(f -> LocalDate.parse(f.detail()), Collectors.toSet())));
    }

    private static List<OfficerWeeks> weeks(UUID school, Map<UUID, Set<LocalDate>> mondays) {
        return mondays.entrySet().stream().map(e -> new OfficerWeeks(school, e.getKey(), e.getValue())).toList();
    }

    private List<FundedPost> posts(LocalDate asOf) {
        return played.script().rows("people.csv").stream()
                .filter(r -> r.getField("what").equals("POST") && !LocalDate.parse(r.getField("from")).isAfter(asOf))
                .filter(r -> played.script().facts().stream().anyMatch(f -> f.post().equals(r.getField("key"))))
                .map(r -> new FundedPost(id(r.getField("key")), DISTRICT, "AZ-SSP", r.getField("key"),
                        r.getField("detail").split(" ")[0],
                        java.util.Arrays.stream(r.getField("school").split(" ")).map(PlayedSchools::id).toList(),
                        LocalDate.parse(r.getField("from")), null, null))
                .toList();
    }

    private Map<String, UUID> keys(String what) {
        var keys = new LinkedHashMap<String, UUID>();
        played.script().rows("people.csv").stream().filter(r -> r.getField("what").equals(what))
                .forEach(r -> keys.put(r.getField("key"), id(r.getField("key"))));
        return keys;
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
