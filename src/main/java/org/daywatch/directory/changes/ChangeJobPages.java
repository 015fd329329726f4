package org.daywatch.directory.changes;

import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How far a change over many schools has come. */
@Controller
@Needs(Permission.CALENDARS_EDIT)
class ChangeJobPages {

    private final ChangeJobs jobs;

    ChangeJobPages(ChangeJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/calendars/changes/{id}")
    ModelAndView job(@PathVariable UUID id, Page page) {
        return new ModelAndView("directory/changes/change-job",
                Map.of("page", page.titled("calendars.job.title"), "job", jobs.get(id)));
    }
}
