package org.daywatch.relationships.triage.pages;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.relationships.triage.DutyList;
import org.daywatch.relationships.triage.QueuedTip;
import org.daywatch.relationships.triage.QueuedTip.State;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipDisclosure;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.queue.TipReaders.Seen;

/** How tips are said on pages, and which of their forms stand open to whom. */
public final class TipQueueWords {

    private TipQueueWords() {}

    public static List<Chip> chips(Page page, Seen seen) {
        var tip = seen.tip();
        var chips = new ArrayList<Chip>();
        if (tip.tipClass() == TipClass.LIFE_SAFETY) chips.add(Chip.bad(page.t("nametips.class.LIFE_SAFETY")));
        else chips.add(Chip.quiet(page.t("nametips.class.ROUTINE")));
        if (seen.standing().lifted()) chips.add(Chip.warn(page.t("nametips.lifted")));
        chips.add(state(page, tip));
        return chips;
    }

    public static Chip state(Page page, QueuedTip tip) {
        String word = page.t("nametips.state." + tip.state().code());
        return switch (tip.state()) {
            case State.Received(),State.Reopened(_, _, _) -> Chip.warn(word);
            case State.Triaged(_),State.Routed(_) -> Chip.info(word);
            case State.Acknowledged(_),State.Working(_) -> Chip.good(word);
            case State.Closed(_) -> Chip.quiet(word);
        };
    }

    /** Of one about a life: how long nobody had opened it; a begun minute is a whole one. Blank of all others. */
    public static String firstOpened(Page page, Seen seen) {
        var came = seen.tip().handedOn();
        var opened = seen.standing().seenAt();
        if (came == null || opened == null) return "";
        long minutes = Math.max(1, (Duration.between(came, opened).toSeconds() + 59) / 60);
        return page.t("nametips.firstOpened.after", minutes);
    }

    /** About a life first; then what waits for its reader, before what somebody else has. */
    public static final Comparator<Seen> ORDER = Comparator
            .comparing((Seen seen) -> seen.tip().tipClass() != TipClass.LIFE_SAFETY)
            .thenComparing(seen -> waits(seen.tip().state()) != analyst(seen));

    private static boolean waits(State state) {
        return state instanceof State.Received || state instanceof State.Triaged || state instanceof State.Reopened;
    }

    /** What is to be done now, and by whom; whose turn it is reads it as theirs. */
    public static String next(Page page, Seen seen) {
        if (police(seen)) return page.t("nametips.next.police");
        var state = seen.tip().state();
        // An officer reads and says that they have it; working on it and closing it is the school's.
        boolean othersClose = seen.at().part() == Part.OFFICER
                && (state instanceof State.Acknowledged || state instanceof State.Working);
        return page.t(
                (waits(state) == analyst(seen) && !othersClose ? "nametips.mine." : "nametips.next.") + state.code());
    }

    /** When a turn begins and ends, as people say it. */
    public static String hours(Page page, DutyList.Turn turn) {
        String key = turn.from().equals(turn.until())
                ? "tipduty.hours.day"
                : turn.until().isBefore(turn.from()) ? "tipduty.hours.night" : "tipduty.hours";
        return page.t(key, page.t("tipduty.day." + turn.day()), page.when().time(turn.from()),
                page.when().time(turn.until()));
    }

    public static String routed(Page page, QueuedTip tip) {
        return tip.routed().isEmpty()
                ? page.t("nametips.routed.none")
                : page.list("nametips.to.", tip.routed().stream().sorted().toList());
    }

    /** Which of the forms this reader may send now. */
    public static boolean mayTriage(Seen seen) {
        return analyst(seen) && (seen.tip().state() instanceof State.Received
                || seen.tip().state() instanceof State.Triaged);
    }

    public static boolean mayRoute(Seen seen, Set<TipCategory> forPolice, Set<TipReceiver> missing) {
        return analyst(seen) && switch (seen.tip().state()) {
            case State.Received(),State.Closed(_) -> false;
            case State.Triaged(_),State.Reopened(_, _, _) -> true;
            case State.Routed(_),State.Acknowledged(_),State.Working(_) ->
                offered(seen, forPolice, missing).anyMatch(one -> !seen.tip().routed().contains(one));
        };
    }

