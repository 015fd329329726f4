package org.daywatch.directory.visitors.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.daywatch.directory.Campus;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.guardians.Guardianship;
import org.daywatch.directory.visitors.VisitorCheck;
import org.daywatch.directory.visitors.barred.BarredPeople;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The name at the door against the list of people not admitted, then against what pickup lists of the school forbid.
 */
@Component
@Transactional(readOnly = true)
class AdmissionCheck implements VisitorCheck {

    private final BarredPeople barred;
    private final Guardians guardians;

    AdmissionCheck(BarredPeople barred, Guardians guardians) {
        this.barred = barred;
        this.guardians = guardians;
    }

    @Override
    public Optional<Match> of(Campus school, String name, LocalDate day) {
        return barred.at(school.id(), day).stream().filter(p -> NameLikeness.alike(name, p.name()))
                .map(p -> new Match(Matched.BARRED, p.name(), p.reason() + " (" + p.source() + ")", null)).findFirst()
                .or(() -> guardians.stopsAt(school.id(), day).stream()
                        .filter(g -> NameLikeness.alike(name, g.guardian()))
                        .sorted((a, b) -> matched(a).compareTo(matched(b)))
                        .map(g -> new Match(matched(g), g.guardian(), "", g.studentId())).findFirst());
    }

    private static Matched matched(Guardianship entry) {
        return entry.mayCollect() == Guardianship.MayCollect.NO ? Matched.NOT_ALLOWED : Matched.DISPUTED;
    }
}
