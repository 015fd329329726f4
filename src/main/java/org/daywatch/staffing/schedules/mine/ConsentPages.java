package org.daywatch.staffing.schedules.mine;

import static org.daywatch_db.staffing.Tables.SHIFT;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.staffing.consents.StandingConsents;
import org.daywatch.staffing.consents.StandingConsentStore;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer gives their standing consent, and takes it back. */
@Controller
@Needs(Permission.OFFERS_TAKE)
class ConsentPages {

    private static final int USUAL_DAYS = 60;

    private final HomeTime home;
    private final DSLContext db;
    private final StandingConsents consents;
    private final StandingConsentStore storedConsents;
    private final OfficerAccounts officers;
    private final Campuses campuses;

    ConsentPages(DSLContext db, StandingConsents consents, StandingConsentStore storedConsents,
            OfficerAccounts officers, Campuses campuses, HomeTime home) {
        this.home = home;
        this.db = db;
        this.consents = consents;
        this.storedConsents = storedConsents;
        this.officers = officers;
        this.campuses = campuses;
    }

    /** @param q part of a school's name, where they want another than those they have stood at */
    @GetMapping("/my-consents")
    @Transactional(readOnly = true)
    public ModelAndView list(Actor actor, Page page, @RequestParam(defaultValue = "") String q) {
        return view(actor, page, q);
    }

    @PostMapping("/my-consents")
    ModelAndView give(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> form) {
        return Act.form(page, form, again -> view(actor, again, ""), () -> {
            consents.give(actor.person(), school(form), day(form, "from"), day(form, "to"));
            Flashes.say(response, "success", page.t("consents.said.given"));
            return new ModelAndView("redirect:/my-consents");
        });
    }

    @PostMapping("/my-consents/{school}/revocation")
    ModelAndView revoke(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school) {
        consents.revoke(actor.person(), school);
        Flashes.say(response, "success", page.t("consents.said.revoked"));
        return new ModelAndView("redirect:/my-consents");
    }

    private ModelAndView view(Actor actor, Page page, String q) {
        var officer = officers.ofPerson(actor.person()).id();
        var given = storedConsents.of(officer);
        var names = campuses.list(given.stream().map(StandingConsents.Consent::school).toList()).stream()
                .collect(java.util.stream.Collectors.toMap(Campus::id, Campus::name));
        var today = home.today();
        return new ModelAndView("staffing/schedules/mine/consents", Map.of("page", page.titled("consents.title"),
                "given", given, "names", names, "q", q,
                "fields",
                List.of(Field.select("school", page.t("consents.school"), schools(officer, q))
                        .value(page.value("school", "")).error(page.error("school")).must(),
                        Field.date("from", page.t("consents.from")).value(page.value("from", today))
                                .error(page.error("from")).must(),
                        Field.date("to", page.t("consents.to")).hint(page.t("consents.to.hint"))
                                .value(page.value("to", today.plusDays(USUAL_DAYS))).error(page.error("to")).must())));
    }

    private List<Field.Option> schools(UUID officer, String q) {
        var known = campuses.list(db.selectDistinct(SHIFT.SCHOOL_ID).from(SHIFT).where(SHIFT.OFFICER_ID.eq(officer))
                .fetch(SHIFT.SCHOOL_ID));
        var found = q.isBlank() ? List.<Campus>of() : campuses.search(q.strip(), null);
        return Stream.concat(found.stream(), known.stream().sorted(java.util.Comparator.comparing(Campus::name)))
                .map(c -> new Field.Option(c.id().toString(), c.name())).distinct().toList();
    }

    private static UUID school(Map<String, String> form) {
        try {
            return UUID.fromString(form.getOrDefault("school", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("school", form.getOrDefault("school", ""), "consents.wrong.school");
        }
    }

    private static LocalDate day(Map<String, String> form, String field) {
        try {
            return Days.parse(form.getOrDefault(field, ""));
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, form.getOrDefault(field, ""), "consents.wrong.day");
        }
    }
}
