package org.daywatch.restorative.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.ownaccounts.OwnAccountPart;
import org.daywatch.restorative.conferences.Conference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What student and parents read of a conference: that it was referred and how it ended, and what the student promised.
 * Words about others are theirs, and stand on no page of somebody else.
 */
@Component
@Transactional(readOnly = true)
class ConferenceAccount implements OwnAccountPart {

    private final ConferenceStore conferences;

    ConferenceAccount(ConferenceStore conferences) {
        this.conferences = conferences;
    }

    @Override
    public List<Entry> of(UUID student) {
        return conferences.ofStudent(student).stream().flatMap(c -> of(c, student).stream()).toList();
    }

    @Override
    public List<String> subjects(UUID student) {
        return conferences.ofStudent(student).stream().map(c -> "conference " + c.id()).toList();
    }

    private static List<Entry> of(Conference c, UUID student) {
        var entries = new ArrayList<Entry>();
        var d = c.days();
        entries.add(new Entry(d.referred(), "conference.account.referred", List.of()));
        if (d.held() != null)
            entries.add(new Entry(d.held(), "conference.account.held",
                    List.of(new Named("conference.kind." + c.kind()))));
        var name = c.file().participants().stream().filter(p -> p.student().equals(student)).map(p -> p.name())
                .findFirst().orElse("");
        if (d.agreed() != null)
            for (var p : c.promises())
                if (p.owner().equals(name))
                    entries.add(new Entry(d.agreed(), "conference.account.promised",
                            List.of(p.what(), new Named("conference.kept." + p.kept()))));
        if (d.closed() != null && c.ended() != null)
            entries.add(new Entry(d.closed(), "conference.account.ended",
                    List.of(new Named("conference.ended." + c.ended()))));
        return entries;
    }
}
