package org.daywatch.staffing.offers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.approvals.ApprovalWords;
import org.daywatch.staffing.approvals.CapApproval;
import org.daywatch.staffing.approvals.CapApprovalStore;
import org.daywatch.staffing.approvals.CapApprovals;
import org.daywatch.staffing.awards.SignUpStore;
import org.daywatch.staffing.fairness.Opportunities;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.offers.ApprovalAsking;
import org.daywatch.staffing.offers.OfferQueries;
import org.daywatch.staffing.offers.TradeStore;
import org.daywatch.staffing.officers.OfficerAccounts.OfficerFile;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.replacement.ReplacementQueries;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Offers: what an officer may take, and what not and why. */
@Controller
@Needs(Permission.OFFERS_TAKE)
public class OfferPages {

    private final OfferQueries offers;
    private final OfficerAccounts officers;
    private final Acceptances acceptances;
    private final TradeStore trades;
    private final ShiftQueries shifts;
    private final Clock clock;
    private final ApprovalAsking asking;
    private final CapApprovals approvals;
    private final CapApprovalStore store;
    private final SignUpStore signUps;
    private final ReplacementQueries replacements;
    private final Opportunities opportunities;

    /** A colleague's shift, offered to the reader. */
    public record Proposed(UUID trade, Card card) {}

    OfferPages(OfferQueries offers, OfficerAccounts officers, Acceptances acceptances, TradeStore trades,
            ShiftQueries shifts, Clock clock,
            ApprovalAsking asking, CapApprovals approvals, CapApprovalStore store, SignUpStore signUps,
            Opportunities opportunities,
            ReplacementQueries replacements) {
        this.replacements = replacements;
        this.signUps = signUps;
        this.opportunities = opportunities;
        this.asking = asking;
        this.approvals = approvals;
        this.store = store;
        this.trades = trades;
        this.shifts = shifts;
        this.clock = clock;
        this.offers = offers;
        this.officers = officers;
        this.acceptances = acceptances;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry offersEntry() {
            return NavEntry.of(NavPart.TODAY, 20, "offers.nav", "/offers", "event", Permission.OFFERS_TAKE);
        }
    }

    @GetMapping("/offers")
    ModelAndView list(Actor actor, Page page, @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam Map<String, String> parameters) {
        return view(page, actor, from, parameters);
    }

    @GetMapping("/offers.csv")
    void csv(Actor actor, HttpServletResponse response, @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam Map<String, String> parameters) {
        var offers = this.offers.list(officers.ofPerson(actor.person()), first(from));
        Csv.answer(response, "offers-" + offers.from() + ".csv", OfferList.HEADER,
                OfferList.rows(OfferList.shown(offers, OfferList.asked(parameters))));
    }

    @GetMapping("/offers/{post}")
    ModelAndView offer(@PathVariable UUID post, Actor actor, Page page, HttpServletResponse response) {
        var officer = officers.ofPerson(actor.person());
        var described = offers.find(officer, post).orElse(null);
        if (described == null) return gone(post, officer, page, response);
        return new ModelAndView("staffing/offers/pages/offer",
                Map.of("page", page.titled("offers.one"), "described", described,
                        "approvals", store.ofPost(post, officer.id()), "words",
                        new ApprovalWords(page.lang(), described.offer().post().zone()), "signedUp",
                        signUps.find(post, officer.id()).isPresent(),
                        "declined", opportunities.declined(officer.id(), post), "now", clock.instant()));
    }

    /** A link in an old message: their own by now, or somebody else's. */
    private ModelAndView gone(UUID post, OfficerFile officer, Page page, HttpServletResponse response) {
        var own = offers.ownShift(officer, post);
        if (own.isPresent()) return new ModelAndView("redirect:/shifts/" + own.get());
        if (!offers.wasOffered(post)) throw new NotFound("offer " + post);
        Flashes.say(response, "info", page.t("offers.said.gone"));
        return new ModelAndView("redirect:/offers");
    }

    /** The answer to "only your department's word is missing": a question to it. */
    @PostMapping("/offers/{post}/approval")
    ModelAndView ask(@PathVariable UUID post, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason) {
        return Act.told(page, Map.of("reason", reason), again -> offer(post, actor, again, response), () -> {
            asking.ask(actor, officers.ofPerson(actor.person()).id(), post, reason);
            Flashes.say(response, "success", page.t("approvals.asked.said"));
            return new ModelAndView("redirect:/offers/" + post);
        });
    }

    @PostMapping("/offers/{post}/approval/withdrawal")
    ModelAndView withdraw(@PathVariable UUID post, Actor actor, Page page, HttpServletResponse response) {
        var officer = officers.ofPerson(actor.person()).id();
        store.ofPost(post, officer).stream().filter(a -> a.state() instanceof CapApproval.State.Requested)
                .forEach(a -> approvals.withdraw(a.id()));
        Flashes.say(response, "success", page.t("approvals.withdrawn.said"));
        return new ModelAndView("redirect:/offers/" + post);
    }

    /** The officer's own act. */
    @PostMapping("/offers/{post}/acceptance")
    ModelAndView accept(@PathVariable UUID post, Actor actor, Page page, HttpServletResponse response) {
        return Act.told(page, Map.of(), again -> view(again, actor, null, Map.of()), () -> {
            var shift = acceptances.accept(actor.person(), post);
            Flashes.say(response, "success", page.t("offers.said.yours"));
            return new ModelAndView("redirect:/shifts/" + shift);
        });
    }

    /** The earliest day it may still be at a school, or the one asked for. */
    private LocalDate first(@Nullable LocalDate from) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        return from == null || from.isBefore(today) ? today : from;
    }

    private ModelAndView view(Page page, Actor actor, @Nullable LocalDate from, Map<String, String> parameters) {
        var first = first(from);
        var asked = OfferList.asked(parameters);
        var officer = officers.ofPerson(actor.person());
        var proposals = trades.proposedTo(officer.id()).stream()
                .flatMap(t -> shifts.find(t.shiftId()).map(card -> new Proposed(t.id(), card)).stream()).toList();
        return new ModelAndView("staffing/offers/pages/offers", Map.of("page", page.titled("offers.title"),
                "offers", OfferList.shown(offers.list(officer, first), asked), "paging", asked, "start",
                first.equals(first(null)), "asked", replacements.asked(actor.person()).size(), "proposals", proposals));
    }
}
