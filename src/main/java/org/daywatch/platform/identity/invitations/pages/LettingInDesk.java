package org.daywatch.platform.identity.invitations.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.identity.invitations.Guests;
import org.daywatch.platform.identity.invitations.Invitations.Asked;
import org.daywatch.platform.identity.invitations.Invitations;
import org.daywatch.platform.identity.invitations.InvitedBy;
import org.daywatch.platform.identity.invitations.LettingIn.Row;
import org.daywatch.platform.identity.invitations.LettingIn;
import org.daywatch.platform.identity.invitations.Slip;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page *Letting people in*, for those who look after an organization's users and, with officers alone, for those
 * who look after officers.
 */
@Component
public class LettingInDesk {

    public static final Map<String, Comparator<Row>> SORTS = Map.of("name",
            Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER),
            "state", Comparator.comparing(Row::progress), "at",
            Comparator.comparing(Row::at, Comparator.nullsLast(Comparator.naturalOrder())));

    private final LettingIn people;
    private final Invitations invitations;
    private final SlipSheet sheet;
    private final Guests guests;
    private final AuditLog audit;
    private final Times times;
    private final PublicAddress address;
    private final Agencies agencies;

    LettingInDesk(LettingIn people, Invitations invitations, SlipSheet sheet, Guests guests, AuditLog audit,
            Times times,
            PublicAddress address, Agencies agencies) {
        this.people = people;
        this.invitations = invitations;
        this.sheet = sheet;
        this.guests = guests;
        this.audit = audit;
        this.times = times;
        this.address = address;
        this.agencies = agencies;
    }

    /**
     * @param path of the page @param only the one role that is looked after, or null @param back where the page came
     * from
     */
    public record Circle(String path, Organization org, @Nullable Role only, String back, String backLabel) {

        /** The way back to the page, with the organization it is about. */
        public String here() {
            return path + "?org=" + org.id();
        }
    }

    public ModelAndView show(Page page, Actor actor, Circle circle, Paging asked) {
        var all = people.list(actor, circle.org().id(), circle.only());
        var found = found(all, asked);
        var paging = asked.of(found.size());
        var model = new java.util.HashMap<String, Object>(Map.of("page", page.titled("lettingin.title"), "circle",
                circle, "paging", paging, "rows", paging.shown(found),
                "next", people.toInvite(all), "mail", invitations.mailPossible(), "text", invitations.textPossible(),
                "times", times));
        return new ModelAndView("platform/identity/invitations/pages/letting-in", model);
    }

    private static List<Row> found(List<Row> all, Paging paging) {
        return all.stream().filter(r -> paging.finds(r.name(), r.email()))
                .filter(r -> paging.filter("state").isEmpty()
                        ? r.progress() != LettingIn.Progress.CAME
                        : paging.filter("state").equals("all") || r.progress().name().equals(paging.filter("state")))
                .sorted(paging.order(SORTS)).toList();
    }

    public void csv(Actor actor, Circle circle, Paging paging, HttpServletResponse response) {
        audit.act("InvitationsExported", "organization " + circle.org().id(), paging.filters());
        Csv.answer(response, "letting-in.csv",
                List.of("name", "email", "role", "state", "invited_by", "asked_at", "sent_at", "opened_at", "ends_at",
                        "failure"),
                found(people.list(actor, circle.org().id(), circle.only()), paging).stream().map(r -> {
                    var i = r.invitation();
                    return i == null
                            ? Arrays.asList(r.name(), r.email(), r.role(), r.progress(), null, null, null, null, null,
                                    null)
                            : Arrays.<Object>asList(r.name(), r.email(), r.role(), r.progress(), i.by(), i.askedAt(),
                                    i.sentAt(), i.openedAt(), i.expiresAt(), i.failure());
                }));
    }

    /** @param who persons by id; empty: everybody who cannot sign in and waits for no answer */
    public @Nullable ModelAndView ask(Page page, Actor actor, Circle circle, Set<UUID> who, @Nullable Role role,
            InvitedBy by, boolean pdf, UUID form, HttpServletResponse response) {
        var all = people.list(actor, circle.org().id(), circle.only());
        var chosen = who.isEmpty()
                ? people.toInvite(all)
                : all.stream().filter(r -> who.contains(r.person()) && (role == null || r.role() == role) && !r.in())
                        .toList();
        if (chosen.isEmpty() && !who.isEmpty()) throw new NotFound("nobody here to invite");
        var asked = Tenancy.as(new Scope(circle.org().id(), actor.person()), () -> guests.of(chosen, by, page.lang()));
        return answer(page, circle, invitations.ask(actor, circle.org(), asked, by, form), pdf, response);
    }

    /** What whoever asked sees: how many were invited, who was not, and slips this once. */
    public @Nullable ModelAndView answer(Page page, Circle circle, Asked asked, boolean pdf,
            HttpServletResponse response) {
        if (!asked.slips().isEmpty() && pdf) return pdf(page, asked.slips(), response);
        if (!asked.slips().isEmpty()) {
            return new ModelAndView("platform/identity/invitations/pages/slips",
                    Map.of("page", page.titled("slips.title"), "circle", circle, "slips", asked.slips(),
                            "address", address.get(), "left", left(page, asked), "qr", qr(asked), "times", times,
                            "logo", agencies.of(circle.org().id()).logo()));
        }
        if (asked.repeated()) Flashes.say(response, "info", page.t("lettingin.repeated"));
        else
            if (!asked.left().isEmpty())
                Flashes.say(response, "warning", page.t("lettingin.asked", asked.asked()) + " " + left(page, asked));
            else
                Flashes.say(response, "success", page.t("lettingin.asked", asked.asked()));
        return new ModelAndView("redirect:" + circle.here());
    }

    private Map<String, QrDrawing> qr(Asked asked) {
        return asked.slips().stream()
                .collect(Collectors.toMap(s -> s.code(), s -> QrDrawing.of(address.link("/start?code=" + s.code()))));
    }

    private static String left(Page page, Asked asked) {
        if (asked.left().isEmpty()) return "";
        var names = asked.left().stream().limit(5).map(l -> l.guest().name()).collect(Collectors.joining(", "));
        return page.t("lettingin.left", asked.left().size(), names, page.sentence(asked.left().getFirst().why()));
    }

    private @Nullable ModelAndView pdf(Page page, List<Slip> slips, HttpServletResponse response) {
        byte[] bytes = sheet.draw(page, slips);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"slips.pdf\"");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    public ModelAndView withdraw(Page page, Actor actor, Circle circle, UUID person, Role role,
            HttpServletResponse response) {
        if (circle.only() != null && role != circle.only()) throw new NotFound("invitation");
        invitations.withdraw(actor, circle.org().id(), person, role);
        Flashes.say(response, "success", page.t("users.invitation.withdrawn"));
        return new ModelAndView("redirect:" + circle.here());
    }
}
