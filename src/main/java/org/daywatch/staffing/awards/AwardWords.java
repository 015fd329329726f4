package org.daywatch.staffing.awards;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.awards.methods.RankKey;
import org.daywatch.staffing.eligibility.StoredFindings;
import org.daywatch.staffing.eligibility.Term;
import tools.jackson.databind.JsonNode;

/** An award in the reader's language, with its times on the school's clock. */
public record AwardWords(Page page, ZoneId zone) {

    /** A name and its value. */
    public record Line(String label, String value) {}

    public static AwardWords of(Page page, Award award) {
        return new AwardWords(page, award.place().zone());
    }

    /**
     * Each key with its value, in the order in which they were compared; the one that only keeps two apart is left out.
     */
    public List<Line> keys(Award award, Award.Ranked ranked) {
        var keys = award.ruling().method().keys();
        return IntStream.range(0, keys.size()).filter(i -> keys.get(i) != RankKey.OFFICER_ID)
                .mapToObj(i -> new Line(key(keys.get(i)), value(keys.get(i), ranked.keys().get(i)))).toList();
    }

    public String key(RankKey key) {
        return page.t("awards.key." + key.name());
    }

    public String value(RankKey key, String value) {
        if (value.isEmpty()) return page.t("awards.unknown");
        return switch (key) {
            case HIRED_ON -> page.when().date(LocalDate.parse(value));
            case CREDITED_MINUTES -> Term.hours(Duration.ofMinutes(Long.parseLong(value)));
            case LAST_TURN_AT, SIGNED_UP_AT -> page.when().moment(Instant.parse(value), zone);
            case POINTS -> page.t("awards.points", value);
            case OFFICER_ID -> value.substring(value.length() - 6);
        };
    }

    /** Every rule that spoke against them, with its numbers. */
    public List<String> against(Candidate candidate) {
        return candidate.elsewhere() ? List.of(page.t("refusal.NOT_AVAILABLE_THEN")) : against(candidate.verdict());
    }

    public List<String> against(JsonNode verdict) {
        return StoredFindings.against(verdict).stream().map(f -> f.say(page::t, page.lang())).toList();
    }

    /** What would have to change. */
    public List<String> mends(JsonNode verdict) {
        return StoredFindings.against(verdict).stream().map(f -> f.mend(page::t, page.lang())).toList();
    }

    /** Which texts of the rules said so. */
    public List<String> rules(Candidate candidate) {
        return StoredFindings.against(candidate.verdict()).stream().flatMap(f -> f.rules().stream()).distinct()
                .toList();
    }

    /** What put the winner before another: the first key in which they differ, with both values. */
    public String decided(Award award, UUID other) {
        var winner = award.ranked().getFirst();
        var second = award.rankOf(other).orElseThrow();
        var key = award.deciding(winner, second);
        int at = award.ruling().method().keys().indexOf(key);
        return page.t("awards.decided", key(key), value(key, winner.keys().get(at)), value(key, second.keys().get(at)));
    }

    public String moment(Instant at) {
        return page.when().moment(at, zone);
    }

    public String day(Award award) {
        return page.when().day(award.place().day());
    }

    public String hours(Award award) {
        return page.when().hours(award.place().window(), zone);
    }
}
