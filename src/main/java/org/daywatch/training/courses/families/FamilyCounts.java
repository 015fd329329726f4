package org.daywatch.training.courses.families;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.training.courses.families.CourseLinks.CourseLink;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts families. The form that comes twice counts once. */
@Component
@Transactional
public class FamilyCounts {

    private final CourseLinks links;
    private final Forms forms;

    FamilyCounts(CourseLinks links, Forms forms) {
        this.links = links;
        this.forms = forms;
    }

    public void opened(CourseLink link, LocalDate day, String language) {
        links.count(link, day, language, false);
    }

    public void completed(CourseLink link, LocalDate day, String language, UUID form) {
        if (forms.first(form)) links.count(link, day, language, true);
    }
}
