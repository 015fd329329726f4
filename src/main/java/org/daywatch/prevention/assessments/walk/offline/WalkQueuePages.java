package org.daywatch.prevention.assessments.walk.offline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.assessments.walk.offline.KeptWalks.KeptWalk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The campus as a phone walks it without a connection, and what its queue asks and sends. */
@Controller
class WalkQueuePages {

    private final WalkEntries entries;
    private final KeptWalks walks;
    private final Clock clock;

    WalkQueuePages(WalkEntries entries, KeptWalks walks, Clock clock) {
        this.entries = entries;
        this.walks = walks;
        this.clock = clock;
    }

    /** Who is asked by the queue of a phone before it sends: whose entries go with which token. */
    record Sender(UUID person, String csrfName, String csrf) {}

    record KeptCampuses(UUID person, String lang, List<KeptWalk> walks) {}

    record Received(boolean accepted) {}

    @Open(why = "the page of a campus walk as every assessor's phone keeps it: items and answers come from the phone itself")
    @GetMapping("/assessments/shell")
    ModelAndView shell(Page page, @RequestParam(defaultValue = "") String lang) {
        return new ModelAndView("prevention/assessments/walk/offline/walk-shell",
                Map.of("page", page.in(lang).titled("assessments.offline.title")));
    }

    @Needs(Permission.ASSESSMENTS_EDIT)
    @GetMapping("/assessments/mine")
    ResponseEntity<Sender> mine(Actor actor, Page page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Sender(actor.person(), page.csrf().name(), page.csrf().token()));
    }

    @Needs(Permission.ASSESSMENTS_EDIT)
    @GetMapping("/assessments/kept")
    ResponseEntity<KeptCampuses> kept(Actor actor, Page page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new KeptCampuses(actor.person(), page.lang(), walks.of(page, actor)));
    }

    /** One answer, or one photo; what is wrong comes back as problem details. */
    @Needs(Permission.ASSESSMENTS_EDIT)
    @PostMapping("/assessments/entries")
    ResponseEntity<Received> queued(Actor actor, @RequestParam Map<String, String> typed,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile photo) {
        entries.enter(actor, WalkEntry.read(typed, clock.instant()), photo == null ? null : Typed.photo(photo));
        return ResponseEntity.ok(new Received(true));
    }
}
