package org.daywatch.prevention.rounds.walk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The round on the phone, and what its queue asks and sends. */
@Controller
class WalkPages {

    private final Walks walks;
    private final CheckpointStore checkpoints;
    private final PreventionPlaces places;
    private final Clock clock;

    WalkPages(Walks walks, CheckpointStore checkpoints, PreventionPlaces places, Clock clock) {
        this.walks = walks;
        this.checkpoints = checkpoints;
        this.places = places;
        this.clock = clock;
    }

    /** Who is asked by the queue of a phone before it sends: whose entries go with which token. */
    record Writer(UUID person, String csrfName, String csrf) {}

    /** What a phone keeps for the next round. */
    record KeptPlaces(UUID person, String lang, List<Walks.Place> schools) {}

    record Taken(boolean accepted) {}

    @Needs(Permission.ROUNDS_WALK)
    @GetMapping("/rounds/walk")
    ModelAndView walk(Page page) {
        return new ModelAndView("prevention/rounds/walk/walk", Map.of("page", page.titled("rounds.walk")));
    }

    /** Where the code on a label leads. */
    @Needs(Permission.ROUNDS_WALK)
    @GetMapping("/rounds/at/{checkpoint}")
    ModelAndView at(Page page, Actor actor, @PathVariable UUID checkpoint) {
        places.get(actor, checkpoints.get(checkpoint).schoolId());
        return walk(page);
    }

    @Open(why = "the page of a round as every walker's phone keeps it: checkpoints come from the phone itself")
    @GetMapping("/rounds/shell")
    ModelAndView shell(Page page, @RequestParam(defaultValue = "") String lang) {
        return new ModelAndView("prevention/rounds/walk/round-shell",
                Map.of("page", page.in(lang).titled("rounds.walk")));
    }

    @Needs(Permission.ROUNDS_WALK)
    @GetMapping("/rounds/mine")
    ResponseEntity<Writer> mine(Actor actor, Page page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Writer(actor.person(), page.csrf().name(), page.csrf().token()));
    }

    @Needs(Permission.ROUNDS_WALK)
    @GetMapping("/rounds/kept")
    ResponseEntity<KeptPlaces> kept(Actor actor, Page page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new KeptPlaces(actor.person(), page.lang(), walks.places(page, actor)));
    }

    /** One thing that was tapped; what is wrong comes back as problem details. */
    @Needs(Permission.ROUNDS_WALK)
    @PostMapping("/rounds/entries")
    ResponseEntity<Taken> queued(Actor actor, @RequestParam Map<String, String> typed) {
        walks.enter(actor, RoundEntry.read(typed, clock.instant()));
        return ResponseEntity.ok(new Taken(true));
    }
}
