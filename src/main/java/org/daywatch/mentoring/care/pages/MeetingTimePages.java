package org.daywatch.mentoring.care.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.proposals.Hours;
import org.daywatch.mentoring.times.MeetingTime;
import org.daywatch.mentoring.times.MeetingTimes;
import org.daywatch.mentoring.times.TakenPeriods;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** When the two meet each week: the counselor sets it, the teacher sees which lesson it takes. */
@Controller
class MeetingTimePages {

    private final MatchDoor door;
    private final MeetingTimes times;
    private final TakenPeriods periods;
    private final MatchPages pages;

    MeetingTimePages(MatchDoor door, MeetingTimes times, TakenPeriods periods, MatchPages pages) {
        this.door = door;
        this.times = times;
        this.periods = periods;
        this.pages = pages;
    }

    @GetMapping("/mentoring/periods")
    @Needs(Permission.MATCHES_READ)
    ModelAndView periods(Page page, Actor actor) {
        if (actor.role() != Role.TEACHER) throw new NotFound("periods of " + actor.role());
        return new ModelAndView("mentoring/care/pages/periods",
                Map.of("page", page.titled("meetingtime.periods"), "rows", periods.of(actor)));
    }

    @PostMapping("/mentoring/{id}/time")
    @Needs(Permission.MATCHES_WORK)
    ModelAndView set(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return Act.typed(page, response, "/mentoring/" + id, "meetingtime.said.time", "time", form,
                again -> pages.one(again, actor, id, ""), () -> door.with(actor, id, (at, m) -> {
                    if (!m.counselor().equals(actor.person())) throw new NotFound("match " + id);
                    var typed = new TypedForm("mentoring", form);
                    var weekday = typed.one("weekday", DayOfWeek.class).orElse(DayOfWeek.MONDAY);
                    var begins = typed.time("begins");
                    var ends = typed.time("ends");
                    if (!begins.isBefore(ends)) typed.wrong("ends", "mentoring.wrong.to");
                    var place = typed.must("place", 200);
                    typed.check();
                    times.set(at, m, new MeetingTime(id, weekday, new Hours(begins, ends), place));
                    return id;
                }));
    }

    /** The student was told that their mentor cannot come. */
    @PostMapping("/mentoring/{id}/lost/{day}")
    @Needs(Permission.MATCHES_WORK)
    ModelAndView told(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable LocalDate day, @RequestParam Map<String, String> form) {
        return Act.typed(page, response, "/mentoring/" + id, "meetingtime.said.told", "told", form,
                again -> pages.one(again, actor, id, ""), () -> door.with(actor, id, (at, m) -> {
                    if (!m.counselor().equals(actor.person())) throw new NotFound("match " + id);
                    times.studentKnows(at, m, day);
                    return id;
                }));
    }
}
