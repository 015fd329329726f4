package org.daywatch.prevention.rounds;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.RoundQueries.Line;

/** How rounds are said on pages and on paper. */
public final class RoundWords {

    private RoundWords() {}

    public static Chip state(Page page, Round round) {
        return switch (round.state()) {
            case State.Walking _ -> Chip.info(page.t("rounds.state.WALKING"));
            case State.Abandoned a -> Chip.quiet(page.t(a.left() ? "rounds.state.LEFT" : "rounds.state.ABANDONED"));
            case State.Finished f when f.tally().breaches() > 0 ->
                Chip.bad(page.t("rounds.state.breaches", f.tally().breaches()));
            case State.Finished f when round.kind() == Round.Kind.SWEEP && !f.tally().complete() ->
                Chip.warn(page.t("rounds.state.PARTLY"));
            case State.Finished _ -> Chip.good(page.t("rounds.state.FINISHED"));
        };
    }

    /** "38 of 40 checked"; nothing while nobody has counted. */
    public static String checked(Page page, Round round) {
        return round.state() instanceof State.Finished f
                ? page.t("rounds.checked", f.tally().checked(), f.tally().checkpoints())
                : page.t("rounds.notCounted");
    }

    public static Chip result(Page page, Line line) {
        if (line.sighting() == null) return Chip.warn(page.t("rounds.result.UNSEEN"));
        String word = page.t("rounds.result." + line.sighting().result());
        return line.wrong() ? Chip.bad(word) : line.sighting().result().seen() ? Chip.good(word) : Chip.warn(word);
    }

    /** What was done at once, why it was not reached, and what was noted. */
    public static String more(Page page, Line line) {
        var s = line.sighting();
        if (s == null) return "";
        var said = new ArrayList<String>();
        if (s.reason() != Sighting.Reason.NONE) said.add(page.t("rounds.reason." + s.reason()));
        if (s.done() != Sighting.Done.UNSAID) said.add(page.t("rounds.done." + s.done()));
        if (!s.note().isEmpty()) said.add(s.note());
        return String.join("; ", said);
    }

    public static List<Option> kinds(Page page) {
        return Option.all(page.t("checkpoints.all"), Option.of(page, "rounds.kind.", Round.Kind.values()));
    }

    public static List<Option> states(Page page) {
        return Option.all(page.t("checkpoints.all"),
                Option.of(page, "rounds.state.", List.of("WALKING", "FINISHED", "PARTLY", "BREACH", "ABANDONED")));
    }
}
