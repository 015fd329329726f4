package org.daywatch.staffing.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.staffing.coordinators.DeskTelephone;
import org.daywatch.staffing.punches.PhoneReading;
import org.daywatch.staffing.shifts.Punch;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My day: one shift, one next step. Every act works as a plain form; the phone's position is an addition. */
@Controller
@Needs(Permission.SHIFTS_WORK)
class MyDayPages {

    private static final int LONGEST_CODE = 200; // of a QR code at a front desk: some thirty characters

    private final MyDayQueries days;
    private final Duties duties;
    private final Sessions sessions;
    private final DeskTelephone telephone;
    private final java.util.List<FirstScreenLines> rooms;

    MyDayPages(MyDayQueries days, Duties duties, Sessions sessions, DeskTelephone telephone,
            java.util.List<FirstScreenLines> rooms) {
        this.rooms = rooms;
        this.telephone = telephone;
        this.days = days;
        this.duties = duties;
        this.sessions = sessions;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry myDay() {
            return NavEntry.of(NavPart.TODAY, 10, "duty.nav", "/my-day", "home", Permission.SHIFTS_WORK);
        }
    }

    /** @param code as a QR code at the front desk carries it */
    @Needs({Permission.SHIFTS_WORK, Permission.SCHOOL_NOTES_READ})
    @GetMapping("/my-day")
    ModelAndView myDay(Actor actor, Page page, @RequestParam(defaultValue = "") String code) {
        var day = days.of(actor.person());
        // A new session on another phone takes up the capacity in which the officer already acts.
        if (day.capacity() != actor.capacity()) sessions.setCapacity(actor.session(), day.capacity());
        return view(page.with(Map.of(), Map.of("code", code)), day);
    }

    /** The address in the QR code of a front desk. */
    @GetMapping("/check-in")
    ModelAndView fromDesk(@RequestParam String code) {
        return new ModelAndView(
                "redirect:/my-day?code="
                        + java.net.URLEncoder.encode(Typed.cut(code, LONGEST_CODE),
                                java.nio.charset.StandardCharsets.UTF_8));
    }

    @PostMapping("/shifts/{id}/check-in")
    ModelAndView checkIn(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable Double latitude,
            @RequestParam(required = false) @Nullable Double longitude,
            @RequestParam(required = false) @Nullable Double accuracy,
            @RequestParam(required = false) @Nullable Long taken) {
        return act(actor, page, Map.of("code", code), () -> {
            var shift = duties.checkIn(actor.person(), id, reading(latitude, longitude, accuracy, taken), code);
            sessions.setCapacity(actor.session(), Capacity.SCHOOL_AGENT);
            Flashes.say(response, proven(shift) ? "success" : "warning",
                    page.t(proven(shift) ? "duty.said.in" : "duty.said.in.unproven"));
            return home();
        });
    }

    @PostMapping("/shifts/{id}/check-out")
    ModelAndView checkOut(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String note) {
        return act(actor, page, Map.of("note", note), () -> {
            duties.checkOut(actor.person(), id, note);
            sessions.setCapacity(actor.session(), Capacity.NONE);
            Flashes.say(response, "success", page.t("duty.said.out"));
            return new ModelAndView("redirect:/shifts/" + id);
        });
    }

    @PostMapping("/shifts/{id}/absences")
    ModelAndView leave(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason) {
        return act(actor, page, Map.of("reason", reason), () -> {
            duties.leaveCampus(actor.person(), id, reason);
            Flashes.say(response, "info", page.t("duty.said.left"));
            return home();
        });
    }

    @PostMapping("/shifts/{id}/absences/end")
    ModelAndView back(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        return act(actor, page, Map.of(), () -> {
            duties.backOnCampus(actor.person(), id);
            Flashes.say(response, "success", page.t("duty.said.back"));
            return home();
        });
    }

    @PostMapping("/shifts/{id}/capacity")
    ModelAndView capacity(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response,
            @RequestParam Capacity capacity,
            @RequestParam(defaultValue = "") String why) {
        return act(actor, page, Map.of("why", why), () -> {
            duties.changeCapacity(actor.person(), id, capacity, why);
            sessions.setCapacity(actor.session(), capacity);
            Flashes.say(response, "info", page.t("duty.said.capacity." + capacity));
            return home();
        });
    }

    /** Pressed by mistake: for a few minutes the officer takes it back themselves. */
    @PostMapping("/shifts/{id}/check-in/undo")
    ModelAndView undoCheckIn(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        return act(actor, page, Map.of(), () -> {
            duties.command(actor, id, new ShiftCommand.ReverseCheckIn("taken back by the officer", true));
            sessions.setCapacity(actor.session(), Capacity.NONE);
            Flashes.say(response, "info", page.t("duty.said.undone"));
            return home();
        });
    }

    @PostMapping("/shifts/{id}/check-out/undo")
    ModelAndView undoCheckOut(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        return act(actor, page, Map.of(), () -> {
            duties.command(actor, id, new ShiftCommand.ReverseCheckOut("taken back by the officer", true));
            Flashes.say(response, "info", page.t("duty.said.undone"));
            return home();
        });
    }

    private ModelAndView act(Actor actor, Page page, Map<String, String> values, Supplier<ModelAndView> work) {
        return Act.typed(page, "my-day", values, again -> view(again, days.of(actor.person())), work);
    }

    private ModelAndView view(Page page, MyDay day) {
        return new ModelAndView("staffing/duty/my-day",
                Map.of("page", page.titled("duty.title"), "day", day, "telephone",
                        telephone.number(java.util.Objects.requireNonNull(page.actor()).tenant()),
                        "lines", FirstScreenLines.all(rooms, page, java.util.Objects.requireNonNull(page.actor()))));
    }

    private static ModelAndView home() {
        return new ModelAndView("redirect:/my-day");
    }

    private static boolean proven(Shift shift) {
        return !(shift.state() instanceof State.OnPost(Punch punch)) || punch.proven();
    }

    static @Nullable PhoneReading reading(@Nullable Double latitude, @Nullable Double longitude,
            @Nullable Double accuracy, @Nullable Long taken) {
        if (latitude == null || longitude == null) return null;
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
        // A phone that does not say how sure it is of its place is very unsure of it.
        double sure = accuracy == null || !(accuracy >= 0) ? 100_000 : Math.min(accuracy, 100_000);
        return new PhoneReading(latitude, longitude, sure, taken == null ? null : Instant.ofEpochMilli(taken));
    }
}
