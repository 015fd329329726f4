package org.daywatch.mentoring.proposals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.mentoring.proposals.MentorProposalsTest.Asked;

/** Looks at proposals minute by minute of each day of the term. It asks nothing of what made them. */
final class MentorChecker {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 29);
    private static final int SHORTEST = 20;

    private MentorChecker() {}

    static List<String> faults(Asked asked, List<MentorProposal> answer) {
        var wrong = new ArrayList<String>();
        var seen = new HashSet<UUID>();
        var load = new HashMap<UUID, Integer>();
        for (var p : answer) {
            if (!seen.add(p.student())) wrong.add("twice: " + p.student());
            if (p.fit() != null) load.merge(p.fit().mentor(), 1, Integer::sum);
        }
        for (var s : asked.students()) if (!seen.contains(s.id())) wrong.add("left out: " + s.id());
        for (var p : answer) {
            var student = asked.students().stream().filter(s -> s.id().equals(p.student())).findFirst();
            if (student.isEmpty()) wrong.add("unknown: " + p.student());
            else one(asked, student.get(), p, load, wrong);
        }
        load.forEach((mentor, count) -> asked.mentors().stream().filter(m -> m.id().equals(mentor) && count > m.room())
                .forEach(m -> wrong.add("too many: " + mentor)));
        if (load.values().stream().mapToInt(i -> i).sum() != most(asked, 0, new HashMap<>()))
            wrong.add("more could have one");
        return wrong;
    }

    private static void one(Asked asked, MentoredStudent s, MentorProposal p, Map<UUID, Integer> load,
            List<String> wrong) {
        var spoken = new HashSet<UUID>();
        if (p.fit() != null) {
            spoken.add(p.fit().mentor());
            var mentor = asked.mentors().stream().filter(m -> m.id().equals(p.fit().mentor())).findFirst();
            if (mentor.isEmpty() || !may(s, mentor.get())) wrong.add("may not: " + p.fit());
            else said(s, mentor.get(), p.fit(), wrong);
        }
        for (var n : p.others()) {
            if (!spoken.add(n.mentor())) wrong.add("spoken of twice: " + n);
            var mentor = asked.mentors().stream().filter(m -> m.id().equals(n.mentor())).findFirst().orElse(null);
            if (mentor == null) {
                wrong.add("no such mentor: " + n);
                continue;
            }
            boolean vetoed = s.vetoes().contains(mentor.id());
            boolean lapsed = mentor.papersEnd() == null || mentor.papersEnd().compareTo(LAST_DAY) < 0;
            boolean full = load.getOrDefault(mentor.id(), 0) >= mentor.room();
            boolean right = switch (n) {
                case MentorProposal.Vetoed _ -> vetoed;
                case MentorProposal.PapersEnd e ->
                    !vetoed && lapsed && java.util.Objects.equals(e.last(), mentor.papersEnd());
                case MentorProposal.NeverMeets e -> !vetoed && !lapsed && days(s, mentor).isEmpty()
                        && e.days() == mentor.here().size() && e.longest() == longest(s, mentor);
                case MentorProposal.Full e -> may(s, mentor) && full && said(s, mentor, e.fit(), wrong);
                case MentorProposal.FitsLess e -> may(s, mentor) && !full && said(s, mentor, e.fit(), wrong);
            };
            if (!right) wrong.add("untrue: " + n);
        }
        if (spoken.size() != asked.mentors().size()) wrong.add("not about all: " + p.student());
    }

    private static boolean said(MentoredStudent s, MentorOffer m, MentorProposal.Fit fit, List<String> wrong) {
        boolean right = fit.days().equals(days(s, m)) && fit.wished() == m.id().equals(s.wish())
                && fit.interests().equals(both(s.interests(), m.interests()))
                && fit.languages().equals(both(s.languages(), m.languages()));
        if (!right) wrong.add("untrue: " + fit);
        return right;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new HashSet<String>();
        for (var a : one) for (var b : other) if (a.equals(b)) both.add(a);
        return both;
    }

    private static boolean may(MentoredStudent s, MentorOffer m) {
        return !s.vetoes().contains(m.id()) && m.papersEnd() != null && m.papersEnd().compareTo(LAST_DAY) >= 0
                && !days(s, m).isEmpty();
    }

    private static Map<DayOfWeek, Integer> days(MentoredStudent s, MentorOffer m) {
        var days = new TreeMap<DayOfWeek, Integer>();
        m.here().forEach((day, _) -> {
            if (together(s, m, day) >= SHORTEST)
                days.put(day.getDayOfWeek(), days.getOrDefault(day.getDayOfWeek(), 0) + 1);
        });
        return days;
    }

    private static int longest(MentoredStudent s, MentorOffer m) {
        int longest = 0;
        for (var day : m.here().keySet()) longest = Math.max(longest, together(s, m, day));
        return longest;
    }

    /** Minutes of one free time in which both are there, counted one by one. */
    private static int together(MentoredStudent s, MentorOffer m, LocalDate day) {
        var post = m.here().get(day);
        int longest = 0;
        for (var free : s.free().getOrDefault(day.getDayOfWeek(), List.of())) {
            int minutes = 0;
            for (int i = 0; i < 1_440; i++) {
                var t = LocalTime.MIDNIGHT.plusMinutes(i);
                if (in(post, t) && in(free, t)) minutes++;
            }
            longest = Math.max(longest, minutes);
        }
        return longest;
    }

    private static boolean in(Hours hours, LocalTime t) {
        return t.compareTo(hours.begins()) >= 0 && t.compareTo(hours.ends()) < 0;
    }

    /** How many at most get a mentor, by trying all ways. */
    private static int most(Asked asked, int from, Map<UUID, Integer> load) {
        if (from == asked.students().size()) return 0;
        int best = most(asked, from + 1, load);
        var s = asked.students().get(from);
        for (var m : asked.mentors()) {
            int has = load.getOrDefault(m.id(), 0);
            if (has >= m.room() || !may(s, m)) continue;
            load.put(m.id(), has + 1);
            best = Math.max(best, 1 + most(asked, from + 1, load));
            load.put(m.id(), has);
        }
        return best;
    }
}
