package org.daywatch.directory.guardians;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What holds between one guardian and one student for some days.
 *
 * @param custody whether they decide for the student: who has none, or of whom nothing is known, consents to nothing
 * @param document where the court's paper lies ("file 3, order of 2 May"); the paper itself is not kept here
 * @param lastDay null: until further notice
 * @param endedOn the school's day on which somebody ended it: it counts before that day only. Null: nobody did
 * @param enteredAt when it came onto the list. @param endedAt null: nobody ended it, or it is not known when they did
 */
public record Guardianship(UUID id, UUID studentId, UUID guardianId, String guardian, String phone, String relation,
        MayCollect mayCollect, CourtState court,
        Custody custody, String document, LocalDate firstDay, @Nullable LocalDate lastDay, @Nullable LocalDate endedOn,
        Instant enteredAt, @Nullable Instant endedAt) {

    /** Whether the guardian may collect the student. */
    public enum MayCollect { YES, NO, CONTESTED }

    /** What a court has said. PENDING: it is being asked, so the paper of today may not be the last one. */
    public enum CourtState {
        NONE, PENDING, ORDER
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay))
                && (endedOn == null || day.isBefore(endedOn));
    }

    /** As the list had it at a moment: empty where it was not on it yet; what was ended later had not been ended. */
    Optional<Guardianship> at(Instant moment) {
        if (enteredAt.isAfter(moment)) return Optional.empty();
        return Optional.of(endedAt == null || !endedAt.isAfter(moment)
                ? this
                : new Guardianship(id, studentId, guardianId, guardian, phone, relation, mayCollect, court, custody,
                        document, firstDay, lastDay, null, enteredAt, null));
    }

    /** Whether there is anything left of it that could be ended. */
    public boolean over(LocalDate day) {
        return endedOn != null || lastDay != null && lastDay.isBefore(day);
    }

    /** Each guardian once, by their first entry, whatever entries there are of them. */
    public static List<Guardianship> onePerGuardian(List<Guardianship> all) {
        var seen = new HashSet<UUID>();
        return all.stream().filter(g -> seen.add(g.guardianId())).toList();
    }

    /** @throws InvalidInput naming each wrong field */
    static void check(String relation, CourtState court, String document, LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        var wrong = new ArrayList<FieldError>();
        if (relation.isBlank() || relation.length() > 60)
            wrong.add(new FieldError("relation", relation, "guardians.error.relation"));
        if (court == CourtState.ORDER && document.isBlank())
            wrong.add(new FieldError("document", document, "guardians.error.document"));
        if (document.length() > 120) wrong.add(new FieldError("document", document, "guardians.error.long"));
        if (lastDay != null && lastDay.isBefore(firstDay))
            wrong.add(new FieldError("lastDay", lastDay.toString(), "guardians.error.days"));
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
    }
}
