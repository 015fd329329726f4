package org.daywatch.relationships.threats.cases;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseDisclosed;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseFaded;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseMoved;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseOpened;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseWritten;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatDisclosureEnded;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatGlassBroken;

/** For what a case waits, so that somebody has to be told. Pure. */
public enum Waiting {
    /** It was given to them. */
    GIVEN,
    /** Their word is asked for. */
    WORD,
    /** The day of its review has come. */
    REVIEW;

    public static Optional<Waiting> after(ThreatEvent fact) {
        return switch (fact) {
            case ThreatCaseOpened _ -> Optional.of(GIVEN);
            case ThreatCaseMoved moved -> moved.stage() == Stage.GATHERED ? Optional.of(WORD) : Optional.empty();
            case ThreatCaseWritten written -> switch (written.what()) {
                case "HandOver" -> Optional.of(GIVEN);
                case "DraftPlan" -> Optional.of(WORD);
                default -> Optional.empty();
            };
            case ThreatCaseDisclosed _,ThreatDisclosureEnded _,ThreatGlassBroken _,ThreatCaseFaded _ ->
                Optional.empty();
        };
    }

    /** Of whom it waits for that. */
    public Set<TeamPart> parts(ThreatCase c) {
        return switch (this) {
            case GIVEN -> EnumSet.of(TeamPart.ADMINISTRATOR, TeamPart.MENTAL_HEALTH);
            case WORD -> Set.copyOf(NextStep.speaking(c));
            case REVIEW -> EnumSet.of(TeamPart.MENTAL_HEALTH);
        };
    }

    /** The review day that has come. */
    public static Optional<LocalDate> review(ThreatCase c, LocalDate today) {
        return c.stage() == Stage.PLANNED || c.stage() == Stage.MONITORED
                ? c.file().nextReview().filter(day -> !day.isAfter(today))
                : Optional.empty();
    }
}