    /** Those of whom nobody is there, of whoever has got it or may; for whoever routes it, while it is under way. */
    public static List<TipReceiver> absent(Seen seen, Set<TipReceiver> missing) {
        boolean life = seen.tip().tipClass() == TipClass.LIFE_SAFETY;
        return analyst(seen) && seen.tip().underWay()
                ? missing.stream().filter(
                        one -> (one != TipReceiver.POLICE && one != TipReceiver.DEPARTMENT) || life
                                || seen.tip().routed().contains(one))
                        .sorted().toList()
                : List.of();
    }

    public static boolean mayAcknowledge(Seen seen) {
        return !analyst(seen) && !police(seen) && seen.tip().state() instanceof State.Routed;
    }

    public static boolean mayWork(Seen seen) {
        return !analyst(seen) && seen.tip().state() instanceof State.Acknowledged;
    }

    public static boolean mayClose(Seen seen) {
        return analyst(seen)
                ? seen.tip().state() instanceof State.Triaged && seen.tip().tipClass() == TipClass.ROUTINE
                : seen.tip().state() instanceof State.Acknowledged || seen.tip().state() instanceof State.Working;
    }

    public static boolean analyst(Seen seen) {
        return seen.at().part() == Part.TIP_ANALYST;
    }

    public static boolean police(Seen seen) {
        return seen.at().part() == Part.POLICE_RECEIVER;
    }

    /** It goes to the police of the district, or may: whoever routes it says on which ground. */
    public static boolean discloses(Seen seen, Set<TipCategory> forPolice, Set<TipReceiver> missing) {
        var tip = seen.tip();
        return !missing.contains(TipReceiver.DEPARTMENT) && !tip.routed().contains(TipReceiver.DEPARTMENT)
                && (tip.tipClass() == TipClass.LIFE_SAFETY || forPolice.contains(tip.category()));
    }

    public static List<Option> grounds(Page page) {
        return Option.of(page, "nametips.ground.", TipDisclosure.GROUNDS.toArray(Ground[]::new));
    }

    /** To whom it may still go. Nobody is chosen who is not there, nor police without a thought. */
    public static List<Field> receivers(Page page, Seen seen, Set<TipCategory> forPolice, Set<TipReceiver> missing) {
        return offered(seen, forPolice, missing)
                .map(one -> Field.checkbox("to" + one, page.t("nametips.to." + one))
                        .value(one == TipReceiver.SCHOOL || seen.tip().routed().contains(one)))
                .toList();
    }

    /** Of a life all others get it by themselves. */
    private static Stream<TipReceiver> offered(Seen seen, Set<TipCategory> forPolice, Set<TipReceiver> missing) {
        boolean life = seen.tip().tipClass() == TipClass.LIFE_SAFETY;
        boolean police = forPolice.contains(seen.tip().category());
        return Arrays.stream(TipReceiver.values())
                .filter(one -> life
                        ? one == TipReceiver.SCHOOL
                        : one == TipReceiver.DEPARTMENT
                                ? discloses(seen, forPolice, missing)
                                : one != TipReceiver.POLICE || police);
    }

    public static List<Field> outcomes(Page page) {
        return Arrays.stream(TipOutcome.values())
                .map(one -> Field.checkbox("is" + one, page.t("nametips.outcome." + one))).toList();
    }

    public static String said(Page page, Collection<TipOutcome> outcomes) {
        return outcomes.stream().sorted().map(one -> page.t("nametips.outcome." + one))
                .collect(Collectors.joining("; "));
    }

    /** Told apart by what stands in the list: no words. */
    public static List<Option> others(Page page, List<Seen> others) {
        return Option.of(others, one -> one.tip().id(), one -> page.t("nametips.other.line",
                page.when().date(one.tip().day()), page.t("nametips.state." + one.tip().state().code()),
                number(one.tip())));
    }

    /** The last figures of its number, so that two of one day are told apart. */
    public static String number(QueuedTip tip) {
        return number(tip.id());
    }

    public static String number(UUID tip) {
        String id = tip.toString();
        return id.substring(id.length() - 4).toUpperCase(java.util.Locale.ROOT);
    }

    public static List<Field> days(Page page) {
        return Arrays.stream(DayOfWeek.values()).map(day -> Field.checkbox("on" + day, page.t("tipduty.day." + day)))
                .toList();
    }
}
