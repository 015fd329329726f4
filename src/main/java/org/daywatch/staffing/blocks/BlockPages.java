package org.daywatch.staffing.blocks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The school places a block, the officer appeals, the agency decides: one page for each. */
@Controller
class BlockPages {

    private final BlockCommands blocks;
    private final BlockStore storedBlocks;
    private final OfficerStore officers;
    private final Campuses campuses;

    BlockPages(BlockCommands blocks, BlockStore storedBlocks, OfficerStore officers, Campuses campuses) {
        this.blocks = blocks;
        this.storedBlocks = storedBlocks;
        this.officers = officers;
        this.campuses = campuses;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry blocksEntry() {
            return NavEntry.of(NavPart.COVERAGE, 95, "blocks.nav", "/blocks", "flag", Permission.BLOCKS_DECIDE);
        }

        @Bean
        NavEntry myBlocksEntry() {
            return NavEntry.of(NavPart.COVERAGE, 95, "blocks.mine.nav", "/my-blocks", "flag", Permission.OWN_HOURS);
        }
    }

    @Needs(Permission.BLOCKS_PLACE)
    @GetMapping("/schools/{school}/blocks")
    ModelAndView ofSchool(Actor actor, Page page, @PathVariable UUID school) {
        var campus = campus(actor, school);
        return new ModelAndView("staffing/blocks/school-blocks",
                Map.of("page", page.titled("blocks.school.title", campus.name()), "school", campus,
                        "blocks", storedBlocks.ofSchool(school), "known", storedBlocks.known(school)));
    }

    @Needs(Permission.BLOCKS_PLACE)
    @PostMapping("/schools/{school}/blocks")
    ModelAndView place(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam Map<String, String> typed) {
        campus(actor, school);
        return Act.form(page, typed, "officer", again -> ofSchool(actor, again, school), () -> {
            var officer = typed.getOrDefault("officer", "");
            var id = Ids.find(officer).orElseThrow(() -> new InvalidInput("officer", officer, "blocks.error.officer"));
            blocks.place(actor, school, id, typed.getOrDefault("reason", ""));
            Flashes.say(response, "success", page.t("blocks.said.placed"));
            return new ModelAndView("redirect:/schools/" + school + "/blocks");
        });
    }

    @Needs(Permission.BLOCKS_DECIDE)
    @GetMapping("/blocks")
    ModelAndView all(Page page, @RequestParam Map<String, String> parameters) {
        var list = list(parameters);
        var rows = list.rows();
        var paging = list.asked().of(rows.size());
        return new ModelAndView("staffing/blocks/blocks",
                Map.of("page", page.titled("blocks.title"), "paging", paging, "blocks", paging.shown(rows),
                        "schools", list.schools(), "officers", list.officers()));
    }

    @Needs(Permission.BLOCKS_DECIDE)
    @GetMapping("/blocks.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var list = list(parameters);
        Csv.answer(response, "school-blocks.csv",
                List.of("officer", "school", "placed_at", "state", "reason", "appeal"), list.rows().stream()
                        .map(b -> List.of(
                                list.officer(b), list.school(b), b.placedAt(), BlockList.state(b), b.reason(),
                                b.appeal())));
    }

    private BlockList list(Map<String, String> parameters) {
        var all = storedBlocks.all();
        return new BlockList(BlockList.read(parameters), all, schools(all), names(all));
    }

    @Needs(Permission.BLOCKS_DECIDE)
    @PostMapping("/blocks/{id}/decision")
    ModelAndView decide(Page page, HttpServletResponse response, @PathVariable UUID id, @RequestParam boolean lift) {
        blocks.decide(id, lift);
        Flashes.say(response, "success", page.t(lift ? "blocks.said.lifted" : "blocks.said.upheld"));
        return new ModelAndView("redirect:/blocks");
    }

    @Needs(Permission.OWN_HOURS)
    @GetMapping("/my-blocks")
    ModelAndView mine(Actor actor, Page page) {
        var own = storedBlocks.ofOfficer(me(actor).id());
        return new ModelAndView("staffing/blocks/my-blocks",
                Map.of("page", page.titled("blocks.mine.title"), "blocks", own, "schools", schools(own)));
    }

    @Needs(Permission.OWN_HOURS)
    @PostMapping("/my-blocks/{id}/appeal")
    ModelAndView appeal(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words) {
        return Act.form(page, Map.of("words", words, "block", id.toString()), "words", again -> mine(actor, again),
                () -> {
                    blocks.appeal(id, me(actor).id(), words);
                    Flashes.say(response, "success", page.t("blocks.said.appealed"));
                    return new ModelAndView("redirect:/my-blocks");
                });
    }

    private Officer me(Actor actor) {
        return officers.findByPerson(actor.person())
                .orElseThrow(() -> new NotFound("no officer's file for person " + actor.person()));
    }

    /** A principal speaks for their own school only. */
    private Campus campus(Actor actor, UUID school) {
        if (actor.school() != null && !actor.school().equals(school)) throw new NotFound("school " + school);
        return campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
    }

    private Map<UUID, String> schools(List<SchoolBlock> all) {
        return all.stream().map(SchoolBlock::schoolId).distinct().flatMap(id -> campuses.find(id).stream())
                .collect(Collectors.toMap(Campus::id, Campus::name));
    }

    private Map<UUID, String> names(List<SchoolBlock> all) {
        return all.stream().map(SchoolBlock::officerId).distinct().flatMap(id -> officers.find(id).stream())
                .collect(Collectors.toMap(Officer::id, Officer::fullName, (a, b) -> a));
    }
}
