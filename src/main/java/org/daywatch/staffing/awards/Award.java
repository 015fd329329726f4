package org.daywatch.staffing.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.awards.methods.RankKey;
import org.daywatch.staffing.awards.methods.Ruling;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One post, decided once: who signed up, who was out and by which rule, how the others were ranked, who has it. Nothing
 * but what is handed in is looked at, so the same candidates give the same award years later.
 *
 * @param ranked those nothing stood against, the first of them has the post
 * @param out the others who signed up, by officer
 * @param more what else is kept with it
 */
public record Award(UUID id, UUID agency, Place place, Ruling ruling, Instant decidedAt, List<Ranked> ranked,
        List<Candidate> out, More more) {

    public enum Outcome { AWARDED, NOBODY }

    /** The post as it stood. */
    public record Place(UUID post, UUID school, String schoolName, ZoneId zone, LocalDate day, Window window,
            String role) {}

    /** @param keys their value under each key of the method, in the same order */
    public record Ranked(int rank, List<String> keys, Candidate candidate) {}

    /**
     * @param problem what the schedule engine was asked; null where the method does not ask it
     * @param unsigned who had not signed up, by officer; null in records older than that question
     */
    public record More(@Nullable JsonNode problem, @Nullable List<Unsigned> unsigned) {

        /** How many of those who had not signed up nothing would have stood against. */
        public long eligible() {
            return unsigned == null ? 0 : unsigned.stream().filter(Unsigned::eligible).count();
        }

        public static final More NONE = new More(null, null);
    }

    public static Award decide(UUID id, UUID agency, Place place, Ruling ruling, Collection<Candidate> candidates,
            More more, Instant now) {
        if (!ruling.method().ranks())
            throw new IllegalArgumentException(
                    "post " + place.post() + " is taken by whoever accepts first; there is nothing to award");
        var keys = ruling.method().keys();
        Map<UUID, Long> worth = more.problem() == null ? Map.of() : EngineWorth.of(more.problem(), place.post());
        var order = candidates.stream().filter(Candidate::eligible)
                .map(c -> new Ranked(0, c.keys(ruling, worth.get(c.officer())), c)).sorted(by(keys)).toList();
        var ranked = IntStream.range(0, order.size())
                .mapToObj(i -> new Ranked(i + 1, order.get(i).keys(), order.get(i).candidate())).toList();
        var out = candidates.stream().filter(c -> !c.eligible())
                .sorted(Comparator.comparing(c -> c.officer().toString())).toList();
        return new Award(id, agency, place, ruling, now, ranked, out, more);
    }

    public Outcome outcome() {
        return ranked.isEmpty() ? Outcome.NOBODY : Outcome.AWARDED;
    }

    public Optional<Candidate> winner() {
        return ranked.stream().findFirst().map(Ranked::candidate);
    }

    public Optional<Ranked> rankOf(UUID officer) {
        return ranked.stream().filter(r -> r.candidate().officer().equals(officer)).findFirst();
    }

    public Optional<Candidate> candidate(UUID officer) {
        return Stream.concat(ranked.stream().map(Ranked::candidate), out.stream())
                .filter(c -> c.officer().equals(officer)).findFirst();
    }

    /** What the rules would have said of an officer who had not signed up. */
    public Optional<Unsigned> unsigned(UUID officer) {
        return more.unsigned() == null
                ? Optional.empty()
                : more.unsigned().stream().filter(u -> u.officer().equals(officer)).findFirst();
    }

    /** The key that put one before the other: the first in which they differ. */
    public RankKey deciding(Ranked one, Ranked other) {
        var keys = ruling.method().keys();
        return IntStream.range(0, keys.size())
                .filter(i -> keys.get(i).order().compare(one.keys().get(i), other.keys().get(i)) != 0)
                .mapToObj(keys::get).findFirst().orElse(RankKey.OFFICER_ID);
    }

    private static Comparator<Ranked> by(List<RankKey> keys) {
        Comparator<Ranked> order = (a, b) -> 0;
        for (int i = 0; i < keys.size(); i++) {
            int at = i;
            order = order.thenComparing(r -> r.keys().get(at), keys.get(i).order());
        }
        return order;
    }

    /**
     * An active officer who had not signed up. They are no candidate; what the rules would have said of them is kept
     * for the day they ask.
     *
     * @param verdict {@code failed} and {@code approvals} as {@code Verdict.evidence} writes them
     */
    public record Unsigned(UUID officer, JsonNode verdict) {

        /** Nothing would have stood against them. */
        public boolean eligible() {
            return verdict.path("failed").isEmpty() && verdict.path("approvals").isEmpty();
        }
    }
}
