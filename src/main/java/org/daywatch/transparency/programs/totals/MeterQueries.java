package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.Due;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Subjects;
import org.daywatch.transparency.programs.meters.YearDays;
import org.daywatch.transparency.programs.totals.ActivityFigures.Asked;
import org.daywatch.transparency.programs.totals.ActivityFigures.OfADay;
import org.daywatch.transparency.programs.totals.ActivityFigures.OfficerWeeks;
import org.daywatch.transparency.programs.totals.ActivityFigures.OnDay;
import org.daywatch.transparency.programs.totals.ActivityFigures.SignedLate;
import org.daywatch.transparency.programs.totals.ActivityFigures.Sum;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meters of many schools at once: a handful of statements, whatever their number; the rest is arithmetic in
 * {@code meters}.
 */
@Component
@Transactional(readOnly = true)
public class MeterQueries {

    private static final int YEARS_BACK = 1; // an agreement may be signed before the year it is for; of what is older the last of each kind is enough

    private final ActivityFigures figures;
    private final SchoolYears years;
    private final Demands demands;
    private final Campuses campuses;

    MeterQueries(ActivityFigures figures, SchoolYears years, Demands demands, Campuses campuses) {
        this.figures = figures;
        this.years = years;
        this.demands = demands;
        this.campuses = campuses;
    }

    /** What was gathered for one school: its meters by the rules it has, or by any others. */
    public record Gathered(Campus school, SchoolReading reading, SchoolReading.Found found) {

        public List<Requirement> rules() {
            return found.rules();
        }

        public SchoolMeters meters() {
            return reading.of(school, found);
        }

        /** As it would stand by other rules; what is due on days stays as it is. */
        public SchoolMeters by(List<Requirement> rules) {
            return reading.of(school, found.by(rules));
        }
    }

    /** In the order of the schools given. */
    public List<SchoolMeters> of(Collection<Campus> schools, LocalDate asOf) {
        return gather(schools, asOf).stream().map(Gathered::meters).toList();
    }

    /** In the order of the schools given. */
    public List<Gathered> gather(Collection<Campus> schools, LocalDate asOf) {
        var asked = schools.stream().map(Campus::id).toList();
        if (asked.isEmpty()) return List.of();
        var posts = demands.posts(asked, asOf);
        var all = new LinkedHashSet<>(asked); // a shared post is read over all its schools
        posts.forEach(p -> all.addAll(p.schools()));
        var calendar = years.of(all.size() == asked.size() ? schools : campuses.list(all), asOf);
        var begin = SchoolYears.begin(asOf);
        var spans = new HashMap<UUID, Asked>();
        var only = onlyPosts(posts);
        calendar.forEach((school, year) -> spans.put(school, span(year, asOf, only.get(school))));
        var sums = figures.sums(spans).stream().collect(Collectors.groupingBy(Sum::school));
        var paid = paid(posts, calendar, asOf, only);
        var onDays = Stream
                .concat(figures.lastBefore(asked, begin.minusYears(YEARS_BACK)).stream(),
                        figures.onDays(asked, begin.minusYears(YEARS_BACK), asOf).stream())
                .collect(Collectors.groupingBy(OnDay::school));
        var duty = figures.dutyWeeks(asked, begin, asOf).stream().collect(Collectors.groupingBy(OfficerWeeks::school));
        var signed = figures.signedWeeks(asked, begin, asOf).stream()
                .collect(Collectors.groupingBy(OfficerWeeks::school));
        var rules = demands.of(asked, asOf);
        var late = late(asked, begin, asOf, rules);
        var papers = figures.ofADay(asked, begin, SchoolYears.end(asOf));
        var due = demands.due(asked, asOf, done(onDays, papers, asOf), starts(onDays, papers, begin));
        var reading = new SchoolReading(asOf, posts, sums, paid);
        return schools.stream()
                .map(s -> new Gathered(s, reading,
                        new SchoolReading.Found(calendar.get(s.id()), rules.getOrDefault(s.id(), List.of()),
                                onDays.getOrDefault(s.id(), List.of()),
                                duty.getOrDefault(s.id(), List.of()), signed.getOrDefault(s.id(), List.of()),
                                late.getOrDefault(s.id(), List.of()), due.getOrDefault(s.id(), List.of()))))
                .toList();
    }

    /** Asked once for all schools by the shortest time any of their rules leaves; each is judged by its own. */
    private Map<UUID, List<SignedLate>> late(List<UUID> asked, LocalDate begin, LocalDate asOf,
            Map<UUID, List<Requirement>> rules) {
        var shortest = rules.values().stream().flatMap(List::stream)
                .filter(r -> r.subject().equals(SchoolReading.LOG_SIGNED)).mapToInt(r -> r.rule().number()).min();
        if (shortest.isEmpty()) return Map.of();
        return figures.signedLate(asked, begin, asOf, shortest.getAsInt()).stream()
                .collect(Collectors.groupingBy(SignedLate::school));
    }

