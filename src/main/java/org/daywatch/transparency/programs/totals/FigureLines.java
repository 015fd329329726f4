package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.daywatch.directory.Due;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Preparation;
import org.daywatch.transparency.programs.meters.Subjects;
import org.daywatch.transparency.programs.totals.EvidenceLines.Line;
import org.jspecify.annotations.Nullable;

/** Which lines a figure is the sum of: over the very days, and by the very words, its number was counted. Pure. */
public final class FigureLines {

    /** Paid time of the whole grant year, which is what an award pays. */
    public static final String PAID = "PAID";
    /** Paid time away from campus; behind the colon its reason, nothing where nobody gave one. */
    public static final String AWAY = "AWAY:";

    private FigureLines() {}

    /**
     * @param officer and {@code post}: null for any
     * @param rule id of the rule that asks for it; empty where none does
     * @param subject what is counted where no rule is named; empty: everything
     * @param from and {@code to}: a part of the year, such as a quarter; null where it is the whole
     */
    public record Figure(@Nullable UUID officer, @Nullable UUID post, String rule, String subject,
            @Nullable LocalDate from, @Nullable LocalDate to) {

        public static Figure of(String subject) {
            return new Figure(null, null, "", subject, null, null);
        }

        public static Figure ofRule(String rule, @Nullable UUID post) {
            return new Figure(null, post, rule, "", null, null);
        }
    }

    /** The first day on which something lies that counts: what is due every five years may have been done long ago. */
    static LocalDate earliest(SchoolMeters m) {
        var begin = SchoolYears.begin(m.asOf()).minusYears(1);
        return m.due().stream().map(Due::doneOn).filter(Objects::nonNull).filter(d -> d.isBefore(begin))
                .min(LocalDate::compareTo).orElse(begin);
    }

    /** @param lines of this school */
    public static List<Line> of(SchoolMeters m, Figure figure, List<Line> lines) {
        var rule = m.requirements().stream().filter(r -> r.rule().id().equals(figure.rule)).findFirst();
        if (rule.isEmpty() && !figure.rule.isEmpty()) return List.of();
        var asked = lines.stream().filter(l -> of(figure, m, l)).toList();
        if (rule.isPresent()) return ofRule(m, rule.get(), figure, asked);
        var counts = bySubject(m, figure.subject);
        var done = done(m.due().stream().filter(d -> d.requirement().subject().equals(figure.subject)).toList(), asked);
        return asked.stream().filter(l -> counts.test(l) || done.contains(l)).toList();
    }

    /**
     * How far preparation among the lines of a figure counts: in full where the figure is of preparation itself or of
     * no rule.
     */
    public static Preparation preparation(Collection<SchoolMeters> schools, Figure figure) {
        return schools.stream()
                .flatMap(m -> m.requirements().stream().filter(r -> r.rule().id().equals(figure.rule))
                        .map(r -> Preparation.of(m.requirements(), r)))
                .filter(p -> p.percent() > 0).findFirst().orElse(Preparation.NONE);
    }

    /** What a figure says of these lines: their minutes, of preparation so much as counts. */
    public static long minutes(List<Line> lines, Preparation preparation) {
        long prepared = lines.stream().filter(l -> l.subject().equals(preparation.subject())).mapToLong(Line::minutes)
                .sum();
        long all = lines.stream().mapToLong(Line::minutes).sum();
        return preparation.percent() == 0 ? all : all - prepared + preparation.of(prepared);
    }

    private static List<Line> ofRule(SchoolMeters m, Requirement r, Figure figure, List<Line> asked) {
        if (r.subject().equals("AGREEMENT:SERVICE")) return agreements(m, figure, asked);
        if (r.kind() == Kind.TIME) {
            var preparation = Preparation.of(m.requirements(), r);
            return asked.stream().filter(schoolYear(m).and(l -> Subjects.counts(r.subject(), l.subject())
                    || preparation.percent() > 0 && l.subject().equals(preparation.subject()))).toList();
        }
        if (r.kind() == Kind.SHARE) return asked.stream().filter(schoolYear(m).and(Line::clock)).toList();
        if (r.kind() == Kind.MEETING && r.counting() == Counting.QUARTER) {
            return asked.stream().filter(l -> Subjects.counts(r.subject(), l.subject())
                    && m.quarters().stream().anyMatch(q -> q.holds(l.day()))).toList();
        }
        return done(m.due().stream().filter(d -> d.requirement().equals(r)).toList(), asked);
    }

    private static Predicate<Line> bySubject(SchoolMeters m, String subject) {
        var schoolYear = schoolYear(m);
        Predicate<Line> grantYear = l -> !l.day().isBefore(SchoolYears.begin(m.asOf()));
        if (subject.isEmpty()) return grantYear;
        if (subject.equals(PAID)) return grantYear.and(Line::clock);
        if (subject.startsWith(AWAY))
            return schoolYear
                    .and(l -> l.clock() && !l.onCampus() && l.reason().equals(subject.substring(AWAY.length())));
        if (subject.startsWith("ON_CAMPUS")) return schoolYear.and(Line::clock);
        return (subject.startsWith("LRE") ? schoolYear : grantYear).and(l -> Subjects.counts(subject, l.subject()));
    }

    private static Predicate<Line> schoolYear(SchoolMeters m) {
        return l -> !l.day().isBefore(m.from()) && !l.day().isAfter(m.to());
    }

    private static boolean of(Figure figure, SchoolMeters m, Line l) {
        if (l.day().isAfter(m.asOf()) || figure.from != null && l.day().isBefore(figure.from)
                || figure.to != null && l.day().isAfter(figure.to))
            return false;
        boolean ofAgreement = l.kind().equals("AGREEMENT"); // its line names nobody: whom it is about stands with its clock
        if (figure.officer != null && !figure.officer.equals(l.officer()) && !ofAgreement) return false;
        return figure.post == null || figure.post.equals(l.post())
                || l.post() == null && m.posts().size() == 1 && only(m.posts().getFirst().post(), figure.post, l.day());
    }

    /** A line that names no post counts for the only one its school has, from that post's first day on. */
    private static boolean only(FundedPost post, UUID asked, LocalDate day) {
        return post.id().equals(asked) && !day.isBefore(post.from());
    }

    private static List<Line> agreements(SchoolMeters m, Figure figure, List<Line> asked) {
        var signed = m.agreements().stream()
                .filter(a -> a.due().done() && (figure.officer == null || a.officer().equals(figure.officer))).toList();
        return asked.stream().filter(l -> Subjects.counts("AGREEMENT:SERVICE", l.subject()))
                .filter(l -> signed.stream()
                        .anyMatch(a -> l.day().equals(a.due().on()) && l.evidence().equals(a.evidence())))
                .toList();
    }

    /** For each that is done the one line that did it. */
    private static List<Line> done(Collection<Due> dues, List<Line> lines) {
        var done = new ArrayList<Line>();
        for (Due due : dues) {
            if (due.doneOn() == null) continue;
            lines.stream().filter(l -> did(l, due) && !done.contains(l)).findFirst().ifPresent(done::add);
        }
        return done;
    }

    private static boolean did(Line l, Due due) {
        return !l.subject().isEmpty() && l.day().equals(due.doneOn()) && l.evidence().equals(due.evidence())
                && (!l.evidence().isEmpty() || family(due.requirement().subject()).equals(family(l.subject())));
    }

    /** DRILL of DRILL:LOCKDOWN: a drill of one kind may count under another name. */
    private static String family(String subject) {
        return subject.contains(":") ? subject.substring(0, subject.indexOf(':')) : subject;
    }
}
