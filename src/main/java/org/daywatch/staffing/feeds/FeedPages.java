package org.daywatch.staffing.feeds;

import static org.daywatch_db.staffing.Tables.SHIFT;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.feeds.CalendarFeeds;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.ShownOnce;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The officer's own calendar address: made, renewed, revoked by them. */
@Controller
class FeedPages {

    private static final Duration PAST = Duration.ofDays(60);

    private final CalendarFeeds feeds;
    private final ShiftQueries shifts;
    private final PublicAddress address;
    private final Clock clock;

    FeedPages(CalendarFeeds feeds, ShiftQueries shifts, PublicAddress address, Clock clock) {
        this.feeds = feeds;
        this.shifts = shifts;
        this.address = address;
        this.clock = clock;
    }

    @Needs(Permission.SHIFTS_WORK)
    @GetMapping("/calendar-feed")
    ModelAndView feed(Actor actor, Page page) {
        return view(actor, page, null);
    }

    @Needs(Permission.SHIFTS_WORK)
    @PostMapping("/calendar-feed")
    ModelAndView renew(Actor actor, Page page, HttpServletResponse response) {
        String token = feeds.renew(actor.tenant(), actor.person());
        ShownOnce.beside(response, "/calendar-feed");
        return view(actor, page, address.link("/calendar-feed/" + token + ".ics"));
    }

    @Needs(Permission.SHIFTS_WORK)
    @PostMapping("/calendar-feed/revocation")
    ModelAndView revoke(Actor actor, Page page, HttpServletResponse response) {
        feeds.revoke(actor.tenant(), actor.person());
        Flashes.say(response, "success", page.t("feeds.said.revoked"));
        return new ModelAndView("redirect:/calendar-feed");
    }

    @Open(why = "the secret in the address is the key; only its hash is stored and its owner revokes it")
    @GetMapping("/calendar-feed/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        var scope = feeds.find(token, Role.OFFICER).orElseThrow(() -> new NotFound("calendar feed"));
        List<Card> cards = Tenancy.as(scope,
                () -> shifts.of(scope.person(), SHIFT.STARTS_AT.gt(clock.instant().minus(PAST)), 0, 500));
        return ResponseEntity.ok().header("Content-Type", "text/calendar;charset=utf-8")
                .header("Cache-Control", "private, max-age=600")
                .header("X-Robots-Tag", "noindex")
                .body(ShiftCalendar.of(cards, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView view(Actor actor, Page page, @Nullable String address) {
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("feeds.title"));
        model.put("address", address);
        model.put("active", feeds.since(actor.tenant(), actor.person()).isPresent());
        return new ModelAndView("staffing/feeds/feed", model);
    }
}
