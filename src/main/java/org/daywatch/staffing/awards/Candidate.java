package org.daywatch.staffing.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.awards.methods.RankKey;
import org.daywatch.staffing.awards.methods.Ruling.Points;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An officer who signed up, with everything an award asks of him.
 *
 * @param signUp    his act: the evidence behind the shift if he gets it
 * @param verdict   what every rule said of him at that moment, as {@code Verdict.evidence} writes it
 * @param elsewhere his time was taken by another employer's booking: nothing more is known of it
 */
public record Candidate(UUID officer, UUID signUp, Instant signedUpAt, Facts facts, JsonNode verdict, boolean elsewhere) {

    private static final int MOST_KNOWN_DAYS = 10;

    /**
     * What he is ranked by.
     *
     * @param creditedMinutes had or declined in the days counted; a newcomer stands at least at the median of his department
     * @param lastTurnAt      when he last had or declined a turn, or joined the list
     * @param daysAtSchool    in the last 120 days
     * @param wishes          of his that the post would grant
     */
    public record Facts(@Nullable LocalDate hiredOn, long creditedMinutes, boolean newcomer, Instant lastTurnAt, int daysAtSchool, int wishes) {}

    /** Nothing stands against him. Worked out from the rules that failed, not from the word the verdict carries. */
    public boolean eligible() {
        return !elsewhere && verdict.path("failed").isEmpty() && verdict.path("approvals").isEmpty();
    }

    /** His values under these keys, in their order. */
    public List<String> keys(List<RankKey> keys, Points points) {
        return keys.stream().map(key -> switch (key) {
            case HIRED_ON -> facts.hiredOn() == null ? "" : facts.hiredOn().toString();
            case CREDITED_MINUTES -> Long.toString(facts.creditedMinutes());
            case LAST_TURN_AT -> facts.lastTurnAt().toString();
            case POINTS -> Long.toString(points(points));
            case SIGNED_UP_AT -> signedUpAt.toString();
            case OFFICER_ID -> officer.toString();
        }).toList();
    }

    private long points(Points points) {
        return points.knownDay() * Math.min(MOST_KNOWN_DAYS, facts.daysAtSchool()) - points.hour() * (facts.creditedMinutes() / 60) + points.wish() * facts.wishes();
    }
}
