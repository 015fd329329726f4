package org.daywatch.mentoring.mentors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.staffing.OfficerFiles.Paper;
import org.jspecify.annotations.Nullable;

/** Whether an officer's papers let them mentor on a day, and until when. Pure. */
public sealed interface MentorScreening {

    enum Needed {
        FINGERPRINT_CARD, MENTOR_TRAINING, MENTOR_REFERENCE
    }

    /** @param until the first of the papers to end, or the day on which all are looked at anew */
    record Passed(LocalDate fingerprintOn, @Nullable LocalDate fingerprintUntil, LocalDate trainingOn,
            BigDecimal hours, LocalDate referenceOn, LocalDate until) implements MentorScreening {}

    record Missing(Set<Needed> papers) implements MentorScreening {}

    /** @param least hours of training. @param days after which the papers are looked at anew */
    static MentorScreening of(List<Paper> papers, LocalDate day, BigDecimal least, int days) {
        var found = new EnumMap<Needed, Paper>(Needed.class);
        var missing = EnumSet.noneOf(Needed.class);
        for (var needed : Needed.values())
            papers.stream().filter(p -> p.kind().equals(needed.name()) && p.holds(day))
                    .filter(p -> needed != Needed.MENTOR_TRAINING || hours(p).compareTo(least) >= 0)
                    .max(Comparator.comparing(MentorScreening::lastDay))
                    .ifPresentOrElse(p -> found.put(needed, p), () -> missing.add(needed));
        if (!missing.isEmpty()) return new Missing(missing);
        var card = found.get(Needed.FINGERPRINT_CARD);
        var training = found.get(Needed.MENTOR_TRAINING);
        var until = Stream.concat(found.values().stream().map(Paper::expiresOn).filter(Objects::nonNull),
                Stream.of(day.plusDays(days))).min(LocalDate::compareTo).orElseThrow();
        return new Passed(card.issuedOn(), card.expiresOn(), training.issuedOn(), hours(training),
                found.get(Needed.MENTOR_REFERENCE).issuedOn(), until);
    }

    private static BigDecimal hours(Paper paper) {
        return paper.hours() == null ? BigDecimal.ZERO : paper.hours();
    }

    private static LocalDate lastDay(Paper paper) {
        return paper.expiresOn() == null ? LocalDate.MAX : paper.expiresOn();
    }
}
