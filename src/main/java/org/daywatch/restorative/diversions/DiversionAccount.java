package org.daywatch.restorative.diversions;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.ownaccounts.OwnAccountPart;
import org.daywatch.restorative.diversions.DiversionEnd.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What student and parents read: what was offered, what was answered, when help began, how it ended. */
@Component
@Transactional(readOnly = true)
class DiversionAccount implements OwnAccountPart {

    private final DiversionStore diversions;

    DiversionAccount(DiversionStore diversions) {
        this.diversions = diversions;
    }

    @Override
    public List<Entry> of(UUID student) {
        return diversions.ofStudent(student).stream().flatMap(d -> of(d).stream()).toList();
    }

    @Override
    public List<String> subjects(UUID student) {
        return diversions.ofStudent(student).stream().map(d -> "diversion " + d.id()).toList();
    }

    private static List<Entry> of(Diversion d) {
        var entries = new ArrayList<Entry>();
        var end = d.file().end();
        if (end != null && end.outcome() == Outcome.STRUCK) return entries;
        entries.add(new Entry(d.began(), "diversion.account.begun",
                List.of(new Named("diversion.exclusion." + d.file().considered()))));
        for (var o : d.file().offers()) {
            var kind = new Named("diversion.offer." + o.kind());
            entries.add(new Entry(o.on(), "diversion.account.offered", List.of(kind, o.words())));
            if (o.answered() != null)
                entries.add(new Entry(o.answered(), "diversion.account." + o.answer(), List.of(kind)));
            if (o.helped() != null)
                entries.add(new Entry(o.helped(), "diversion.account.helped", List.of(kind)));
        }
        if (end != null)
            entries.add(end.exclusion() == null
                    ? new Entry(end.on(), "diversion.account.HELPED", List.of(end.words()))
                    : new Entry(end.on(), "diversion.account.EXCLUDED",
                            List.of(new Named("diversion.exclusion." + end.exclusion()), end.words())));
        return entries;
    }
}
