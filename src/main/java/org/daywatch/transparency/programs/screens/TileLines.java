package org.daywatch.transparency.programs.screens;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.clocks.pages.ClockWords;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.schools.SchoolRow;
import org.daywatch.transparency.programs.screens.FirstScreen.Seen;
import org.jspecify.annotations.Nullable;

/**
 * What a tile of a first screen counts, one by one: its figure is how many there are, and what it opens shows exactly
 * these. Pure.
 */
public final class TileLines {

    private TileLines() {}

    public enum Counted {
        VACANT(Chip.Tone.WARN),
        AGREEMENTS(Chip.Tone.BAD),
        LOGS(Chip.Tone.WARN),
        EXCEPTIONS_DUE(Chip.Tone.WARN),
        AUDITS_DUE(Chip.Tone.WARN),
        FINDINGS(Chip.Tone.WARN),
        REPORTS(Chip.Tone.WARN),
        PAPERS(Chip.Tone.BAD),
        /** Of districts: not filed yet in a year in which one is due. */
        PROPOSALS(Chip.Tone.WARN),
        /** Every clock that nobody answered. */
        RUNNING(Chip.Tone.QUIET);

        private final Chip.Tone tone;

        Counted(Chip.Tone tone) {
            this.tone = tone;
        }

        Chip.Tone tone() {
            return tone;
        }
    }

    /**
     * @param school null: of no school alone. @param who officer it is about; empty: nobody alone. @param day by which
     * it was, or is, due; null where there is none
     */
    public record Item(@Nullable Campus school, String what, String who, @Nullable LocalDate day, String href) {}

    /** @param names of officers, as far as they are to be shown */
    public static List<Item> of(Page page, Counted counted, Seen seen, Map<UUID, String> names) {
        var schools = seen.rows().stream().map(SchoolRow::school)
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return switch (counted) {
            case VACANT -> seen.unfilled().stream().map(u -> {
                var school = Objects.requireNonNull(schools.get(u.school()));
                return new Item(school, page.when().moment(u.start(), school.zone()), "",
                        u.start().atZone(school.zone()).toLocalDate(), "/posts/" + u.post());
            }).toList();
            case AGREEMENTS -> agreements(page, seen, schools, names);
            case LOGS -> logs(page, seen, names);
            case EXCEPTIONS_DUE -> clocks(page, seen, schools, names, near(ClockKind.EXCEPTION_RENEWAL));
            case AUDITS_DUE -> clocks(page, seen, schools, names, near(ClockKind.SAFETY_AUDIT));
            case FINDINGS -> clocks(page, seen, schools, names, c -> c.kind() == ClockKind.INSPECTION_FINDING);
            case REPORTS -> clocks(page, seen, schools, names, c -> c.kind() == ClockKind.INCIDENT_REPORT);
            case RUNNING -> clocks(page, seen, schools, names, c -> true);
            case PROPOSALS -> proposals(page, seen);
            case PAPERS -> seen.papers().orElse(List.of()).stream().filter(l -> l.state() == Certificates.State.MISSING)
                    .map(l -> new Item(null, page.t("officers.credential." + l.kind()), l.name(), l.until(),
                            "/program/officers/" + l.officer()))
                    .toList();
        };
    }

    /** Those that were reminded of: their day is near, or over. */
    private static Predicate<ProgramClock> near(ClockKind kind) {
        return c -> c.kind() == kind && !(c.state() instanceof ProgramClock.State.Running);
    }

    private static List<Item> clocks(Page page, Seen seen, Map<UUID, Campus> schools, Map<UUID, String> names,
            Predicate<ProgramClock> which) {
        return seen.running().stream().filter(which).map(c -> clock(page, c, schools, names)).toList();
    }

    private static Item clock(Page page, ProgramClock c, Map<UUID, Campus> schools, Map<UUID, String> names) {
        var school = Objects.requireNonNull(schools.get(c.schoolId()));
        return new Item(school, page.t("program.clock.kind." + c.kind()),
                c.officerId() == null ? ClockWords.about(page, c) : names.getOrDefault(c.officerId(), ""),
                c.dueAt().minusMillis(1).atZone(school.zone()).toLocalDate(), "/program/clocks/" + c.id());
    }

    /**
     * Officers without a signed agreement in time, and agreements whose clock ran out that no such officer stands for.
     */
    private static List<Item> agreements(Page page, Seen seen, Map<UUID, Campus> schools, Map<UUID, String> names) {
        var late = seen.running().stream()
                .filter(c -> c.kind() == ClockKind.SERVICE_AGREEMENT && seen.now().isAfter(c.dueAt())).toList();
        var items = new ArrayList<Item>();
        var said = new ArrayList<ProgramClock>();
        for (var row : seen.rows()) {
            for (var a : row.meters().agreementsOverdue()) {
                var theirs = late.stream()
                        .filter(c -> c.schoolId().equals(row.id()) && a.officer().equals(c.officerId())).toList();
                said.addAll(theirs);
                items.add(new Item(row.school(), page.t("program.clock.kind.SERVICE_AGREEMENT"),
                        names.getOrDefault(a.officer(), ""), a.due().by(),
                        theirs.isEmpty()
                                ? "/program/officers/" + a.officer()
                                : "/program/clocks/" + theirs.getFirst().id()));
            }
        }
        late.stream().filter(c -> !said.contains(c)).forEach(c -> items.add(clock(page, c, schools, names)));
        return items;
    }

    /** Each district once, at the first of its schools, where its proposal is recorded. */
    private static List<Item> proposals(Page page, Seen seen) {
        var items = new ArrayList<Item>();
        seen.proposals().forEach((district, due) -> {
            if (due.doneOn() != null) return;
            var school = seen.rows().stream().map(SchoolRow::school).filter(s -> s.districtId().equals(district))
                    .min(Comparator.comparing(Campus::name)).orElseThrow();
            items.add(new Item(school, MeterWords.subject(page, due.requirement()), "", due.by(), "/program/papers"));
        });
        items.sort(Comparator.comparing(i -> Objects.requireNonNull(i.school()).name()));
        return items;
    }

    private static List<Item> logs(Page page, Seen seen, Map<UUID, String> names) {
        var items = new ArrayList<Item>();
        for (var row : seen.rows()) {
            if (!row.meters().logsAsked()) continue;
            for (var o : row.meters().officers()) {
                o.logs().missing().forEach(week -> items.add(new Item(row.school(),
                        page.t("program.week", page.when().date(week)), names.getOrDefault(o.officer(), ""), week,
                        "/logs/" + o.officer() + "/" + week + "?school=" + row.id())));
            }
        }
        return items;
    }
}
