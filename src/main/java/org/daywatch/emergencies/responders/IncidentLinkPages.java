package org.daywatch.emergencies.responders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.floorplans.LiveRooms;
import org.daywatch.emergencies.floorplans.RoomsInAlert;
import org.daywatch.emergencies.responders.ResponderLink.Opening;
import org.daywatch.emergencies.responders.ResponderLink.Standing;
import org.daywatch.planning.PlanForResponders;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.links.SecretLinks;
import org.jspecify.annotations.Nullable;
import org.daywatch.relationships.OpenLifeTips;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What whoever holds a link sees: one alert, until the link ends. */
@Controller
@Open(why = "the secret in the address is the key; it ends by itself and by hand, only its hash is stored and every use is audited")
public class IncidentLinkPages {

    private final ResponderLinks links;
    private final IncidentSheet sheets;
    private final ArrivingUnits units;
    private final LinkedPlans plans;
    private final LaterDevices devices;
    private final IncidentFiles files;
    private final SecretLinks secrets;
    private final ProgramRules rules;
    private final Clock clock;
    private final HomeTime home;
    private final Dispatch dispatch;
    private final RoomsInAlert rooms;
    private final OpenLifeTips lifeTips;

    IncidentLinkPages(ResponderLinks links, IncidentSheet sheets, ArrivingUnits units, LinkedPlans plans,
            LaterDevices devices, IncidentFiles files,
            SecretLinks secrets, ProgramRules rules, Clock clock, Dispatch dispatch, HomeTime home,
            RoomsInAlert rooms, OpenLifeTips lifeTips) {
        this.lifeTips = lifeTips;
        this.rooms = rooms;
        this.dispatch = dispatch;
        this.links = links;
        this.sheets = sheets;
        this.units = units;
        this.plans = plans;
        this.devices = devices;
        this.files = files;
        this.secrets = secrets;
        this.rules = rules;
        this.clock = clock;
        this.home = home;
    }

    /**
     * @param said what the school's operations plan says. @param rooms as they are now. @param own address of the link
     * on this site; @param now when this was true
     */
    public record View(IncidentSheet.Sheet sheet, ArrivingUnits.Needs needs, List<SitePlan.Sheet> plans,
            List<PlanForResponders.Excerpt> said, LiveRooms rooms, ResponderLink link, String own, Instant now) {

        /** Whether rooms are shown as they are now: not once it is over, and not in a silent test. */
        public boolean live() {
            return !sheet.alert().state().over() && sheet.alert().status() != AlertStatus.TEST;
        }

        /** @param told what the school was told then; null in a line that says who commands */
        public record Happened(Instant at, String kind, @Nullable ProtocolAction told, String room, String by) {}

        /**
         * Both as they follow each other: who commands stands behind the last line of the alert that is not younger.
         */
        public List<Happened> happened() {
            var all = new ArrayList<Happened>();
            sheet.entries().forEach(e -> all.add(new Happened(e.at(), e.kind(), e.action(), e.room(), "")));
            for (var line : needs.lines()) {
                int place = all.size();
                while (place > 0 && all.get(place - 1).told() != null && all.get(place - 1).at().isAfter(line.at()))
                    place--;
                all.add(place, new Happened(line.at(), line.kind(), null, "", line.by()));
            }
            return all;
        }

        /** Doors, as the plans name them. */
        public List<String> entrances() {
            return plans.stream().flatMap(p -> p.marks().stream()).filter(m -> m.kind() == SitePlan.Kind.DOOR)
                    .map(SitePlan.Mark::label).distinct().toList();
        }
    }

    @GetMapping("/r/{token}")
    ModelAndView page(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, Opening.PAGE, request, response, link -> {
            var sheet = sheets.of(link.alertId(), reader(page));
            var needs = units.of(sheet.alert(), reader(page));
            var view = new View(sheet, needs, plans.open(link, sheet.alert(), needs.room()),
                    plans.said(link, sheet.alert()), rooms.of(sheet.alert()), link, "/r/" + token, clock.instant());
            var live = request.getParameter("live");
            if (live != null && !live.equals(String.valueOf(view.live()))) response.setHeader("HX-Refresh", "true");
            return new ModelAndView("emergencies/responders/incident", Map.of(
                    "page", page.titled("responders.page.title", page.t("alerts.status." + sheet.alert().status()),
                            sheet.school().name()),
                    "view", view, "told", dispatch.line(page, link.alertId()), "lifeTip",
                    view.live() && lifeTips.at(sheet.school().districtId(), sheet.school().id())));
        });
    }

    /** Only shown inside the page: by itself it is a file to save, so that a drawing runs nothing whatever it holds. */
    @GetMapping("/r/{token}/plans/{plan}")
    @Nullable
    ModelAndView plan(Page page, @PathVariable String token, @PathVariable UUID plan, HttpServletRequest request,
            HttpServletResponse response) {
        return with(page, token, Opening.PLAN, request, response, link -> {
            var picture = plans.picture(link, plan);
            return answer(response, picture.mediaType(), "plan", picture.bytes());
        });
    }

    @GetMapping("/r/{token}/alert.cap.xml")
    @Nullable
    ModelAndView cap(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, Opening.CAP, request, response,
                link -> answer(response, "application/cap+xml;charset=utf-8", "alert.cap.xml",
                        utf8(files.cap(sheets.of(link.alertId(), reader(page))))));
    }

    @GetMapping("/r/{token}/incident.eido.json")
    @Nullable
    ModelAndView eido(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, Opening.EIDO, request, response,
                link -> answer(response, "application/json;charset=utf-8", "incident.eido.json",
                        utf8(files.eido(sheets.of(link.alertId(), reader(page))))));
    }

    private static @Nullable UUID reader(Page page) {
        return page.actor() == null ? null : page.actor().person();
    }

    private @Nullable ModelAndView with(Page page, String token, Opening asked, HttpServletRequest request,
            HttpServletResponse response,
            Function<ResponderLink, @Nullable ModelAndView> answer) {
        return secrets.open(token, "incident link", request, response, read -> links.open(read, asked,
                LinkVisit.of(request, token, clock.instant().minus(pause()))), (read, opened) -> {
                    var link = opened.link();
                    if (link.standing(clock.instant()) != Standing.OPEN) {
                        response.setStatus(410);
                        response.setHeader("HX-Refresh", "true"); // a page that is open loads itself anew and says so
                        return new ModelAndView("emergencies/responders/ended", Map.of("page",
                                page.titled("responders.ended.title"), "standing", link.standing(clock.instant())));
                    }
                    if (asked == Opening.PAGE)
                        LinkVisit.remember(request, response, token, opened.visit(), clock.instant());
                    var answered = answer.apply(link);
                    if (opened.fresh() && (asked == Opening.PAGE || asked == Opening.PLAN)) devices.tell(link);
                    return answered;
                });
    }

    /** So long a device may be away and still be the one that was here. */
    private Duration pause() {
        return Duration.ofMinutes(rules.book().get("LINK_VISIT_PAUSE", home.today()).number());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable ModelAndView answer(HttpServletResponse response, String type, String name, byte[] bytes) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            response.getOutputStream().write(bytes);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
