package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.figures.DrillCount;
import org.daywatch.transparency.programs.meters.DueCount;
import org.daywatch.transparency.programs.meters.LogWeeks;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.PostMoney;
import org.daywatch.transparency.programs.meters.Quarter;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.meters.StartDue;
import org.daywatch.transparency.programs.meters.YearDays;
import org.jspecify.annotations.Nullable;

/**
 * How one school stands in its programs on a day.
 *
 * @param posts funded posts, each over all its schools
 * @param officers each with what they did at this school
 * @param whole everything done at this school, whoever did it
 * @param agreements of each officer who began here this year
 * @param due what is due on days: drills, meetings, plans, sweeps, audits, reports
 */
public record SchoolMeters(Campus school, LocalDate asOf, YearDays year, List<Requirement> requirements,
        List<OfPost> posts, List<OfOfficer> officers, Figures whole,
        List<Quarter> quarters, List<Agreement> agreements, List<Due> due) {

    /** Meters of time, the share of time on campus, and what was prepared, which counts as far as a program says so. */
    public record Figures(List<Meter> times, @Nullable ShareMeter share, long preparation) {}

    /** @param money null where nobody said what the award holds and what an hour costs */
    public record OfPost(FundedPost post, Figures figures, @Nullable PostMoney money) {

        /** One of so many campuses that share it. */
        public int shared() {
            return post.schools().size();
        }
    }

    public record OfOfficer(UUID officer, Figures figures, LogWeeks logs) {}

    /** @param evidence address of the page that shows it, where it is signed and one does. */
    public record Agreement(UUID officer, StartDue due, String evidence) {

        public Agreement(UUID officer, StartDue due) {
            this(officer, due, "");
        }
    }

    /**
     * The funded post of which a meter of time, or the share of time on campus, was taken; empty where it is the whole
     * school's.
     */
    public Optional<OfPost> behind(Requirement requirement) {
        var dial = dials().stream().filter(m -> m.requirement().equals(requirement)).findFirst();
        return posts.stream().filter(p -> dial.isPresent()
                ? p.figures().times().stream().anyMatch(m -> m == dial.get())
                : p.figures().share() != null && p.figures().share() == campusShare()).findFirst();
    }

    /** The first day whose minutes the meters of time hold. */
    public LocalDate from() {
        return year.known() ? year.first() : SchoolYears.begin(asOf);
    }

    /** The last day whose minutes the meters of time hold. */
    public LocalDate to() {
        return year.known() && asOf.isAfter(year.last()) ? year.last() : asOf;
    }

    /** For each requirement of time: the post that is furthest behind, or the whole school where no post is known. */
    public List<Meter> dials() {
        if (posts.isEmpty()) return whole.times();
        return whole
                .times().stream().map(
                        w -> posts.stream().flatMap(p -> p.figures().times().stream())
                                .filter(m -> m.requirement().equals(w.requirement()))
                                .min(Comparator.comparing(Meter::standing)
                                        .thenComparingLong(m -> m.amount() == null ? 0 : m.amount()))
                                .orElse(w))
                .toList();
    }

    public @Nullable ShareMeter campusShare() {
        return posts.stream().map(p -> p.figures().share()).filter(s -> s != null)
                .min(Comparator.comparing(ShareMeter::standing)).orElse(whole.share());
    }

    /** Log weeks of all officers that are over and not signed. */
    public int logsMissing() {
        return officers.stream().mapToInt(o -> o.logs().missing().size()).sum();
    }

    /** Logs that were signed later than they should have been. */
    public int logsLate() {
        return officers.stream().mapToInt(o -> o.logs().late().size()).sum();
    }

    public boolean asksFor(String subject) {
        return requirements.stream().anyMatch(r -> r.subject().equals(subject));
    }

    public boolean asksForException() {
        return requirements.stream().anyMatch(r -> r.subject().startsWith("EXCEPTION:"));
    }

    public boolean logsAsked() {
        return asksFor("LOG:WEEK");
    }

    public Optional<Quarter> thisQuarter() {
        return quarters.stream().filter(q -> !asOf.isBefore(q.from()) && !asOf.isAfter(q.to())).findFirst();
    }

    /** Agreements whose last day in time is over and that are not signed. */
    public List<Agreement> agreementsOverdue() {
        return agreements.stream().filter(a -> a.due().state() == StartDue.State.OVERDUE).toList();
    }

    /** The part of the due list whose subject begins so: DRILL, SWEEP, AUDIT. */
    public List<Due> due(String family) {
        return due.stream().filter(d -> d.requirement().subject().startsWith(family)).toList();
    }

    public DrillCount drills() {
        return DrillCount.of(due);
    }

    /**
     * What is due, without meetings whose quarters say it already: those count from the quarter's first day on, before
     * school begins too.
     */
    public List<Due> dated() {
        return quarters.isEmpty()
                ? due
                : due.stream().filter(
                        d -> d.requirement().kind() != Kind.MEETING || d.requirement().counting() != Counting.QUARTER)
                        .toList();
    }

    /** A post that this school has only in part, shared with others. */
    public boolean inPart() {
        return !posts.isEmpty() && posts.stream().allMatch(p -> p.shared() > 1);
    }

    /** What is wanting: a requirement's subject, how it stands, how often. */
    public record Wanting(String subject, Standing standing, int times) {}

    /**
     * Everything that is missed or behind, the worst first. @param besides what other pages know of this school:
     * clocks, certificates, who stands there
     */
    public List<Wanting> wanting(Collection<Wanting> besides) {
        return found(besides).stream().filter(w -> w.standing() == Standing.MISSED || w.standing() == Standing.BEHIND)
                .sorted(Comparator.comparing(Wanting::standing)).toList();
    }

    /**
     * The worst of everything, for putting schools in order. What is not asked for says nothing. @param besides as for
     * {@link #wanting}
     */
    public Standing worst(Collection<Wanting> besides) {
        return found(besides).stream().map(Wanting::standing).min(Comparator.naturalOrder()).orElse(Standing.UNKNOWN);
    }

    private List<Wanting> found(Collection<Wanting> besides) {
        var found = new ArrayList<>(besides);
        dials().forEach(m -> found.add(new Wanting(m.requirement().subject(), m.standing(), 1)));
        var share = campusShare();
        if (share != null) found.add(new Wanting(share.requirement().subject(), share.standing(), 1));
        int quartersMissed = (int) quarters.stream().filter(q -> q.state() == Quarter.State.MISSED).count();
        if (!quarters.isEmpty())
            found.add(new Wanting("MEETING:SAFETY_TEAM", quartersMissed > 0 ? Standing.MISSED : Standing.ON_PACE,
                    quartersMissed));
        if (!agreementsOverdue().isEmpty())
            found.add(new Wanting("AGREEMENT:SERVICE", Standing.BEHIND, agreementsOverdue().size()));
        if (logsAsked() && logsMissing() > 0) found.add(new Wanting("LOG:WEEK", Standing.BEHIND, logsMissing()));
        dues(found);
        return found;
    }

    private void dues(List<Wanting> found) {
        var bySubject = new TreeMap<String, List<Due>>();
        dated().stream().filter(d -> d.requirement().kind() != Kind.CEILING)
                .forEach(d -> bySubject.computeIfAbsent(d.requirement().subject(), k -> new ArrayList<>()).add(d));
        bySubject.forEach((subject, dues) -> {
            var count = DueCount.of(dues);
            found.add(new Wanting(subject, count.standing(), count.late() + count.missed()));
        });
        int tooMany = drills().tooMany();
        if (tooMany > 0) found.add(new Wanting("CEILING", Standing.MISSED, tooMany));
    }
}
