package org.daywatch.staffing.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.staffing.awards.methods.Ruling;
import org.daywatch.staffing.awards.methods.Ruling.Points;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An officer who signed up, with everything an award asks of them.
 *
 * @param signUp their act: the evidence behind the shift if they get it
 * @param verdict what every rule said of them at that moment, as {@code Verdict.evidence} writes it
 * @param elsewhere their time was taken by another employer's booking: nothing more is known of it
 */
public record Candidate(UUID officer, UUID signUp, Instant signedUpAt, Facts facts, JsonNode verdict,
        boolean elsewhere) {

    private static final int MOST_KNOWN_DAYS = 10;

    /**
     * What they are ranked by.
     *
     * @param creditedMinutes had or declined in the days counted; a newcomer stands at least at the median of their
     * department
     * @param lastTurnAt when they last had or declined a turn, or joined the list
     * @param daysAtSchool in the last 120 days
     * @param wishes of theirs that the post would grant
     */
    public record Facts(@Nullable LocalDate hiredOn, long creditedMinutes, boolean newcomer, Instant lastTurnAt,
            int daysAtSchool, int wishes) {}

    /** Nothing stands against them. Worked out from the rules that failed, not from the word the verdict carries. */
    public boolean eligible() {
        return !elsewhere && verdict.path("failed").isEmpty() && verdict.path("approvals").isEmpty();
    }

    /**
     * Their values under the method's keys, in their order. @param worth what the schedule engine says; null where it
     * was not asked, or finds no lawful way
     */
    List<String> keys(Ruling ruling, @Nullable Long worth) {
        return ruling.method().keys().stream().map(key -> switch (key) {
            case HIRED_ON -> facts.hiredOn() == null ? "" : facts.hiredOn().toString();
            case CREDITED_MINUTES -> Long.toString(facts.creditedMinutes());
            case LAST_TURN_AT -> facts.lastTurnAt().toString();
            case POINTS -> ruling.asksEngine() ? Objects.toString(worth, "") : Long.toString(points(ruling.points()));
            case SIGNED_UP_AT -> signedUpAt.toString();
            case OFFICER_ID -> officer.toString();
        }).toList();
    }

    /** The first text of the optimized method, which asked no engine: awards made under it are replayed by it. */
    private long points(Points points) {
        return points.knownDay() * Math.min(MOST_KNOWN_DAYS, facts.daysAtSchool())
                - points.hour() * (facts.creditedMinutes() / 60) + points.wish() * facts.wishes();
    }
}
