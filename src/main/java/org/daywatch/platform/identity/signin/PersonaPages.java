package org.daywatch.platform.identity.signin;

import static org.daywatch_db.platform.Tables.ACCOUNT;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.demo.DemoWay;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.web.Page;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One-click personas. The whole class exists in demo mode only, and knows only accounts of the demonstration's domain.
 */
@Controller
@ConditionalOnProperty("daywatch.demo")
public class PersonaPages {

    private static final String DOMAIN = "@demo.daywatch.example";

    private final Sessions sessions;
    private final SignInDoor door;
    private final Tenants tenants;
    private final DSLContext db;
    private final ObjectProvider<DemoWay> ways;

    PersonaPages(Sessions sessions, SignInDoor door, Tenants tenants, @Qualifier("signin") DSLContext db,
            ObjectProvider<DemoWay> ways) {
        this.sessions = sessions;
        this.door = door;
        this.tenants = tenants;
        this.db = db;
        this.ways = ways;
    }

    /** Who can be tried, and as what. */
    public record Persona(UUID person, String name, Sessions.Place place) {}

    /** Of those in this role. */
    public static boolean isFirst(List<Persona> personas, Persona one) {
        return personas.stream().filter(p -> p.place().role() == one.place().role()).findFirst().filter(one::equals)
                .isPresent();
    }

    @Open(why = "demo mode only: invented people")
    @GetMapping("/personas")
    ModelAndView personas(Page page, HttpServletResponse response) {
        boolean telling = tenants.timersWait();
        if (telling) response.setHeader("Refresh", "3");
        return new ModelAndView("platform/identity/signin/personas",
                Map.of("page", page.titled("personas.title"), "personas", list(), "telling", telling, "ways",
                        telling
                                ? List.of()
                                : ways.orderedStream().flatMap(one -> one.of(page).stream()).toList()));
    }

    @Open(why = "demo mode only: invented people")
    @PostMapping("/personas")
    ModelAndView become(@RequestParam UUID person, @RequestParam UUID org, @RequestParam Role role,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (list().stream()
                .noneMatch(p -> p.person().equals(person) && p.place().org().equals(org) && p.place().role() == role)) {
            throw new NotFound("no such persona");
        }
        sessions.actFor(door.enter(person, Sessions.PERSONA, request, response), org, role);
        return new ModelAndView("redirect:/");
    }

    /**
     * Nobody while the story is told: its clock goes through months, and with them whatever session was opened
     * meanwhile is over.
     */
    private List<Persona> list() {
        if (tenants.timersWait()) return List.of();
        var personas = new ArrayList<Persona>();
        db.select(ACCOUNT.PERSON_ID, ACCOUNT.FULL_NAME).from(ACCOUNT).where(ACCOUNT.EMAIL.endsWith(DOMAIN))
                .forEach(account -> sessions.places(account.get(ACCOUNT.PERSON_ID)).forEach(place -> personas
                        .add(new Persona(account.get(ACCOUNT.PERSON_ID), account.get(ACCOUNT.FULL_NAME), place))));
        personas.sort(Comparator.<Persona>comparingInt(p -> p.place().role().ordinal()).thenComparing(Persona::name));
        return personas;
    }
}
