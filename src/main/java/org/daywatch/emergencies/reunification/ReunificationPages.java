package org.daywatch.emergencies.reunification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.dispatch.Line911;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.OnDuty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reunifications of a school, beginning one, and one while it goes on: what waits for the reader first. */
@Controller
@Needs(Permission.REUNIFY)
public class ReunificationPages {

    private final Reunifications reunifications;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionDoor door;
    private final RollQueries rolls;
    private final ReunionGrounds grounds;
    private final Organizations organizations;
    private final AtSchool atSchool;
    private final AuditLog audit;
    private final Dispatch dispatch;

    ReunificationPages(Reunifications reunifications, ReunionQueries queries, ReunionDuties duties, ReunionDoor door,
            RollQueries rolls, ReunionGrounds grounds,
            Organizations organizations, AtSchool atSchool, AuditLog audit, Dispatch dispatch) {
        this.dispatch = dispatch;
        this.reunifications = reunifications;
        this.queries = queries;
        this.duties = duties;
        this.door = door;
        this.rolls = rolls;
        this.grounds = grounds;
        this.organizations = organizations;
        this.atSchool = atSchool;
        this.audit = audit;
    }

    /** @param emptied its alert says that everybody is out: no reason is asked for */
    public record From(RollCall call, boolean emptied) {

        /** The first whose school is empty, which is likely meant; empty where none is. */
        public static String likely(List<From> calls) {
            return calls.stream().filter(From::emptied).map(from -> from.call.id().toString()).findFirst().orElse("");
        }
    }

    @GetMapping("/reunification")
    ModelAndView all(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        return all(actor, page, atSchool.of(actor, school));
    }

    private ModelAndView all(Actor actor, Page page, Campus school) {
        var from = rolls.ofSchool(school.id()).stream().limit(5)
                .map(call -> new From(call, grounds.emptied(call, actor.person()))).toList();
        return new ModelAndView("emergencies/reunification/reunifications",
                Map.of("page", page.titled("reunification.title", school.name()), "school", school, "schools",
                        atSchool.all(actor),
                        "all", queries.ofSchool(school.id()), "calls", from));
    }

    @PostMapping("/schools/{school}/reunifications")
    ModelAndView begin(Actor actor, Page page, @PathVariable UUID school, @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String why) {
        var campus = atSchool.of(actor, school);
        return Act.told(page, Map.of("site", site, "from", from, "why", why), again -> all(actor, again, campus),
                () -> {
                    RollCall call = Ids.find(from).map(rolls::get).filter(c -> c.schoolId().equals(school))
                            .orElse(null);
                    // What it is follows from the roll call; without one it is said, and never changed.
                    AlertStatus status = call != null
                            ? call.status()
                            : Arrays.stream(AlertStatus.values()).filter(s -> s.name().equals(from)).findFirst()
                                    .orElseThrow(() -> new InvalidInput("from", from, "reunification.error.status"));
                    return new ModelAndView("redirect:/reunification/" + reunifications.begin(campus,
                            new Reunifications.Beginning(ReunionDoor.by(actor), actor.may(Permission.ALERT_LEAD),
                                    status, site, call, why)));
                });
    }

