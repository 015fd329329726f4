package org.daywatch.prevention.instruments;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.instruments.Instruments.Listed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Which instruments there are, what each asks, and how a district brings its own. */
@Controller
@Needs(Permission.ASSESSMENTS_READ)
class InstrumentPages {

    private static final int LARGEST = 2 << 20;
    private static final int SHOWN_FAULTS = 30;
    private static final Map<String, Comparator<Listed>> SORTS = Map.of("code",
            Comparator.<Listed, String>comparing(l -> l.instrument().code())
                    .thenComparing(l -> -l.instrument().edition()),
            "edition", Comparator.comparingInt(l -> l.instrument().edition()), "items",
            Comparator.comparingInt(l -> l.instrument().items().size()));

    private final Instruments instruments;
    private final InstrumentCommands store;
    private final InstrumentStore storedStore;
    private final Organizations organizations;

    InstrumentPages(Instruments instruments, InstrumentCommands store, InstrumentStore storedStore,
            Organizations organizations) {
        this.instruments = instruments;
        this.store = store;
        this.storedStore = storedStore;
        this.organizations = organizations;
    }

    @GetMapping("/instruments")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        return list(page, actor, parameters, List.of());
    }

    private ModelAndView list(Page page, Actor actor, Map<String, String> parameters, List<InstrumentFault> faults) {
        var paging = Paging.read("/instruments", parameters, SORTS.keySet(), "code");
        var rows = rows(page, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("prevention/instruments/instruments",
                Map.of("page", page.titled("instruments.title"), "paging", placed, "rows", placed.shown(rows),
                        "loads", actor.may(Permission.INSTRUMENTS_EDIT), "faults", faults));
    }

    @GetMapping("/instruments.csv")
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/instruments", parameters, SORTS.keySet(), "code");
        Csv.answer(response, "instruments.csv", List.of("code", "edition", "name", "items", "scenarios", "retired"),
                rows(page, paging).stream().map(l -> List.of(l.instrument().code(),
                        l.instrument().edition(), l.instrument().name().in(page.lang()), l.instrument().items().size(),
                        l.instrument().scenarios().size(), l.retired())));
    }

    private List<Listed> rows(Page page, Paging paging) {
        return instruments.list().stream()
                .filter(l -> paging.finds(l.instrument().code(), l.instrument().name().in(page.lang())))
                .sorted(paging.order(SORTS)).toList();
    }

    @GetMapping("/instruments/{code}/{edition}")
    ModelAndView one(Page page, Actor actor, @PathVariable String code, @PathVariable int edition) {
        var instrument = instruments.get(code, edition);
        var listed = instruments.list().stream().filter(l -> l.instrument().label().equals(instrument.label()))
                .findFirst().orElseThrow(() -> new NotFound("instrument " + code));
        return new ModelAndView("prevention/instruments/instrument",
                Map.of("page", page.titled("instruments.one", instrument.name().in(page.lang()), edition), "listed",
                        listed,
                        "loads", actor.may(Permission.INSTRUMENTS_EDIT)));
    }

    @GetMapping("/instruments/{code}/{edition}/file")
    ResponseEntity<byte[]> file(@PathVariable String code, @PathVariable int edition) {
        return ResponseEntity.ok().header("Content-Type", "application/json")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition",
                        "attachment; filename=\"" + instruments.get(code, edition).code() + "." + edition + ".json\"")
                .body(instruments.file(code, edition).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/instruments")
    @Needs(Permission.INSTRUMENTS_EDIT)
    ModelAndView load(Page page, Actor actor, @RequestParam MultipartFile file, HttpServletResponse response)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file.isEmpty() || file.getSize() > LARGEST)
            return again(page, actor,
                    page.t(file.isEmpty() ? "instruments.wrong.empty" : "instruments.wrong.large", name), List.of());
        byte[] bytes = file.getBytes();
        var read = InstrumentReader.read(bytes);
        if (read.instrument().isEmpty())
            return again(page, actor, page.t("instruments.wrong.faults", read.faults().size()),
                    read.faults().stream().limit(SHOWN_FAULTS).toList());
        var instrument = read.instrument().get();
        if (instruments.isShipped(instrument.code()))
            return again(page, actor, page.t("instruments.wrong.shipped", instrument.code()), List.of());
        return Act.form(page, Map.of(), "file", again -> list(again, actor, Map.of(), List.of()), () -> {
            store.load(agency(actor), actor.tenant(), instrument, bytes, actor.name());
            Flashes.say(response, "success",
                    page.t("instruments.said.loaded", instrument.name().in(page.lang()), instrument.items().size()));
            return new ModelAndView("redirect:/instruments/" + instrument.code() + "/" + instrument.edition());
        });
    }

    private java.util.UUID agency(Actor actor) {
        return organizations.find(actor.tenant()).map(Organizations.Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + actor.tenant()));
    }

    private ModelAndView again(Page page, Actor actor, String error, List<InstrumentFault> faults) {
        var told = new LinkedHashMap<String, String>();
        told.put("file", error);
        var form = list(page.with(told, Map.of()), actor, Map.of(), faults);
        form.setStatus(HttpStatus.BAD_REQUEST);
        return form;
    }

    @PostMapping("/instruments/{code}/{edition}/retirement")
    @Needs(Permission.INSTRUMENTS_EDIT)
    ModelAndView retire(Page page, Actor actor, @PathVariable String code, @PathVariable int edition,
            HttpServletResponse response) {
        storedStore.retire(actor.tenant(), code, edition);
        Flashes.say(response, "success", page.t("instruments.said.retired"));
        return new ModelAndView("redirect:/instruments");
    }
}
