package org.daywatch.emergencies.reunification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.guardians.Guardianship;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.reunification.PickupCommand.*;
import org.daywatch.emergencies.reunification.PickupCommands.IdKind;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.OnDuty;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One card: what is to be done with it next, and by whom; everything that was done stands below. */
@Controller
@Needs({Permission.REUNIFY, Permission.STUDENTS_READ})
public class PickupPages {

    private final PickupCommands commands;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionDoor door;
    private final Guardians guardians;
    private final AtSchool atSchool;
    private final Dispatch dispatch;

    PickupPages(PickupCommands commands, ReunionQueries queries, ReunionDuties duties, ReunionDoor door,
            Guardians guardians, AtSchool atSchool, Dispatch dispatch) {
        this.dispatch = dispatch;
        this.commands = commands;
        this.queries = queries;
        this.duties = duties;
        this.door = door;
        this.guardians = guardians;
        this.atSchool = atSchool;
    }

    /**
     * One card as its reader sees it. @param found students by the name that was typed. @param list the chosen
     * student's, for those who check. @param holders who has the duty of the next step
     */
    public record View(Reunification reunification, Campus school, Pickup pickup, List<StudentThere> found,
            Optional<StudentThere> student, List<Guardianship> list, List<ReunionQueries.Step> steps,
            Set<Duty> mine, List<OnDuty> holders, boolean runs, boolean leads, boolean approves, UUID reader) {

        /** Whose word that a stopped card may go on waits for another's; empty where nobody asked. */
        public String askedBy() {
            return pickup.state() instanceof Pickup.State.Stopped stopped && stopped.askedBy() != null
                    ? stopped.askedBy().name()
                    : "";
        }

        /**
         * How the reader may say that it goes on: APPROVE alone, CONFIRM another's word, ASK for one; or not at all.
         */
        public String goOn() {
            if (!(pickup.state() instanceof Pickup.State.Stopped stopped) || !stopped.why().mayGoOn()) return "";
            if (approves) return "APPROVE";
            var asked = stopped.askedBy();
            if (!leads || !theirs() || asked != null && asked.person().equals(reader)) return "";
            return asked == null ? "ASK" : "CONFIRM";
        }

        /** The guardian on the list whose card it is, once one was chosen. */
        public Optional<Guardianship> listed() {
            return list.stream().filter(one -> one.guardianId().equals(pickup.guardianId())).findFirst();
        }

        /** The name on the card is none of the list. */
        public boolean nameNotListed() {
            return list.stream().noneMatch(one -> ReunionWords.same(one.guardian(), pickup.guardian()));
        }

        /** Duties of the next step that the reader may take: the lead is not taken from who has it. */
        public List<Duty> takeable() {
            return pickup.state().waitsFor().stream()
                    .filter(duty -> duty != Duty.LEAD || leads && holders.stream().noneMatch(h -> h.duty() == duty))
                    .toList();
        }

        public String holderNames() {
            return holders.stream().map(OnDuty::name).distinct().collect(Collectors.joining(", "));
        }

        /** Whether the next step is theirs. */
        public boolean theirs() {
            return pickup.state().waitsFor().stream().anyMatch(mine::contains)
                    || approves && pickup.state() instanceof Pickup.State.Stopped;
        }
    }

    @GetMapping("/reunification/{id}/cards/{card}")
    ModelAndView card(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID card,
            @RequestParam(defaultValue = "") String student, @RequestParam(defaultValue = "") String q) {
        return view(actor, page, door.mine(actor, id), card, student, q);
    }

