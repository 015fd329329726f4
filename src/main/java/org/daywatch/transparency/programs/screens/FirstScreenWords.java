package org.daywatch.transparency.programs.screens;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.figures.DrillCount;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.staffing.CoverageNow.Unfilled;
import org.daywatch.transparency.programs.clocks.pages.ClockWords;
import org.daywatch.transparency.programs.meters.DueCount;
import org.daywatch.transparency.programs.meters.YearDays;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.schools.SchoolRow;
import org.daywatch.transparency.programs.screens.TileLines.Counted;

/** The cells and key figures of a first screen in the reader's words. What cannot be said is said to be unknown. */
public final class FirstScreenWords {

    private static final String SHEETS = "SWEEP:DOORS:AT_HAND";

    private FirstScreenWords() {}

    /** Those the reader may see: money of awards is not everybody's. */
    public static List<String> columns(Page page, Layout layout) {
        boolean money = page.actor() != null && page.actor().may(Permission.AWARDS_READ);
        return columns(layout).stream().filter(column -> money || !column.equals("money")).toList();
    }

    private static List<String> columns(Layout layout) {
        return switch (layout) {
            case GRANT -> List.of("lre", "campus", "logs", "team", "money");
            case COMPLIANCE -> List.of("exception", "half", "sweeps", "audit");
            case COVERAGE -> List.of("drills", "active", "first");
        };
    }

    /** What stands above a column; of sweeps with the weeks that are read, each number once where schools differ. */
    public static String heading(Page page, String column, List<SchoolRow> rows) {
        if (!column.equals("sweeps")) return page.t("program.column." + column);
        var weeks = rows.stream().flatMap(r -> sheets(r).stream()).distinct().sorted().map(String::valueOf)
                .collect(Collectors.joining(" / "));
        return weeks.isEmpty() ? page.t("program.column.sweeps.year") : page.t("program.column.sweeps", weeks);
    }

    public static String cell(Page page, String column, SchoolRow r) {
        return switch (column) {
            case "lre" -> lre(page, r);
            case "campus" -> r.meters().campusShare() == null
                    ? page.t("program.notAsked")
                    : MeterWords.share(page, r.meters().campusShare());
            case "logs" -> logs(page, r);
            case "team" -> team(page, r);
            case "money" -> money(page, r);
            case "exception" -> exception(page, r);
            case "half" -> half(page, r);
            case "sweeps" -> sweeps(page, r);
            case "audit" -> next(page, r.meters().due("AUDIT"));
            case "drills" -> count(page, r, d -> d.requirement().counting() == Counting.YEAR
                    && d.requirement().subject().equals("DRILL:EMERGENCY"));
            case "active" -> count(page, r, d -> d.requirement().subject().equals("DRILL:ACTIVE_THREAT"));
            default -> first(page, r);
        };
    }

    /** Where the program asks for no meeting, that; where the school has no calendar, nobody knows its quarters. */
    private static String team(Page page, SchoolRow r) {
        var m = r.meters();
        if (m.requirements().stream().noneMatch(q -> q.subject().equals("MEETING:SAFETY_TEAM")))
            return page.t("program.notAsked");
        return m.thisQuarter().map(q -> page.t("program.quarter." + q.state()))
                .orElse(page.t(m.quarters().isEmpty() ? "program.unknown" : "program.quarter.none"));
    }

    private static String logs(Page page, SchoolRow r) {
        if (!r.meters().logsAsked()) return page.t("program.notAsked");
        String missing = page.t("program.logs.missing", r.meters().logsMissing());
        return r.meters().logsLate() == 0
                ? missing
                : missing + ", " + page.t("program.logs.late", r.meters().logsLate());
    }

    private static String lre(Page page, SchoolRow r) {
        var dials = r.meters().dials();
        if (dials.isEmpty()) return page.t("program.notAsked");
        if (dials.stream().allMatch(m -> m.amount() == null)) return page.t("program.unknown");
        return dials.stream().sorted(Comparator.comparing(m -> m.requirement().subject()))
                .map(m -> page.t("program.dial", page.t("program.short." + m.requirement().subject().replace(':', '-')),
                        MeterWords.of(page, m)))
                .collect(Collectors.joining("\n")); // the cell keeps its lines
    }

    /** Of each post; a school without one has no award to spend. */
    private static String money(Page page, SchoolRow r) {
        var posts = r.meters().posts();
        if (posts.isEmpty()) return page.t("program.notAsked");
        return posts.stream().map(p -> p.money() == null ? page.t("program.unknown") : Dollars.said(p.money().left()))
                .collect(Collectors.joining(" · "));
    }

