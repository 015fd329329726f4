package org.daywatch.staffing.shifts.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.shifts.Punch;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Away;
import org.daywatch.staffing.shifts.ShiftQueries.CapacityLine;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.jspecify.annotations.Nullable;

/**
 * A shift on its page.
 *
 * @param own the officer looks at their own shift
 * @param canLetGo they may still give it back or trade it
 * @param desk the reader keeps the shifts: cancel, correct, bring back
 * @param schoolDesk the reader stands at the school's front desk and may confirm who is there
 */
public record ShiftView(Card card, boolean own, boolean canLetGo, boolean desk, boolean schoolDesk, boolean begun,
        boolean over, List<Away> absences,
        List<CapacityLine> capacities) {

    /** What the coordinator may do to a shift. */
    public enum Act {
        PRESENCE("presence", false), CANCEL("cancellation", true), MISSED("no-show", false),
        CORRECT("correction", true), REVERSE_IN("check-in/reversal", true),
        REVERSE_OUT("check-out/reversal", true), REINSTATE("reinstatement", true);

        private final String path;
        private final boolean reason;

        Act(String path, boolean reason) {
            this.path = path;
            this.reason = reason;
        }

        public String path() {
            return path;
        }

        public boolean needsReason() {
            return reason;
        }
    }

    public List<Act> acts() {
        var acts = new ArrayList<Act>();
        var punch = punch();
        if (punch != null && !punch.proven() && (desk || schoolDesk)) acts.add(Act.PRESENCE);
        if (!desk) return acts;
        switch (state()) {
            case State.Scheduled _ ->
                acts.addAll(begun ? List.of(Act.MISSED, Act.CORRECT, Act.CANCEL) : List.of(Act.CANCEL));
            case State.OnPost _ -> acts.addAll(List.of(Act.CORRECT, Act.REVERSE_IN));
            case State.Ended _ -> acts.addAll(List.of(Act.CORRECT, Act.REVERSE_OUT));
            case State.NoShow _ -> acts.addAll(over ? List.of(Act.CORRECT) : List.of(Act.REINSTATE, Act.CORRECT));
            case State.Cancelled _,State.GivenBack _ -> {
                if (!over) acts.add(Act.REINSTATE);
            }
        }
        return acts;
    }

    public State state() {
        return card.shift().state();
    }

    public String id() {
        return card.shift().id().toString();
    }

    public @Nullable Punch punch() {
        return card.shift().punch().orElse(null);
    }

    public String note() {
        return state() instanceof State.Ended ended ? ended.note() : "";
    }

    public Map<String, String> facts(Page page) {
        var lang = page.lang();
        var shift = card.shift();
        var facts = new LinkedHashMap<String, String>();
        if (!own) facts.put(page.t("shifts.officer"), shift.officerName());
        facts.put(page.t("shifts.hours"), card.hours(lang));
        facts.put(page.t("shifts.accepted"), card.moment(shift.acceptance().at(), lang) + (shift.acceptance().byPhone()
                ? " · " + page.t("shifts.by.phone", shift.acceptance().call().caller(),
                        card.moment(shift.acceptance().call().at(), lang))
                : ""));
        if (shift.acceptance().byPhone())
            facts.put(page.t("shifts.confirmed"),
                    shift.acceptance().awaitsConfirmation()
                            ? page.t("shifts.confirmed.not")
                            : card.moment(shift.acceptance().confirmedAt(), lang));
        var punch = punch();
        if (punch != null) {
            facts.put(page.t("shifts.checked.in"),
                    card.moment(punch.at(), lang) + " · " + page.t("shifts.proof." + punch.proof()));
            if (punch.position() != null)
                facts.put(page.t("shifts.position"), page.t("shifts.position." + punch.position().place(),
                        punch.position().meters() == null ? "?" : page.distance(punch.position().meters())));
        }
        switch (shift.state()) {
            case State.Ended ended -> facts.put(page.t("shifts.checked.out"), card.moment(ended.at(), lang));
            case State.NoShow(var at) -> facts.put(page.t("shifts.missed.at"), card.moment(at, lang));
            case State.Cancelled(var at, var reason) ->
                facts.put(page.t("shifts.cancelled"), card.moment(at, lang) + " · " + reason);
            case State.GivenBack(var at, var reason) ->
                facts.put(page.t("shifts.given.back"), card.moment(at, lang) + " · " + reason);
            default -> {}
        }
        return facts;
    }
}