    private ModelAndView view(Actor actor, Page page, Reunification reunification, UUID card, String chosen, String q) {
        var pickup = queries.pickup(reunification.id(), card);
        var students = door.students(actor, page, reunification);
        var id = Ids.find(chosen).orElse(pickup.student());
        var there = students.stream().filter(p -> p.id().equals(id)).findFirst();
        var found = students.stream().filter(p -> ReunionWords.finds(q, p.name())).limit(20).toList();
        var mine = door.duties(actor, reunification.id());
        boolean checks = mine.contains(Duty.GREETER) || mine.contains(Duty.CHECKER) || mine.contains(Duty.LEAD)
                || door.approves(actor, reunification);
        var nameless = door.nameless(actor, reunification);
        var list = checks
                ? there.filter(p -> !nameless.contains(p.studentId())).map(
                        p -> Guardianship.onePerGuardian(guardians.ofStudent(p.studentId(), "card " + pickup.card())))
                        .orElse(List.of())
                : List.<Guardianship>of();
        var next = pickup.state().waitsFor();
        var view = new View(reunification, atSchool.of(actor, reunification.schoolId()), pickup, found, there, list,
                queries.steps(card), mine,
                duties.list(reunification.id()).stream().filter(d -> next.contains(d.duty())).toList(),
                actor.may(Permission.REUNIFY), actor.may(Permission.ALERT_LEAD), door.approves(actor, reunification),
                actor.person());
        return new ModelAndView("emergencies/reunification/card",
                Map.of("page", page.titled("reunification.card.title", pickup.card()), "view", view, "q", q,
                        "told", ReunificationPages.told(dispatch, page, reunification)));
    }

    @PostMapping("/reunification/{id}/cards/{card}/{step}")
    ModelAndView step(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID card, @PathVariable String step,
            @RequestParam Map<String, String> form) {
        var reunification = door.mine(actor, id);
        return Act.told(page, form,
                again -> view(actor, again, reunification, card, form.getOrDefault("student", ""), ""), () -> {
                    if (step.equals("closing") || step.equals("on") && !door.approves(actor, reunification))
                        actor.need(Permission.ALERT_LEAD);
                    var next = carry(ReunionDoor.by(actor), actor, reunification, card, step, form);
                    Flashes.say(response, next.state() instanceof Pickup.State.Stopped ? "warning" : "success",
                            page.t("reunification.state." + next.state().code()));
                    return new ModelAndView("redirect:/reunification/" + id + "/cards/" + card);
                });
    }

    private Pickup carry(By by, Actor actor, Reunification reunification, UUID card, String step,
            Map<String, String> form) {
        var zone = atSchool.of(actor, reunification.schoolId()).zone();
        return switch (step) {
            case "filling" -> commands.fill(by, reunification, card, new FillCard(
                    Ids.find(form.getOrDefault("student", ""))
                            .orElseThrow(() -> new InvalidInput("student", form.getOrDefault("student", ""),
                                    "reunification.error.student")),
                    Ids.find(form.getOrDefault("guardianId", "")).orElse(null)));
            case "check" -> commands.check(by, reunification, card, shown(form.getOrDefault("shown", "")), zone);
            case "photo" ->
                commands.carry(by, reunification, card, new ComparePhoto(by.person(), yes(form, "same")), "");
            case "fetching" -> commands.carry(by, reunification, card, new Fetch(by.person()), "");
            case "answer" ->
                commands.carry(by, reunification, card, new StudentAnswers(by.person(), yes(form, "answer")), "");
            case "halves" -> commands.carry(by, reunification, card,
                    new MatchHalves(by.person(), form.getOrDefault("half", "")), "");
            case "on" -> commands.goOn(by, reunification, card, why(form), zone);
            case "room" -> commands.carry(by, reunification, card, new ToPrivateRoom(by.person()), "");
            case "closing" -> commands.carry(by, reunification, card, new Close(by.person(), why(form)), why(form));
            default -> throw new NotFound("step " + step);
        };
    }

    private static IdKind shown(String text) {
        for (var kind : IdKind.values()) if (kind.name().equals(text)) return kind;
        throw new InvalidInput("shown", text, "reunification.error.choose");
    }

    private static boolean yes(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "");
        if (!text.equals("yes") && !text.equals("no"))
            throw new InvalidInput(field, text, "reunification.error.choose");
        return text.equals("yes");
    }

    private static String why(Map<String, String> form) {
        var why = form.getOrDefault("why", "").strip();
        if (why.length() < 5 || why.length() > 300) throw new InvalidInput("why", why, "reunification.error.why");
        return why;
    }
}
