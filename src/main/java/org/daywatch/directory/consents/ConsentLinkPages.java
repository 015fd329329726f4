package org.daywatch.directory.consents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.function.BiFunction;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.ownaccounts.OwnAccounts;
import org.daywatch.directory.ownaccounts.OwnAccounts.OwnAccount;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.links.SecretLinks;
import org.daywatch.platform.web.forms.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of whoever was asked and has no account: what it is about in their language, yes, no, and not any more. */
@Controller
@Open(why = "the secret in the address is given to the one who was asked; it ends on its day, only its hash is stored and every answer is audited")
public class ConsentLinkPages {

    private final Consents consents;
    private final StoppedConsents stopped;
    private final Campuses campuses;
    private final ClassRosters rosters;
    private final OwnAccounts accounts;
    private final SecretLinks secrets;
    private final Clock clock;

    ConsentLinkPages(Consents consents, StoppedConsents stopped, Campuses campuses, ClassRosters rosters,
            OwnAccounts accounts, SecretLinks secrets, Clock clock) {
        this.consents = consents;
        this.stopped = stopped;
        this.campuses = campuses;
        this.rosters = rosters;
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param name the student's given name and no more
     * @param account what is recorded, for them to read; null before they have answered. @param state its word on this
     * day. @param stopped they said yes and have no custody on file
     */
    public record View(Consent consent, Campus school, String name, String state, String own, boolean stopped,
            @Nullable OwnAccount account) {}

    @GetMapping("/consent/{token}")
    ModelAndView read(Page page, @PathVariable String token, @RequestParam(defaultValue = "") String lang,
            HttpServletRequest request, HttpServletResponse response) {
        return with(token, request, response, (one, own) -> view(page, one, own, lang, false));
    }

    @PostMapping("/consent/{token}/answer")
    ModelAndView answer(Page page, @PathVariable String token, @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String lang, HttpServletRequest request, HttpServletResponse response) {
        return with(token, request, response, (one, own) -> Act.on(page, response, own, () -> {
            boolean yes = FamilyConsentPages.yes(said);
            if (!consents.mayAnswer(one)) {
                stopped.tell(one);
                response.setStatus(422);
                return view(page, one, own, lang, true);
            }
            consents.answer(one, yes, How.LINK, null);
            return new ModelAndView("redirect:" + own + asked(lang));
        }));
    }

    @PostMapping("/consent/{token}/withdrawal")
    ModelAndView withdraw(Page page, @PathVariable String token, @RequestParam(defaultValue = "") String lang,
            HttpServletRequest request, HttpServletResponse response) {
        return with(token, request, response, (one, own) -> Act.on(page, response, own, () -> {
            consents.withdraw(one, How.LINK, null);
            return new ModelAndView("redirect:" + own + asked(lang));
        }));
    }

    private static String asked(String lang) {
        return lang.matches("[a-z]{2}") ? "?lang=" + lang : "";
    }

    private ModelAndView with(String token, HttpServletRequest request, HttpServletResponse response,
            BiFunction<Consent, String, ModelAndView> answer) {
        return secrets.open(token, "link to a consent", request, response, consents::find, (link, one) -> {
            return answer.apply(one, "/consent/" + token);
        });
    }

    private ModelAndView view(Page page, Consent one, String own, String lang, boolean stopped) {
        var school = campuses.find(one.school()).orElseThrow(() -> new NotFound("school " + one.school()));
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        var spoken = page.in(lang.isEmpty() ? one.language() : lang);
        String name = rosters.student(one.school(), one.student()).name();
        String given = name.contains(",") ? name.substring(name.indexOf(',') + 1).strip() : name;
        var model = new HashMap<String, Object>();
        model.put("page", spoken.titled("consent.link.title." + one.matter()));
        model.put("view", new View(one, school, given, one.code(today), own, stopped,
                one.state() instanceof Consent.State.Asked
                        ? null
                        : accounts.of(school, one.student(), one.guardian())));
        return new ModelAndView("directory/consents/link", model);
    }
}
