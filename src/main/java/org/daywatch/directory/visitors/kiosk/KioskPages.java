package org.daywatch.directory.visitors.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.daywatch.directory.Campus;
import org.daywatch.directory.visitors.Visitor;
import org.daywatch.directory.visitors.Visitors.By;
import org.daywatch.directory.visitors.Visitors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The device at the door: signing in and out, and nothing else. It names nobody who is in the school, and whoever waits
 * for the office reads no reason.
 */
@Controller
@Open(why = "visitors have no accounts; the device has a secret of its own from the office, only its hash is stored, the office revokes it")
class KioskPages {

    private final KioskDoor door;
    private final Visitors visitors;

    KioskPages(KioskDoor door, Visitors visitors) {
        this.door = door;
        this.visitors = visitors;
    }

    @GetMapping("/kiosk")
    ModelAndView show(Page page, HttpServletRequest request, HttpServletResponse response) {
        return door.with(request, response, (kiosk, school) -> form(page, school), () -> unpaired(page));
    }

    @PostMapping("/kiosk/pairing")
    ModelAndView pair(Page page, @RequestParam(defaultValue = "") String code, HttpServletRequest request,
            HttpServletResponse response) {
        door.quiet(response);
        return Act.form(page, Map.of("code", code), "code", this::unpaired, () -> {
            door.pair(code, request, response);
            return new ModelAndView("redirect:/kiosk");
        });
    }

    @PostMapping("/kiosk/visits")
    ModelAndView signIn(Page page, @RequestParam Map<String, String> typed, HttpServletRequest request,
            HttpServletResponse response) {
        return door.with(request, response,
                (kiosk, school) -> Act.form(page, typed, again -> form(again, school), () -> {
                    door.limit(kiosk);
                    String name = typed.getOrDefault("name", "").strip();
                    boolean whole = name.split("\\s+").length > 1; // one name alone is like too many
                    var arrival = visitors.arrive(new By(null, kiosk.id()), school,
                            new Visitor.Entry(whole ? name : "", typed.getOrDefault("organization", ""),
                                    typed.getOrDefault("visits", ""),
                                    typed.getOrDefault("purpose", ""), false, typed.containsKey("inspects")));
                    var badge = arrival.signedIn();
                    return said(page, school, badge == null
                            ? page.t("kiosk.wait")
                            : page.t("visitors.said.desk", badge.badge()));
                }), () -> new ModelAndView("redirect:/kiosk"));
    }

    @PostMapping("/kiosk/departure")
    ModelAndView signOut(Page page, @RequestParam(defaultValue = "") String badge, HttpServletRequest request,
            HttpServletResponse response) {
        return door.with(request, response,
                (kiosk, school) -> Act.form(page, Map.of("badge", badge), "badge", again -> form(again, school), () -> {
                    door.limit(kiosk);
                    if (!badge.strip().matches("[0-9]{1,6}"))
                        throw new InvalidInput("badge", badge, "visitors.error.badge");
                    visitors.signOutByBadge(school, Integer.parseInt(badge.strip()));
                    return said(page, school, page.t("visitors.said.bye"));
                }), () -> new ModelAndView("redirect:/kiosk"));
    }

    /** By the PIN that the office set: the device is a kiosk no more. */
    @PostMapping("/kiosk/exit")
    ModelAndView leave(Page page, @RequestParam(defaultValue = "") String pin, HttpServletRequest request,
            HttpServletResponse response) {
        return door.with(request, response,
                (kiosk, school) -> Act.form(page, Map.of(), "pin", again -> form(again, school), () -> {
                    door.leave(kiosk, pin, request, response);
                    return new ModelAndView("redirect:/sign-in");
                }), () -> new ModelAndView("redirect:/kiosk"));
    }

    private ModelAndView form(Page page, Campus school) {
        return new ModelAndView("directory/visitors/kiosk/kiosk",
                Map.of("page", page.titled("visitors.desk.title", school.name()), "said", ""));
    }

    /** For some seconds; then the next visitor finds an empty form. */
    private ModelAndView said(Page page, Campus school, String said) {
        return new ModelAndView("directory/visitors/kiosk/kiosk",
                Map.of("page", page.titled("visitors.desk.title", school.name()), "said", said));
    }

    private ModelAndView unpaired(Page page) {
        return new ModelAndView("directory/visitors/kiosk/pair", Map.of("page", page.titled("kiosk.pair.title")));
    }
}
