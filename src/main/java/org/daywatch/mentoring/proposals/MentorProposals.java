package org.daywatch.mentoring.proposals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.daywatch.mentoring.proposals.MentorProposal.Fit;
import org.daywatch.mentoring.proposals.MentorProposal.FitsLess;
import org.daywatch.mentoring.proposals.MentorProposal.Full;
import org.daywatch.mentoring.proposals.MentorProposal.NeverMeets;
import org.daywatch.mentoring.proposals.MentorProposal.NotThis;
import org.daywatch.mentoring.proposals.MentorProposal.PapersEnd;
import org.daywatch.mentoring.proposals.MentorProposal.Vetoed;

/**
 * Proposes a mentor for each student. As many get one as can; whoever waits longest chooses first, and keeps a mentor
 * while others find theirs. Pure: the same question has the same answer.
 */
public final class MentorProposals {

    /** What the student wishes weighs most, then a language, then an interest, then how often they can meet. */
    static final Comparator<Fit> BEST = Comparator.comparing(Fit::wished).thenComparing(f -> f.languages().size())
            .thenComparing(f -> f.interests().size()).thenComparing(Fit::allDays).reversed()
            .thenComparing(Fit::mentor);

    private static final int NOBODY = -1;

    private final List<MentoredStudent> students;
    private final List<MentorOffer> mentors;
    private final LocalDate termEnds;
    private final int least;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<List<Fit>> fits = new ArrayList<>();
    private final List<Map<UUID, NotThis>> never = new ArrayList<>();
    private final int[] given;
    private final int[] taken;

    private MentorProposals(List<MentoredStudent> students, List<MentorOffer> mentors, LocalDate termEnds,
            int least) {
        this.students = students;
        this.mentors = mentors;
        this.termEnds = termEnds;
        this.least = least;
        given = new int[students.size()];
        taken = new int[mentors.size()];
        Arrays.fill(given, NOBODY);
        for (int m = 0; m < mentors.size(); m++) numbers.put(mentors.get(m).id(), m);
    }

    /**
     * @param students who waits longest comes first. @param termEnds so long the papers must hold
     * @param least minutes that both must have at once for a meeting
     */
    public static List<MentorProposal> of(List<MentoredStudent> students, List<MentorOffer> mentors,
            LocalDate termEnds, int least) {
        var all = new MentorProposals(students, mentors, termEnds, least);
        var here = mentors.stream().map(MentorProposals::byWeekday).toList();
        for (var student : students) all.judge(student, here);
        for (int s = 0; s < students.size(); s++) all.place(s);
        return all.proposals();
    }

    /** The same hours on the same weekday, on how many days. */
    private static Map<DayOfWeek, Map<Hours, Integer>> byWeekday(MentorOffer mentor) {
        var days = new EnumMap<DayOfWeek, Map<Hours, Integer>>(DayOfWeek.class);
        mentor.here().forEach((day, hours) -> days.computeIfAbsent(day.getDayOfWeek(), d -> new HashMap<>())
                .merge(hours, 1, Integer::sum));
        return days;
    }

    private void judge(MentoredStudent student, List<Map<DayOfWeek, Map<Hours, Integer>>> here) {
        var possible = new ArrayList<Fit>();
        var not = new HashMap<UUID, NotThis>();
        for (int m = 0; m < mentors.size(); m++) {
            var mentor = mentors.get(m);
            var ends = mentor.papersEnd();
            var met = meetings(student, here.get(m));
            if (student.vetoes().contains(mentor.id())) not.put(mentor.id(), new Vetoed(mentor.id()));
            else if (ends == null || ends.isBefore(termEnds)) not.put(mentor.id(), new PapersEnd(mentor.id(), ends));
            else
                if (met.isEmpty())
                    not.put(mentor.id(),
                            new NeverMeets(mentor.id(), mentor.here().size(), longest(student, here.get(m))));
                else
                    possible.add(new Fit(mentor.id(), met, shared(student.interests(), mentor.interests()),
                            shared(student.languages(), mentor.languages()), mentor.id().equals(student.wish())));
        }
        possible.sort(BEST);
        fits.add(possible);
        never.add(not);
    }

    private Map<DayOfWeek, Integer> meetings(MentoredStudent student, Map<DayOfWeek, Map<Hours, Integer>> here) {
        var days = new EnumMap<DayOfWeek, Integer>(DayOfWeek.class);
        student.free().forEach((day, free) -> {
            int met = here.getOrDefault(day, Map.of()).entrySet().stream()
                    .filter(e -> free.stream().anyMatch(f -> f.minutesWith(e.getKey()) >= least))
                    .mapToInt(Map.Entry::getValue).sum();
            if (met > 0) days.put(day, met);
        });
        return days;
    }

    private static int longest(MentoredStudent student, Map<DayOfWeek, Map<Hours, Integer>> here) {
        return student.free().entrySet().stream()
                .flatMapToInt(e -> here.getOrDefault(e.getKey(), Map.of()).keySet().stream()
                        .flatMapToInt(h -> e.getValue().stream().mapToInt(h::minutesWith)))
                .max().orElse(0);
    }

    private static Set<String> shared(Set<String> one, Set<String> other) {
        var both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** The best one with room; where none has, somebody moves on to another one who has, along the shortest way. */
    private void place(int first) {
        var cameBy = new HashMap<Integer, Integer>();
        var waiting = new ArrayDeque<Integer>(List.of(first));
        while (!waiting.isEmpty()) {
            int s = waiting.remove();
            for (var fit : fits.get(s)) {
                int m = numbers.get(fit.mentor());
                if (cameBy.containsKey(m)) continue;
                cameBy.put(m, s);
                if (taken[m] < mentors.get(m).room()) {
                    moveUp(m, cameBy);
                    return;
                }
                for (int held = 0; held < given.length; held++) if (given[held] == m) waiting.add(held);
            }
        }
    }

    private void moveUp(int free, Map<Integer, Integer> cameBy) {
        taken[free]++;
        int to = free;
        while (to != NOBODY) {
            int s = cameBy.get(to);
            int left = given[s];
            given[s] = to;
            to = left;
        }
    }

    private List<MentorProposal> proposals() {
        var all = new ArrayList<MentorProposal>();
        for (int s = 0; s < students.size(); s++) {
            var others = new ArrayList<>(never.get(s).values());
            Fit chosen = null;
            for (var fit : fits.get(s)) {
                int m = numbers.get(fit.mentor());
                if (given[s] == m) chosen = fit;
                else if (taken[m] >= mentors.get(m).room()) others.add(new Full(fit.mentor(), fit));
                else others.add(new FitsLess(fit.mentor(), fit));
            }
            others.sort(Comparator.comparing(NotThis::mentor));
            all.add(new MentorProposal(students.get(s).id(), chosen, List.copyOf(others)));
        }
        return List.copyOf(all);
    }
}
