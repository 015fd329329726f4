package org.daywatch.staffing.schedules.pages;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.staffing.eligibility.Term;
import org.daywatch.staffing.schedules.weeks.Opener;
import org.daywatch.staffing.schedules.weeks.Schedule;
import org.daywatch.staffing.schedules.weeks.ScheduleNotes.Tally;

/**
 * A schedule in words. @param core by school and officer; @param lacks by post, what kept officers from an empty place
 */
public record ScheduleWords(Page page, Map<UUID, Map<UUID, Integer>> core, Map<UUID, List<Tally>> lacks) {

    private static final int REASONS = 2;

    static ScheduleWords none(Page page) {
        return new ScheduleWords(page, Map.of(), Map.of());
    }

    /** 1 to 26, or 0 for somebody outside the core team. */
    public int mark(ScheduleGrid.Place place) {
        return place.officerId() == null
                ? 0
                : core.getOrDefault(place.school(), Map.of()).getOrDefault(place.officerId(), 0);
    }

    /** A, B, C … of the core team; empty outside it. */
    public String letter(ScheduleGrid.Place place) {
        int mark = mark(place);
        return mark == 0 ? "" : String.valueOf((char) ('A' + mark - 1));
    }

    /** One line, the most frequent reasons first; empty while it has not been worked out. */
    public String lack(UUID post) {
        return lacks.getOrDefault(post, List.of()).stream().limit(REASONS)
                .map(t -> page.t("rosters.lack." + t.lack(), t.officers())).collect(Collectors.joining("; "));
    }

    public static Chip chip(Page page, ScheduleGrid.Place place) {
        return place.state().chip(page);
    }

    /** How good it is, and how that is known. */
    public static String quality(Page page, Schedule roster) {
        if (roster.points() == null) return page.t("rosters.quality.none");
        var gap = roster.gapPercent();
        if (gap == null) return page.t("rosters.quality.unproved");
        return gap.signum() <= 0 ? page.t("rosters.quality.best") : page.t("rosters.quality.gap", gap);
    }

    /** What would fill how many empty places, and by how much a limit would have to give way. */
    public static String opener(Page page, Opener opener) {
        if (opener.minutes() == null)
            return page.t("rosters.opener.credential", page.t(opener.name()), opener.posts(), opener.officers());
        return page.t("rosters.opener.limit", opener.name(), opener.department(),
                Term.hours(Duration.ofMinutes(opener.minutes())), opener.posts(), opener.officers());
    }

    static List<Tile> tiles(Page page, WeekOfSchools.Figures f, LocalDate monday) {
        String here = "/rosters?week=" + monday + "&state=";
        return List.of(
                Tile.of(page.t("rosters.tile.filled"), f.filled() + " / " + f.places())
                        .note(page.t("rosters.tile.filled.note", f.proposed())),
                Tile.of(page.t("rosters.tile.accepted"), "" + f.accepted()).opens(here + PlaceState.ACCEPTED)
                        .tone(f.accepted() > 0 ? Chip.Tone.GOOD : Chip.Tone.QUIET),
                Tile.of(page.t("rosters.tile.asked"), "" + f.asked()).opens(here + PlaceState.ASKED),
                Tile.of(page.t("rosters.tile.lacking"), "" + f.lacking()).opens(here + WeekOfSchools.LACKING)
                        .tone(f.lacking() > 0 ? Chip.Tone.BAD : Chip.Tone.GOOD));
    }

    static List<Field> filters(Page page, Paging paging, Collection<Campus> schools, Map<UUID, String> names,
            LocalDate monday) {
        var any = new Field.Option("", page.t("rosters.filter.any"));
        var districts = new ArrayList<>(List.of(any));
        schools.stream().map(Campus::districtId).distinct()
                .map(d -> new Field.Option(d.toString(), names.getOrDefault(d, "")))
                .sorted(Comparator.comparing(Field.Option::label)).forEach(districts::add);
        var states = new ArrayList<>(
                List.of(any, new Field.Option(WeekOfSchools.LACKING, page.t("rosters.filter.lacking"))));
        for (var state : PlaceState.values())
            states.add(new Field.Option(state.name(), page.t("rosters.state." + state)));
        return List.of(Field.of(Field.Kind.SEARCH, "q", page.t("rosters.filter.q")).value(paging.filter("q")),
                Field.date("week", page.t("rosters.filter.week")).value(monday),
                Field.select("state", page.t("rosters.filter.state"), states).value(paging.filter("state")),
                Field.select("district", page.t("rosters.filter.district"), districts)
                        .value(paging.filter("district")));
    }
}
