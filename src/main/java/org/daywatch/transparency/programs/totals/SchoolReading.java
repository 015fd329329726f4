package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Counted;
import org.daywatch.transparency.programs.meters.LogWeeks;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.PostMoney;
import org.daywatch.transparency.programs.meters.Preparation;
import org.daywatch.transparency.programs.meters.Quarter;
import org.daywatch.transparency.programs.meters.ShareMeter.Clocked;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.meters.StartDue;
import org.daywatch.transparency.programs.meters.Subjects;
import org.daywatch.transparency.programs.meters.YearDays;
import org.daywatch.transparency.programs.totals.ActivityFigures.OfficerWeeks;
import org.daywatch.transparency.programs.totals.ActivityFigures.OnDay;
import org.daywatch.transparency.programs.totals.ActivityFigures.SignedLate;
import org.daywatch.transparency.programs.totals.ActivityFigures.Sum;
import org.daywatch.transparency.programs.totals.SchoolMeters.Agreement;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfOfficer;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfPost;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what was gathered, school by school. Pure. @param paid of the whole grant year, July to June, where a
 * post has an award
 */
record SchoolReading(LocalDate asOf, Map<UUID, List<FundedPost>> postsBySchool, Map<UUID, List<Sum>> sums,
        Map<UUID, List<Sum>> paid) {

    /** Within what time both sign a weekly log. */
    static final String LOG_SIGNED = "LOG:WEEK:SIGNED";

    SchoolReading(LocalDate asOf, Collection<FundedPost> posts, Map<UUID, List<Sum>> sums, Map<UUID, List<Sum>> paid) {
        this(asOf, bySchool(posts), sums, paid);
    }

    private static Map<UUID, List<FundedPost>> bySchool(Collection<FundedPost> posts) {
        var by = new java.util.HashMap<UUID, List<FundedPost>>();
        posts.forEach(p -> p.schools().forEach(s -> by.computeIfAbsent(s, k -> new ArrayList<>(2)).add(p)));
        return by;
    }

    /**
     * What was found for one school.
     *
     * @param duty weeks with paid duty
     * @param signed weeks whose log both sides signed
     * @param signedLate those of them that may have been signed late
     */
    record Found(YearDays year, List<Requirement> rules, List<OnDay> onDays, List<OfficerWeeks> duty,
            List<OfficerWeeks> signed, List<SignedLate> signedLate, List<Due> due) {

        Found by(List<Requirement> others) {
            return new Found(year, others, onDays, duty, signed, signedLate, due);
        }
    }

    SchoolMeters of(Campus school, Found found) {
        var own = sums.getOrDefault(school.id(), List.of());
        var posts = postsBySchool.getOrDefault(school.id(), List.of());
        var figured = Figured.of(found.rules);
        var ofPosts = posts.stream()
                .map(p -> new OfPost(p, figures(figured, of(p, sums), found.year, p.kind()), money(p, found.year)))
                .toList();
        return new SchoolMeters(school, asOf, found.year, found.rules, ofPosts, officers(found, figured, own, posts),
                figures(figured, own, found.year, kind(posts)), quarters(found),
                agreements(found, own), found.due);
    }

    /** A line that names no post counts for the only one its school has, from that post's first day on. */
    private List<Sum> of(FundedPost post, Map<UUID, List<Sum>> sums) {
        return post.schools().stream().flatMap(s -> sums.getOrDefault(s, List.of()).stream()
                .filter(sum -> post.id().equals(sum.post())
                        || sum.post() == null && sum.sincePost() && postsBySchool.get(s).size() == 1))
                .toList();
    }

    private @Nullable PostMoney money(FundedPost post, YearDays year) {
        if (post.money() == null) return null;
        var clocked = clocked(of(post, paid));
        return PostMoney.of(post.money(), clocked.paid(), clocked.recentPaid(), year, asOf);
    }

    /** Of several kinds none: then only rules for all kinds are asked. */
    private static String kind(Collection<FundedPost> posts) {
        var kinds = posts.stream().map(FundedPost::kind).distinct().toList();
        return kinds.size() == 1 ? kinds.getFirst() : "";
    }

    /** The kind of the posts their lines name; of the school's where they name none. */
    private static String kind(List<Sum> lines, List<FundedPost> posts) {
        var named = posts.stream().filter(p -> lines.stream().anyMatch(l -> p.id().equals(l.post()))).toList();
        return kind(named.isEmpty() ? posts : named);
    }

    private List<OfOfficer> officers(Found found, Figured figured, List<Sum> own, List<FundedPost> posts) {
        var byOfficer = own.stream().filter(s -> s.officer() != null)
                .collect(Collectors.groupingBy(Sum::officer, TreeMap::new, Collectors.toList()));
        var duty = weeks(found.duty);
        var signed = weeks(found.signed);
        var signedOn = found.signedLate.stream().collect(
                Collectors.groupingBy(SignedLate::officer, Collectors.toMap(SignedLate::week, SignedLate::on)));
        var within = found.rules.stream().filter(r -> r.subject().equals(LOG_SIGNED)).findFirst()
                .map(r -> r.rule().number()).orElse(null);
        return byOfficer.entrySet().stream()
                .map(e -> new OfOfficer(e.getKey(),
                        figures(figured, e.getValue(), found.year, kind(e.getValue(), posts)),
                        LogWeeks.of(duty.getOrDefault(e.getKey(), Set.of()), signed.getOrDefault(e.getKey(), Set.of()),
                                signedOn.getOrDefault(e.getKey(), Map.of()), within, asOf)))
                .toList();
    }

    private static Map<UUID, Set<LocalDate>> weeks(List<OfficerWeeks> weeks) {
        return weeks.stream().collect(Collectors.toMap(OfficerWeeks::officer, OfficerWeeks::mondays));
    }

    /**
     * Of what is asked at a school that which is figured anew for each officer and post. @param shares the rule for one
     * kind of officer before the one for all
     */
    private record Figured(List<Requirement> times, List<Requirement> shares, Preparation preparation) {

        static Figured of(List<Requirement> rules) {
            return new Figured(
                    rules.stream().filter(r -> r.kind() == Kind.TIME && r.counting() == Requirement.Counting.YEAR)
                            .toList(),
                    rules.stream().filter(r -> r.kind() == Kind.SHARE && r.subject().startsWith("ON_CAMPUS"))
                            .sorted(Comparator.comparing((Requirement r) -> !r.subject().contains(":"))
                                    .thenComparing(Requirement::subject))
                            .toList(),
                    Preparation.of(rules));
        }

        /** Of no kind that is known, the one for all. */
        @Nullable
        Requirement share(String kind) {
            for (var rule : shares)
                if (!rule.subject().contains(":") || !kind.isEmpty() && rule.subject().endsWith(":" + kind))
                    return rule;
            return null;
        }
    }

    private Figures figures(Figured rules, List<Sum> of, YearDays year, String kind) {
        var times = rules.times.stream().map(r -> Meter.of(r, counted(r, rules.preparation, of), year, asOf)).toList();
        long preparation = of.stream().filter(s -> s.subject().equals("LRE:PREPARATION")).mapToLong(Sum::minutes).sum();
        var share = rules.share(kind);
        return new Figures(times, share == null ? null : ShareMeter.of(share, clocked(of), asOf), preparation);
    }

    /** Nobody recorded anything: unknown. Something was recorded, and nothing of this: zero. */
    static Counted counted(Requirement rule, Preparation preparation, List<Sum> of) {
        if (of.isEmpty()) return Counted.UNKNOWN;
        var counted = Counted.of(0, 0, 0);
        var prepared = Counted.of(0, 0, 0);
        boolean weighs = preparation.countsFor(rule);
        for (var sum : of) {
            if (Subjects.counts(rule.subject(), sum.subject())) counted = counted.plus(of(sum));
            else if (weighs && sum.subject().equals(preparation.subject())) prepared = prepared.plus(of(sum));
        }
        return weighs ? counted.plus(preparation.of(prepared)) : counted;
    }

    private static Counted of(Sum sum) {
        return Counted.of(sum.minutes(), sum.recentMinutes(), sum.lines());
    }

    static Clocked clocked(List<Sum> of) {
        long on = 0;
        long paid = 0;
        long recentOn = 0;
        long recentPaid = 0;
        var away = new TreeMap<String, Long>();
        for (var sum : of) {
            if (!sum.clock()) continue;
            paid += sum.minutes();
            recentPaid += sum.recentMinutes();
            if (sum.onCampus()) {
                on += sum.minutes();
                recentOn += sum.recentMinutes();
            } else away.merge(sum.reason(), sum.minutes(), Long::sum);
        }
        return new Clocked(on, paid, recentOn, recentPaid, away);
    }

    private List<Quarter> quarters(Found found) {
        return found.rules.stream()
                .filter(r -> r.kind() == Kind.MEETING && r.counting() == Requirement.Counting.QUARTER).findFirst()
                .map(r -> Quarter.of(r, found.year, found.onDays.stream()
                        .filter(d -> Subjects.counts(r.subject(), d.subject())).map(OnDay::day).toList(), asOf))
                .orElse(List.of());
    }

    /**
     * From each officer's first day at the school in this school year; an agreement that names no officer speaks for
     * all of them.
     */
    private List<Agreement> agreements(Found found, List<Sum> own) {
        var rule = found.rules.stream()
                .filter(r -> r.subject().equals("AGREEMENT:SERVICE") && r.counting() == Requirement.Counting.DAYS_AFTER)
                .findFirst();
        if (rule.isEmpty()) return List.of();
        var starts = new TreeMap<UUID, LocalDate>();
        own.stream().filter(Sum::clock).filter(s -> s.officer() != null).forEach(
                s -> starts.merge(Objects.requireNonNull(s.officer()), s.first(), (a, b) -> a.isBefore(b) ? a : b));
        var signed = found.onDays.stream()
                .filter(d -> Subjects.counts("AGREEMENT:SERVICE", d.subject()) && ofThisYear(d)).toList();
        return starts.entrySet().stream().map(e -> {
            var first = signed.stream().filter(d -> d.officer() == null || d.officer().equals(e.getKey()))
                    .min(Comparator.comparing(OnDay::day));
            return new Agreement(e.getKey(),
                    StartDue.of(rule.get(), e.getValue(), first.map(OnDay::day).orElse(null), asOf),
                    first.map(OnDay::evidence).orElse(""));
        }).toList();
    }

    /**
     * For this school year by its term, signed in June too; where nobody knows its term, by the day on which it was
     * signed.
     */
    private boolean ofThisYear(OnDay agreement) {
        var begin = SchoolYears.begin(asOf);
        return agreement.term() == null
                ? !agreement.day().isBefore(begin)
                : agreement.term().meets(begin, SchoolYears.end(asOf));
    }
}
