package org.daywatch.directory.sites;

import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.invitations.SchoolChoices;
import org.springframework.stereotype.Component;

/** The schools among which an administrator chooses when they invite a principal. */
@Component
class SchoolsToChoose implements SchoolChoices {

    private final Campuses campuses;

    SchoolsToChoose(Campuses campuses) {
        this.campuses = campuses;
    }

    @Override
    public List<School> of(UUID district) {
        return campuses.list(CalendarScope.all(district)).stream().map(c -> new School(c.id(), c.name())).toList();
    }
}