    private static String exception(Page page, SchoolRow r) {
        var e = r.exception();
        if (e == null) return page.t("program.exception.none");
        String renew = e.renewBy() == null ? page.t("program.unknown") : page.when().date(e.renewBy());
        return page.t(e.holds(r.meters().asOf()) ? "program.exception.holds" : "program.exception.over",
                page.when().date(e.boardDay()), renew);
    }

    /** Drills whose last day lies in the half of the school year that is running. */
    private static String half(Page page, SchoolRow r) {
        var drills = r.meters().due("DRILL").stream().filter(d -> d.requirement().kind() == Requirement.Kind.DRILL)
                .toList();
        if (drills.isEmpty()) return page.t("program.unknown");
        var count = DrillCount.of(ofHalf(drills, r.meters().asOf()));
        return page.t("program.drills.of", count.done(), count.asked());
    }

    /**
     * What was held in the half before is none of this one's, though its last day be the year's. Where nothing is told
     * by halves, the whole year.
     */
    static List<Due> ofHalf(List<Due> drills, LocalDate asOf) {
        var halves = drills.stream()
                .filter(d -> d.requirement().counting() == Counting.EACH_HALF && !d.by().isBefore(asOf))
                .min(Comparator.comparing(Due::by));
        if (halves.isEmpty()) return drills;
        var begin = halves.get().from();
        var end = halves.get().by();
        return drills.stream().filter(d -> !d.by().isBefore(begin) && !d.by().isAfter(end))
                .filter(d -> d.doneOn() == null || !d.doneOn().isBefore(begin)).toList();
    }

    /**
     * Of so many last weeks with school as the program has sheets at hand for, those with a sweep; of the whole year so
     * far where it does not say how many.
     */
    private static String sweeps(Page page, SchoolRow r) {
        var m = r.meters();
        if (!m.year().known() || m.due("SWEEP").isEmpty()) return page.t("program.unknown");
        var done = m.due("SWEEP").stream().map(Due::doneOn).filter(d -> d != null).map(YearDays::week)
                .collect(Collectors.toSet());
        var weeks = m.year().days().stream().filter(d -> !d.isAfter(m.asOf())).map(YearDays::week).distinct()
                .sorted(Comparator.reverseOrder()).limit(sheets(r).orElse(Integer.MAX_VALUE)).toList();
        return page.t("program.sweeps.of", weeks.stream().filter(done::contains).count(), weeks.size());
    }

    private static Optional<Integer> sheets(SchoolRow r) {
        return r.meters().requirements().stream().filter(q -> q.subject().equals(SHEETS)).map(q -> q.rule().number())
                .findFirst();
    }

    private static String next(Page page, List<Due> dues) {
        var next = DueCount.of(dues).next();
        return next == null ? page.t("program.unknown") : page.when().date(next);
    }

    private static String count(Page page, SchoolRow r, Predicate<Due> which) {
        var count = DueCount.of(r.meters().due("DRILL").stream().filter(which).toList());
        return count.asked() == 0
                ? page.t("program.unknown")
                : page.t("program.drills.of", count.done(), count.asked());
    }

    private static String first(Page page, SchoolRow r) {
        return r.meters().due().stream().filter(d -> d.requirement().counting() == Counting.FIRST_SCHOOL_DAYS)
                .findFirst()
                .map(d -> MeterWords.due(page, d)).orElse(page.t("program.unknown"));
    }

    /** Who stands there; who is missing, and who is named to come instead. */
    public static String who(Page page, SchoolRow r) {
        if (r.today() == null) return "";
        return Stream.concat(r.today().onPost().stream(), missing(page, r)).collect(Collectors.joining("; "));
    }

    /**
     * For a line of a table: who is missing, all of them; where nobody is, the first who stands there, and how many
     * more.
     */
    public static String whoShort(Page page, SchoolRow r) {
        if (r.today() == null) return "";
        if (!r.today().missing().isEmpty()) return missing(page, r).collect(Collectors.joining("; "));
        var there = r.today().onPost();
        return there.size() < 2
                ? String.join("", there)
                : page.t("program.who.more", there.getFirst(), there.size() - 1);
    }

    private static Stream<String> missing(Page page, SchoolRow r) {
        return r.today().missing().stream().map(m -> m.officer().isEmpty()
                ? page.t("program.missing.nobody")
                : page.t(m.relief().isEmpty() ? "program.missing.noRelief" : "program.missing.relief", m.officer(),
                        m.relief()));
    }

