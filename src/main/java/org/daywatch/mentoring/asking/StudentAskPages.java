package org.daywatch.mentoring.asking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.mentoring.asking.StudentAsk.Outcome;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.ShownOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The counselors of a school: who asked for somebody, what came of it, and the poster that leads here. */
@Controller
@Needs(Permission.MATCHES_WORK)
public class StudentAskPages {

    private static final String HERE = "/mentoring/asks";
    private static final int MOST = 300;

    private final StudentAsks asks;
    private final StudentAskDoor door;
    private final StudentAskStore store;
    private final AtSchool atSchool;
    private final AuditLog audit;
    private final PublicAddress address;
    private final Clock clock;

    StudentAskPages(StudentAsks asks, StudentAskDoor door, StudentAskStore store, AtSchool atSchool, AuditLog audit,
            PublicAddress address, Clock clock) {
        this.asks = asks;
        this.door = door;
        this.store = store;
        this.atSchool = atSchool;
        this.audit = audit;
        this.address = address;
        this.clock = clock;
    }

    public record Poster(String address, QrDrawing qr) {}

    /** @param since when the poster that hangs was made; null: there is none */
    public record View(Campus school, List<StudentAsk> waiting, List<StudentAsk> answered, @Nullable Instant since,
            @Nullable Poster poster, LocalDate today) {}

    @GetMapping(HERE)
    ModelAndView list(Page page, Actor actor) {
        return view(page, actor, null);
    }

    @PostMapping(HERE + "/poster")
    ModelAndView poster(Page page, Actor actor, HttpServletResponse response) {
        var made = address.get() + "/ask/" + asks.poster(actor, atSchool.of(actor, "")).text();
        ShownOnce.beside(response, HERE);
        return view(page, actor, new Poster(made, QrDrawing.of(made)));
    }

    @PostMapping(HERE + "/{id}/answer")
    ModelAndView answer(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome) {
        var ask = door.find(actor, atSchool.of(actor, ""), id).orElseThrow(() -> new NotFound("student ask " + id));
        return Act.on(page, response, HERE, "asking.said.answered", () -> asks.answer(actor, ask, outcome(outcome)));
    }

    private static Outcome outcome(String text) {
        for (var outcome : Outcome.values()) if (outcome.name().equals(text)) return outcome;
        throw new InvalidInput("outcome", text, "asking.wrong.outcome");
    }

    private ModelAndView view(Page page, Actor actor, @Nullable Poster poster) {
        var school = atSchool.of(actor, "");
        var all = door.list(actor, school, MOST);
        all.forEach(ask -> audit.read("StudentAsk", "student-ask " + ask.id(), java.util.Map.of()));
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("asking.list"));
        model.put("view", new View(school, all.stream().filter(ask -> ask.outcome() == null).toList(),
                all.stream().filter(ask -> ask.outcome() != null).toList(), store.posterSince(school.id()).orElse(null),
                poster, LocalDate.ofInstant(clock.instant(), school.zone())));
        return new ModelAndView("mentoring/asking/asks", model);
    }
}
