package org.daywatch.staffing.offers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.offers.Trades;
import org.daywatch.staffing.offers.TradeStore;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Offering a shift to a colleague, and answering such an offer. */
@Controller
@Needs(Permission.SHIFTS_WORK)
class TradePages {

    private final Trades trades;
    private final TradeStore storedTrades;
    private final ShiftQueries shifts;
    private final OfficerAccounts officers;
    private final EligibilityQueries eligibility;

    TradePages(Trades trades, TradeStore storedTrades, ShiftQueries shifts, OfficerAccounts officers,
            EligibilityQueries eligibility) {
        this.trades = trades;
        this.storedTrades = storedTrades;
        this.shifts = shifts;
        this.officers = officers;
        this.eligibility = eligibility;
    }

    /** Colleagues see each other's names here and nothing else: only those who may take the shift are listed. */
    @GetMapping("/shifts/{id}/trade")
    ModelAndView choose(@PathVariable UUID id, Actor actor, Page page) {
        var card = own(actor, id);
        var model = new HashMap<String, Object>();
        var open = storedTrades.openFor(id);
        model.put("page", page.titled("trades.title"));
        model.put("card", card);
        model.put("open", open.orElse(null));
        model.put("waitingFor", open.map(t -> officers.get(t.toOfficer()).name()).orElse(""));
        model.put("colleagues", eligibility.judgeOfficers(card.shift().postId()).stream()
                .filter(j -> j.verdict().allowed() && !j.officer().personId().equals(actor.person()))
                .map(j -> new Field.Option(j.officer().id().toString(), j.officer().name())).toList());
        return new ModelAndView("staffing/offers/pages/trade", model);
    }

    @PostMapping("/shifts/{id}/trades")
    ModelAndView propose(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam UUID officer) {
        return Act.on(page, response, "/shifts/" + id + "/trade", "trades.said.proposed",
                () -> trades.propose(actor.person(), id, officer));
    }

    @PostMapping("/trades/{trade}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID trade, Actor actor, Page page, HttpServletResponse response) {
        return Act.on(page, response, "/my-shifts", "trades.said.withdrawn",
                () -> trades.withdraw(actor.person(), trade));
    }

    @PostMapping("/trades/{trade}/refusal")
    ModelAndView decline(@PathVariable UUID trade, Actor actor, Page page, HttpServletResponse response) {
        return Act.on(page, response, "/offers", "trades.said.declined", () -> trades.decline(actor.person(), trade));
    }

    /** The colleague's own act. */
    @PostMapping("/trades/{trade}/acceptance")
    ModelAndView accept(@PathVariable UUID trade, Actor actor, Page page, HttpServletResponse response) {
        return Act.on(page, response, "/my-shifts", "offers.said.yours", () -> trades.accept(actor.person(), trade));
    }

    private Card own(Actor actor, UUID id) {
        return shifts.find(id).filter(c -> c.shift().personId().equals(actor.person()))
                .orElseThrow(() -> new NotFound("shift " + id));
    }
}
