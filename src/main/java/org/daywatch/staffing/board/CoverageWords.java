package org.daywatch.staffing.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.DayBar;
import org.daywatch.staffing.coverage.CoverageLedger.Stretch;
import org.daywatch.staffing.coverage.CoverageLedger;
import org.daywatch.staffing.coverage.CoverageState;
import org.daywatch.staffing.coverage.SchoolDayCoverage;

/** The ledger in the reader's language: chips, bars, hours and minutes. */
public final class CoverageWords {

    private CoverageWords() {}

    static Chip chip(Page page, CoverageState state) {
        String word = page.t("coverage.state." + state);
        return switch (state) {
            case UNCOVERED -> Chip.bad(word);
            case AT_RISK, UNPROVEN -> Chip.warn(word);
            case COVERED -> Chip.good(word);
            case PROMISED -> Chip.info(word);
            case OVER -> Chip.quiet(word);
        };
    }

    /** "7 h 40 min"; whole minutes, never rounded away. */
    static String minutes(Page page, long minutes) {
        if (minutes < 60) return page.t("coverage.min", minutes);
        return minutes % 60 == 0
                ? page.t("coverage.hours", minutes / 60)
                : page.t("coverage.hours.min", minutes / 60,
                        minutes % 60);
    }

    static String clock(Page page, Instant instant, ZoneId zone) {
        return page.when().time(instant, zone);
    }

    static String day(Page page, LocalDate day) {
        return page.when().fullDate(day);
    }

    static String weekday(Page page, LocalDate day) {
        return page.when().day(day);
    }

    static DayBar bar(Page page, SchoolDayCoverage day) {
        var zone = day.school().zone();
        var spans = new ArrayList<DayBar.Span>();
        for (var seat : day.seats()) {
            var window = seat.row().post().window();
            spans.add(span(DayBar.Kind.REQUIRED, window.start(), window.end(), zone, page.t("coverage.bar.required")));
            for (var stretch : seat.minutes().stretches()) {
                spans.add(span(kind(stretch, seat), stretch.window().start(), stretch.window().end(), zone,
                        words(page, stretch, seat)));
            }
        }
        return DayBar.around(spans, sentence(page, day));
    }

    private static DayBar.Span span(DayBar.Kind kind, Instant from, Instant to, ZoneId zone, String label) {
        return new DayBar.Span(kind, minuteOfDay(from.atZone(zone)), Math.max(minuteOfDay(from.atZone(zone)),
                minuteOfDay(to.atZone(zone))), label);
    }

    private static int minuteOfDay(ZonedDateTime at) {
        return at.getHour() * 60 + at.getMinute();
    }

    private static DayBar.Kind kind(Stretch stretch, SchoolDayCoverage.Seat seat) {
        return switch (stretch.kind()) {
            case COVERED -> DayBar.Kind.COVERED;
            case UNCOVERED -> DayBar.Kind.UNCOVERED;
            case TO_COME -> seat.holder() == null ? DayBar.Kind.AT_RISK : DayBar.Kind.PLANNED;
        };
    }

    private static String words(Page page, Stretch stretch, SchoolDayCoverage.Seat seat) {
        if (stretch.reason() != null) return page.t("coverage.reason." + stretch.reason());
        return page.t(stretch.kind() == CoverageLedger.Kind.COVERED
                ? "coverage.bar.covered"
                : seat.holder() == null
                        ? "coverage.bar.risk"
                        : "coverage.bar.planned");
    }

    /** The bar in words, for those who cannot see it. */
    static String sentence(Page page, SchoolDayCoverage day) {
        if (day.gaps().isEmpty()) return page.t("coverage.nogap");
        return day.gaps().stream().map(g -> gap(page, g, day.school().zone())).collect(Collectors.joining(" "));
    }

    /** The same in minutes, where no columns say them. */
    static String figures(Page page, SchoolDayCoverage day) {
        return page.t("coverage.sentence", minutes(page, day.required()), minutes(page, day.covered()),
                minutes(page, day.uncovered()),
                minutes(page, day.toCome()));
    }

    /** A day that is over says that nobody came, one that lies ahead that nobody has taken it yet. */
    static String nobody(Page page, SchoolDayCoverage day) {
        return page.t(day.state() == CoverageState.OVER ? "coverage.nobody.came" : "coverage.nobody");
    }

    /** "7:00 AM – 7:18 AM: the officer came late." */
    static String gap(Page page, Stretch gap, ZoneId zone) {
        return page.t("coverage.gap", clock(page, gap.window().start(), zone), clock(page, gap.window().end(), zone),
                page.t("coverage.reason." + gap.reason()));
    }

    /** @param href where it is done; empty where nothing is to do */
    public record Next(String words, String href) {}

    /**
     * What the coordinator would do next about this school, each with the place where it is done. @param phones by
     * shift, of those that may be called from here
     */
    static List<Next> next(Page page, SchoolDayCoverage day, Map<UUID, String> phones) {
        String post = "/board/posts/" + day.worstPost();
        var names = new Next(String.join(", ", day.officers()), "");
        return switch (day.state()) {
            case UNCOVERED, AT_RISK -> lacking(page, day, phones);
            case UNPROVEN -> List.of(new Next(page.t("coverage.next.confirm"), post));
            case COVERED, PROMISED -> List.of(names);
            case OVER -> List.of(day.uncovered() > 0 ? new Next(page.t("coverage.next.explain"), post) : names);
        };
    }

    private static List<Next> lacking(Page page, SchoolDayCoverage day, Map<UUID, String> phones) {
        var next = new ArrayList<Next>();
        day.seats().stream().filter(s -> s.holder() == null).findFirst().ifPresent(
                open -> next.add(new Next(page.t("coverage.next.fill", day.unfilled()), filling(page, open))));
        day.seats().stream().filter(s -> s.holder() != null && s.lacking()).forEach(s -> {
            String phone = phones.getOrDefault(s.holder().shiftId(), "");
            next.add(new Next(page.t("coverage.next.call", s.holder().officer()),
                    phone.isEmpty()
                            ? "/board/posts/" + s.row().post().postId()
                            : "tel:" + phone.replaceAll("[^0-9+]", "")));
        });
        return List.copyOf(next);
    }

    private static String filling(Page page, SchoolDayCoverage.Seat open) {
        boolean offered = open.row().postedRank() > 0 && open.row().state().equals("OPEN");
        boolean may = page.actor() != null && page.actor().may(Permission.SHIFTS_DESK);
        return (may && offered ? "/phone-acceptances?post=" : "/board/posts/") + open.row().post().postId();
    }
}
