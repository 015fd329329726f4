package org.daywatch.staffing.awards.methods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.ProgramRule;
import org.jspecify.annotations.Nullable;

/**
 * How one post is given away, by the rules in force for it.
 *
 * @param text of the method; awards are made by its newest one
 * @param rule the row that set the method; "" where none was set and first come holds
 * @param closesAt officers may sign up until then; null where they need not
 * @param days so many days before the post are counted
 * @param rules the program rules it rests on
 */
public record Ruling(UUID post, Method method, int text, String rule, @Nullable Instant closesAt, int days,
        Points points, List<Applied> rules) {

    /** A program rule with the number that was applied. */
    public record Applied(String code, String version, long value) {

        static Applied of(ProgramRule rule) {
            return new Applied(rule.code(), rule.version(), rule.value().longValueExact());
        }
    }

    /** What the first text of an optimized award gave for a day known, took for an hour had, gave for a wish. */
    public record Points(long knownDay, long hour, long wish) {}

    static Ruling firstCome(UUID post) {
        return new Ruling(post, Method.FIRST_COME, Method.FIRST_COME.text(), "", null, 0, new Points(0, 0, 0),
                List.of());
    }

    /** What to look up to check it: the method's text, the rule of the district, the program's rules. */
    public List<String> codes() {
        return Stream.concat(Stream.of(version(), rule), rules.stream().map(Applied::version)).toList();
    }

    public String version() {
        return method.version(text);
    }

    /** Its points come from the schedule engine. */
    public boolean asksEngine() {
        return method == Method.OPTIMIZED && text > 1;
    }

    /**
     * It is ranked, and there is time to sign up: a post opened too late for that is taken by whoever accepts first.
     */
    public boolean collects() {
        return method.ranks() && closesAt != null;
    }

    /** @param day of the post */
    record Opened(UUID post, UUID district, @Nullable UUID department, String state, LocalDate day, Instant openedAt,
            Instant startsAt) {}
}