    /** Of posts with an award: it pays for the whole grant year, for summer and the days before school begins too. */
    private Map<UUID, List<Sum>> paid(Collection<FundedPost> posts, Map<UUID, YearDays> calendar, LocalDate asOf,
            Map<UUID, LocalDate> only) {
        var begin = SchoolYears.begin(asOf);
        var spans = new HashMap<UUID, Asked>();
        posts.stream().filter(p -> p.money() != null).flatMap(p -> p.schools().stream())
                .forEach(s -> spans.put(s, new Asked(begin, asOf,
                        calendar.containsKey(s) && calendar.get(s).known() ? calendar.get(s).recentFrom(asOf) : asOf,
                        only.getOrDefault(s, begin))));
        return figures.paid(spans).stream().collect(Collectors.groupingBy(Sum::school));
    }

    /** What was done before the first or after the last school day is none of the year's. */
    private static Asked span(YearDays year, LocalDate asOf, @Nullable LocalDate postFrom) {
        var from = year.known() ? year.first() : SchoolYears.begin(asOf);
        var since = postFrom == null ? from : postFrom;
        if (!year.known()) return new Asked(from, asOf, asOf, since);
        return new Asked(from, asOf.isBefore(year.last()) ? asOf : year.last(), year.recentFrom(asOf), since);
    }

    /** The first day of its funded post for each school that has exactly one. */
    private static Map<UUID, LocalDate> onlyPosts(Collection<FundedPost> posts) {
        var bySchool = new HashMap<UUID, List<FundedPost>>();
        posts.forEach(p -> p.schools().forEach(s -> bySchool.computeIfAbsent(s, k -> new ArrayList<>(1)).add(p)));
        bySchool.values().removeIf(all -> all.size() != 1);
        return bySchool.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst().from()));
    }

    public SchoolMeters of(Campus school, LocalDate asOf) {
        return of(List.of(school), asOf).getFirst();
    }

    /** Of every school at which this officer was in the school year. */
    public List<Campus> schoolsOf(UUID officer, LocalDate asOf) {
        return campuses.list(figures.schoolsOf(officer, SchoolYears.begin(asOf), asOf));
    }

    /** Every officer of these schools with all they did at them together. */
    public List<OfficerTotal> officers(List<SchoolMeters> schools) {
        if (schools.isEmpty()) return List.of();
        var asOf = schools.getFirst().asOf();
        var spans = new HashMap<UUID, Asked>();
        schools.forEach(m -> spans.put(m.school().id(), span(m.year(), asOf, null)));
        return OfficerTotal.of(schools, figures.sums(spans));
    }

    /** The schools of one funded post, of those given. */
    public List<SchoolMeters> ofPost(Collection<Campus> schools, UUID post, LocalDate asOf) {
        var of = demands.posts(schools.stream().map(Campus::id).toList(), asOf).stream()
                .filter(p -> p.id().equals(post)).findFirst();
        return of.map(p -> of(schools.stream().filter(s -> p.schools().contains(s.id())).toList(), asOf))
                .orElse(List.of());
    }

    /** All schools over which a figure of this school's funded post is summed, those of others too. */
    public List<SchoolMeters> sharing(SchoolMeters school, UUID post) {
        var of = school.posts().stream().map(SchoolMeters.OfPost::post).filter(p -> p.id().equals(post)).findFirst();
        return of.map(p -> p.schools().size() == 1 ? List.of(school) : of(campuses.list(p.schools()), school.asOf()))
                .orElse(List.of());
    }

    /** A report that is filed for a quarter counts for that one. */
    private static Map<UUID, List<Due.Done>> done(Map<UUID, List<OnDay>> onDays, List<OfADay> papers, LocalDate asOf) {
        var quarters = papers.stream().filter(p -> p.subject().startsWith("REPORT:"))
                .collect(Collectors.toMap(OfADay::evidence, OfADay::day));
        return onDays
                .entrySet().stream().collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().stream().filter(d -> d.counts(asOf))
                                .flatMap(
                                        d -> subjects(d).stream()
                                                .map(subject -> new Due.Done(subject, d.day(), d.evidence(),
                                                        quarters.get(d.evidence()))))
                                .toList(),
                        (a, b) -> a, HashMap::new));
    }

    /**
     * What must be announced beforehand makes its notice due: as soon as somebody announced it, at the latest when it
     * is held. One of a day is one.
     */
    private static Map<UUID, List<Due.Start>> starts(Map<UUID, List<OnDay>> onDays, List<OfADay> papers,
            LocalDate begin) {
        var starts = new HashMap<UUID, LinkedHashSet<Due.Start>>();
        papers.forEach(p -> starts.computeIfAbsent(p.school(), s -> new LinkedHashSet<>())
                .add(new Due.Start(p.subject(), p.day())));
        onDays.forEach((school, lines) -> lines.stream().filter(l -> !l.day().isBefore(begin))
                .forEach(l -> subjects(l).stream().map(Subjects.ANNOUNCED::get).filter(Objects::nonNull)
                        .forEach(notice -> starts.computeIfAbsent(school, s -> new LinkedHashSet<>())
                                .add(new Due.Start(notice, l.day())))));
        return starts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    private static List<String> subjects(OnDay line) {
        return Subjects.of(line.subject());
    }
}
