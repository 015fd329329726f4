package org.daywatch.directory.consents;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.consents.ConsentMatters.Asking;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.guardians.Guardianship;
import org.daywatch.directory.guardians.LegalCustody;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.ShownOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is asked for their consent about one matter, what they said, and what they said on paper or by phone. */
@Controller
@Needs(Permission.CONSENTS_ASK)
public class FamilyConsentPages {

    private static final String STUDENT = "STUDENT";

    private final Consents consents;
    private final ObjectProvider<ConsentMatters> rooms;
    private final Guardians guardians;
    private final StudentSearch search;
    private final PublicAddress address;
    private final Clock clock;

    FamilyConsentPages(Consents consents, ObjectProvider<ConsentMatters> rooms, Guardians guardians,
            StudentSearch search,
            PublicAddress address, Clock clock) {
        this.consents = consents;
        this.rooms = rooms;
        this.guardians = guardians;
        this.search = search;
        this.address = address;
        this.clock = clock;
    }

    /**
     * One who may be asked.
     *
     * @param key STUDENT, or the guardian's id. @param custody null: the student themselves. @param last what they were
     * asked last, null: they were not. @param state its word on this day
     */
    public record Person(String key, String name, @Nullable Custody custody, @Nullable Consent last, String state) {

        public boolean decides() {
            return custody == null || custody == Custody.FULL || custody == Custody.SHARED;
        }
    }

    /** A link just made, shown once. */
    public record Made(String person, String address, QrDrawing qr, String language) {}

    public record View(Asking asking, List<Person> people, ConsentAnswer answer,
            @Nullable Made made) {}

    @GetMapping("/consents/{about}")
    ModelAndView show(Page page, Actor actor, @PathVariable UUID about) {
        return view(page, actor, asking(actor, about), null);
    }

    @PostMapping("/consents/{about}/ask")
    ModelAndView ask(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID about,
            @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "en") String language) {
        var asking = asking(actor, about);
        return Act.form(page, Map.of("person", person, "language", language), again -> view(again, actor, asking, null),
                () -> {
                    if (!Texts.LANGUAGES.contains(language))
                        throw new InvalidInput("language", language, "consent.wrong.language");
                    var link = consents.ask(actor, asking, guardian(person), language);
                    ShownOnce.beside(response, "/consents/" + about);
                    return view(page, actor, asking, link);
                });
    }

    @PostMapping("/consents/{about}/{id}/answer")
    ModelAndView answer(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID about,
            @PathVariable UUID id, @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String how) {
        var one = mine(actor, about, id);
        return Act.on(page, response, "/consents/" + about, "consent.said.written",
                () -> consents.answer(one, yes(said), how(how), actor.person()));
    }

    @PostMapping("/consents/{about}/{id}/withdrawal")
    ModelAndView withdraw(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID about,
            @PathVariable UUID id, @RequestParam(defaultValue = "") String how) {
        var one = mine(actor, about, id);
        return Act.on(page, response, asking(actor, about).back(), "consent.said.withdrawn",
                () -> consents.withdraw(one, how(how), actor.person()));
    }

    /** @throws InvalidInput where it is neither */
    static boolean yes(String said) {
        if (!said.equals("yes") && !said.equals("no")) throw new InvalidInput("said", said, "consent.wrong.said");
        return said.equals("yes");
    }

    /** What somebody of the school writes down did not come by the link. */
    private static How how(String text) {
        for (How how : List.of(How.PAPER, How.PHONE, How.IN_PERSON)) if (how.name().equals(text)) return how;
        throw new InvalidInput("how", text, "consent.wrong.how");
    }

    private static @Nullable UUID guardian(String person) {
        return person.equals(STUDENT)
                ? null
                : Ids.find(person).orElseThrow(() -> new InvalidInput("person", person, "consent.wrong.person"));
    }

    private Asking asking(Actor actor, UUID about) {
        return rooms.orderedStream().flatMap(room -> room.of(actor, about).stream()).findFirst()
                .orElseThrow(() -> new NotFound("consents about " + about));
    }

    private Consent mine(Actor actor, UUID about, UUID id) {
        asking(actor, about);
        return consents.find(about, id).orElseThrow(() -> new NotFound("consent " + id));
    }

    private ModelAndView view(Page page, Actor actor, Asking asking, Consents.@Nullable Link link) {
        var people = people(actor, asking);
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("consent.title", people.getFirst().name()));
        model.put("view", new View(asking, people, consents.of(asking.about()),
                link == null ? null : made(link, people)));
        return new ModelAndView("directory/consents/consents", model);
    }

    private Made made(Consents.Link link, List<Person> people) {
        var asked = link.consent();
        String key = asked.guardian() == null ? STUDENT : asked.guardian().toString();
        String own = address.get() + "/consent/" + link.token().text();
        return new Made(
                people.stream().filter(p -> p.key().equals(key)).map(Person::name).findFirst().orElseThrow(), own,
                QrDrawing.of(own), asked.language());
    }

    /** The student first. */
    private List<Person> people(Actor actor, Asking asking) {
        var today = today(asking);
        var asked = consents.list(asking.about());
        var people = new ArrayList<Person>();
        people.add(person(STUDENT, search.student(actor, asking.school(), asking.student()).name(), null, asked,
                today));
        var entries = guardians.ofStudent(asking.student(), "consent");
        var custody = LegalCustody.of(entries, today);
        for (var adult : Guardianship.onePerGuardian(entries))
            people.add(person(adult.guardianId().toString(), adult.guardian(),
                    custody.getOrDefault(adult.guardianId(), Custody.UNKNOWN), asked, today));
        return people;
    }

    private static Person person(String key, String name, @Nullable Custody custody, List<Consent> asked,
            LocalDate today) {
        var last = asked.stream().filter(one -> Objects.equals(one.guardian(), guardian(key)))
                .reduce((one, later) -> later);
        return new Person(key, name, custody, last.orElse(null), last.map(one -> one.code(today)).orElse("NOT_ASKED"));
    }

    private LocalDate today(Asking asking) {
        return LocalDate.ofInstant(clock.instant(), asking.school().zone());
    }
}
