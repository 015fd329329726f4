package org.daywatch.planning.drills;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daywatch.directory.Due;
import org.daywatch.planning.ExerciseRoll;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;
import org.jspecify.annotations.Nullable;

/** How drills are said on pages. */
public final class DrillWords {

    private DrillWords() {}

    public static Chip state(Page page, Drill drill) {
        String word = page.t("drills.state." + drill.state().code());
        if (drill.unconfirmed() && drill.held()) return Chip.warn(page.t("drills.unconfirmed"));
        return switch (drill.state()) {
            case Drill.State.Scheduled _ -> Chip.info(word);
            case Drill.State.Running _ -> Chip.warn(word);
            case Drill.State.Held h -> h.brokenOff() ? Chip.bad(page.t("drills.brokenOff")) : Chip.good(word);
            case Drill.State.Reviewed r -> r.brokenOff() ? Chip.bad(page.t("drills.brokenOff")) : Chip.good(word);
            case Drill.State.CalledOff _ -> Chip.quiet(word);
            case Drill.State.Missed _ -> Chip.bad(word);
        };
    }

    public static Chip due(Page page, Due.State state) {
        String word = page.t("drills.due." + state);
        return switch (state) {
            case DONE -> Chip.good(word);
            case DONE_LATE, DUE -> Chip.warn(word);
            case LATE, MISSED -> Chip.bad(word);
            case COMING -> Chip.info(word);
        };
    }

    public static Chip ask(Page page, DrillAsk ask) {
        String word = page.t("drills.ask.state." + ask.state());
        return switch (ask.state()) {
            case DONE -> Chip.good(word);
            case DUE -> Chip.warn(word);
            case LATE, LACKING -> Chip.bad(word);
        };
    }

    /** When its after-action review is due, or since when it is late. */
    public static Chip reviewDue(Page page, LocalDate by, LocalDate today) {
        return today.isAfter(by)
                ? Chip.bad(page.t("drills.review.late", page.when().date(by)))
                : Chip.warn(page.t("drills.review.due", page.when().date(by)));
    }

    public static String due(Page page, Due due) {
        return page.t("drills.kind." + DrillDues.kind(due).map(Enum::name).orElse("ANY"));
    }

    /** Nothing proves it yet, and it can still be held for it. */
    public static boolean open(Due due) {
        return due.state() == Due.State.COMING || due.state() == Due.State.DUE || due.state() == Due.State.LATE;
    }

    /** Which kind is to be held for it; empty where the rule leaves it open. */
    public static Optional<DrillKind> kind(Due due) {
        return DrillDues.kind(due);
    }

    public static List<Option> kinds(Page page) {
        return Option.of(page, "drills.kind.", DrillKind.values());
    }

    /** Each line of CODE|value as a sentence. */
    public static List<String> why(Page page, List<String> lines) {
        return lines.stream().filter(l -> l.contains("|")).map(line -> {
            String code = line.substring(0, line.indexOf('|'));
            String value = line.substring(line.indexOf('|') + 1);
            boolean day = code.equals("LAST_DAY") || code.equals("ALONE") || code.equals("BESIDE_OTHERS");
            return page.t("drills.why." + code, day ? day(page, value) : value);
        }).toList();
    }

    private static String day(Page page, String value) {
        try {
            return page.when().date(LocalDate.parse(value));
        } catch (java.time.DateTimeException none) {
            return value;
        }
    }

    /** What the rooms said, in one sentence for people and one for rooms. */
    public static String roll(Page page, ExerciseRoll roll, Instant started) {
        if (roll.expected() == 0) return page.t("drills.roll.nobody");
        String people = roll.full() != null
                ? page.t("drills.roll.full", roll.expected(), span(started, roll.full()))
                : page.t("drills.roll.short", roll.found(), roll.expected(), roll.missing(), roll.unknown());
        return people + " " + page.t("drills.roll.rooms", roll.answered(), roll.rooms());
    }

    /** Nobody timed it: because nobody measured, or because somebody was still missing or unknown at the end. */
    public static String notAccounted(Page page, @Nullable ExerciseRoll roll) {
        return page.t(roll == null || roll.expected() == 0 ? "drills.notMeasured" : "drills.notEverybody");
    }

    /** "4:12", or "1:04:12". */
    public static String span(Instant from, Instant to) {
        var d = Duration.between(from, to);
        return d.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", d.toHours(), d.toMinutesPart(), d.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", d.toMinutes(), d.toSecondsPart());
    }
}
