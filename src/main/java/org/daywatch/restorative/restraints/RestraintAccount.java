package org.daywatch.restorative.restraints;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.ownaccounts.OwnAccountPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What student and parents read of a restraint: what was done and how long, why, and what will be different. */
@Component
@Transactional(readOnly = true)
class RestraintAccount implements OwnAccountPart {

    private final RestraintStore restraints;

    RestraintAccount(RestraintStore restraints) {
        this.restraints = restraints;
    }

    @Override
    public List<Entry> of(UUID student) {
        return restraints.ofStudent(student).stream().flatMap(r -> of(r.file()).stream()).toList();
    }

    @Override
    public List<String> subjects(UUID student) {
        return restraints.ofStudent(student).stream().map(r -> "restraint " + r.id()).toList();
    }

    private static List<Entry> of(@org.jspecify.annotations.Nullable RestraintFile f) {
        var entries = new ArrayList<Entry>();
        if (f == null) return entries;
        f.minutes().forEach((means, minutes) -> entries.add(new Entry(f.day(), "restraint.account.done",
                List.of(new Named("restraint.means." + means), minutes))));
        entries.add(new Entry(f.day(), "restraint.account.why", List.of(f.danger(), f.causes())));
        if (f.talk() != null)
            entries.add(new Entry(f.talk().on(), "restraint.account.talk", List.of(f.talk().next())));
        return entries;
    }
}
