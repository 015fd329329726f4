package org.daywatch.staffing.awards.replay;

import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The award worked out again while one waits. */
@Controller
@Needs(Permission.SHIFTS_DESK)
class ReplayPages {

    private final Replays replays;

    ReplayPages(Replays replays) {
        this.replays = replays;
    }

    @GetMapping("/awards/{id}/replay")
    ModelAndView replay(Page page, @PathVariable UUID id) {
        return new ModelAndView("staffing/awards/replay/replay",
                Map.of("page", page.titled("awards.replay.title"), "award", id, "replay", replays.replay(id)));
    }
}