    /**
     * Every figure opens the very rows, or the very list, it counts. Of a past day nothing is told of who stands there.
     */
    public static List<Tile> tiles(Page page, Layout layout, FirstScreen.Seen seen) {
        var tiles = new ArrayList<Tile>();
        String state = seen.rows().isEmpty() ? "" : "state=" + seen.rows().getFirst().school().state();
        if (!seen.past()) now(page, layout, seen, state, tiles);
        var counted = switch (layout) {
            case GRANT -> List.of(Counted.AGREEMENTS, Counted.LOGS, Counted.PROPOSALS);
            case COMPLIANCE -> List.of(Counted.EXCEPTIONS_DUE, Counted.AUDITS_DUE);
            case COVERAGE -> List.of(Counted.FINDINGS, Counted.REPORTS);
        };
        counted.forEach(c -> tiles.add(tile(page, c, seen, state)));
        if (layout == Layout.COVERAGE && seen.rows().stream().anyMatch(
                r -> r.meters().requirements().stream().anyMatch(q -> q.subject().startsWith("EXCEPTION:")))) {
            tiles.add(tile(page, Counted.EXCEPTIONS_DUE, seen, state));
        }
        if (layout == Layout.COMPLIANCE)
            tiles.add(Tile.of(page.t("program.tile.SENTINEL"), page.t("program.tile.SENTINEL.unknown"))
                    .note(page.t("program.tile.SENTINEL.note")).tone(Chip.Tone.QUIET));
        if (seen.papers().isPresent()) tiles.add(tile(page, Counted.PAPERS, seen, state));
        return tiles;
    }

    private static void now(Page page, Layout layout, FirstScreen.Seen seen, String state, List<Tile> tiles) {
        if (layout == Layout.COMPLIANCE) {
            var answers = seen.rows().stream().collect(Collectors.groupingBy(SchoolRow::answer, Collectors.counting()));
            for (var answer : SchoolRow.Answer.values()) {
                long count = answers.getOrDefault(answer, 0L);
                tiles.add(Tile.of(page.t("program.answer." + answer), Long.toString(count))
                        .opens("/program?" + state + "&now=ANSWER_" + answer)
                        .tone(count > 0 ? tone(answer) : Chip.Tone.QUIET));
            }
        } else {
            var counts = FirstScreen.counts(seen.rows());
            tiles.add(tile(page, "covered", counts.getOrDefault(SchoolRow.Now.COVERED, 0L), state + "&now=COVERED",
                    Chip.Tone.GOOD));
            tiles.add(tile(page, "atRisk", counts.getOrDefault(SchoolRow.Now.AT_RISK, 0L), state + "&now=AT_RISK",
                    counts.containsKey(SchoolRow.Now.AT_RISK) ? Chip.Tone.WARN : Chip.Tone.QUIET));
            tiles.add(tile(page, "empty", counts.getOrDefault(SchoolRow.Now.EMPTY, 0L), state + "&now=EMPTY",
                    counts.containsKey(SchoolRow.Now.EMPTY) ? Chip.Tone.BAD : Chip.Tone.QUIET));
        }
        tiles.add(tile(page, Counted.VACANT, seen, state));
    }

    private static Tile tile(Page page, Counted what, FirstScreen.Seen seen, String state) {
        int count = TileLines.of(page, what, seen, Map.of()).size();
        String day = seen.past() ? "&asOf=" + seen.asOf() : "";
        return Tile.of(page.t("program.tile." + what), Integer.toString(count))
                .opens("/program/counted?" + state + "&what=" + what + day)
                .tone(count > 0 ? what.tone() : Chip.Tone.QUIET);
    }

    private static Chip.Tone tone(SchoolRow.Answer answer) {
        return switch (answer) {
            case OFFICER -> Chip.Tone.GOOD;
            case EXCEPTION -> Chip.Tone.INFO;
            case AT_RISK -> Chip.Tone.WARN;
            case BARE -> Chip.Tone.BAD;
            case NOT_NOW -> Chip.Tone.QUIET;
        };
    }

    private static Tile tile(Page page, String what, long figure, String filter, Chip.Tone tone) {
        return Tile.of(page.t("program.tile." + what), Long.toString(figure)).opens("/program?" + filter).tone(tone);
    }

    /** Until it begins, or since when it stands empty. */
    public static String timeLeft(Page page, Unfilled next, Instant now) {
        boolean begun = !now.isBefore(next.start());
        var span = begun ? Duration.between(next.start(), now) : Duration.between(now, next.start());
        return page.t(begun ? "program.next.since" : "program.next.in", ClockWords.span(page, span));
    }
}