    /** One while it goes on, as its reader sees it. @param mine their duties. @param staff who may be given one */
    public record View(Reunification reunification, Campus school, Map<StudentPlace, Integer> counts, List<Pickup> open,
            Map<UUID, String> names, List<OnDuty> duties, Set<Duty> mine,
            List<Organizations.Placed> staff, QueueForecast forecast, List<StudentThere> shown,
            Map<UUID, Pickup> released, List<Pickup> doubtful, boolean runs, boolean leads, boolean approves,
            UUID reader) {

        /** Cards whose next step is theirs. */
        public List<Pickup> waiting() {
            return open.stream().filter(this::theirs).toList();
        }

        /** A stop that waits for another's word does not wait for whoever asked. */
        private boolean theirs(Pickup card) {
            if (!(card.state() instanceof Pickup.State.Stopped stopped))
                return card.state().waitsFor().stream().anyMatch(mine::contains);
            if (approves) return true;
            var asked = stopped.askedBy();
            return stopped.waitsFor().stream().anyMatch(mine::contains)
                    && (asked == null || !asked.person().equals(reader));
        }

        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        public List<OnDuty> holders(Duty duty) {
            return duties.stream().filter(one -> one.duty() == duty).toList();
        }

        /** Names of those who lead, where the reader is not one of them and could take it; else empty. */
        public String ledByOthers() {
            var held = holders(Duty.LEAD);
            return !leads || held.stream().anyMatch(one -> one.person().equals(reader))
                    ? ""
                    : held.stream().map(OnDuty::name).collect(java.util.stream.Collectors.joining(", "));
        }

        /** The duties the reader may give; only who leads gives the lead away, or whoever may where nobody leads. */
        public List<Duty> givable() {
            return Arrays.stream(Duty.values())
                    .filter(duty -> duty != Duty.LEAD || leads && ledByOthers().isEmpty()).toList();
        }

        /** One's own duty, and anybody's for who leads; the lead's own is not taken from them. */
        public boolean mayEnd(OnDuty one) {
            var lead = holders(Duty.LEAD);
            return one.person().equals(reader)
                    || runs && (lead.isEmpty() || lead.stream().anyMatch(l -> l.person().equals(reader)));
        }

        /** The school's people but the reader. */
        public List<Organizations.Placed> others() {
            return staff.stream().filter(one -> !one.person().equals(reader)).toList();
        }

        public boolean has(Duty... any) {
            return Arrays.stream(any).anyMatch(mine::contains);
        }
    }

    @GetMapping("/reunification/{id}")
    @Needs({Permission.REUNIFY, Permission.STUDENTS_READ})
    ModelAndView one(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        var reunification = door.mine(actor, id);
        if (!page.fragment())
            audit.read("Reunification", "reunification " + id, Map.of("school", reunification.schoolId()));
        return one(actor, page, reunification, q);
    }

    ModelAndView one(Actor actor, Page page, Reunification r, String q) {
        var students = door.students(actor, page, r);
        var shown = students.stream().filter(p -> q.strip().length() >= 2
                ? ReunionWords.finds(q, p.name())
                : p.place() == StudentPlace.MISSING || p.place() == StudentPlace.MEDICAL).limit(30).toList();
        var names = students.stream().collect(java.util.stream.Collectors.toMap(StudentThere::id, StudentThere::name));
        boolean runs = actor.may(Permission.REUNIFY);
        var view = new View(r, atSchool.of(actor, r.schoolId()), queries.counts(r.id()), queries.open(r.id()), names,
                duties.list(r.id()), door.duties(actor, r.id()),
                runs ? organizations.placedAt(r.districtId(), r.schoolId()) : List.of(), queries.forecast(r.id()),
                shown, queries.released(r.id()), queries.doubtful(r.id()), runs,
                actor.may(Permission.ALERT_LEAD), door.approves(actor, r), actor.person());
        return new ModelAndView("emergencies/reunification/reunification", Map.of("page",
                page.titled("reunification.one.title", r.site()), "view", view, "q", q, "told",
                told(dispatch, page, r)));
    }

    /** One without a roll call has no alert of its own: what is so at its school is said. In a drill nobody calls. */
    static Line911 told(Dispatch dispatch, Page page, Reunification r) {
        return r.alertId() == null
                ? dispatch.before(page, r.schoolId(), r.status())
                : dispatch.line(page, r.alertId());
    }

    @Needs(Permission.ALERT_LEAD)
    @PostMapping("/reunification/{id}/closing")
    String close(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id) {
        var reunification = door.mine(actor, id);
        ReunionDoor.act(page, response, () -> {
            reunifications.close(reunification);
            return page.t("reunification.said.closed");
        });
        return "redirect:/reunification/" + id;
    }

    /** Blank cards for the folder: they work without anything that runs on electricity. */
    @GetMapping("/reunification/cards")
    ModelAndView blank(Actor actor, Page page) {
        atSchool.all(actor);
        return new ModelAndView("emergencies/reunification/blank-cards",
                Map.of("page", page.titled("reunification.blank.title")));
    }
}
