package org.daywatch.restorative.gate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens at schools, and who must hear of it: a dated row of law or policy.
 *
 * @param scope ALL, or STATE:AZ, which comes before ALL
 * @param toConfirm written down from memory: check before relying on it
 */
public record GateAct(String code, String scope, Topic topic, Duty duty, int place, LocalDate validFrom,
        @Nullable LocalDate validTo, String source, boolean toConfirm) {

    /** Under which heading people look for it. */
    public enum Topic {
        HURT, WEAPON, THREAT, SEXUAL, SUBSTANCE, PROPERTY, RULES
    }

    public enum Duty {
        /** A crime that police must hear of. */
        POLICE,
        /** A child may be abused or neglected: whoever knows it reports it themselves. */
        ABUSE,
        /** The school's own business. */
        SCHOOL
    }

    private static final String EVERYWHERE = "ALL";
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    boolean holds(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Its first day is known; the others hold from as far back as rows go. */
    public boolean dated() {
        return validFrom.isAfter(ALWAYS);
    }

    /** Which row was applied: kept with every answer that rests on it. */
    public String version() {
        return code + "@" + scope + "@" + validFrom;
    }

    /** Those of a day in a state, one for each code, as they are asked. */
    public static List<GateAct> of(Collection<GateAct> all, String state, LocalDate day) {
        var here = "STATE:" + state;
        return all.stream().filter(a -> a.holds(day))
                .filter(a -> a.scope().equals(EVERYWHERE) || a.scope().equals(here))
                .collect(Collectors.toMap(GateAct::code, a -> a,
                        (one, other) -> one.scope().equals(here) ? one : other))
                .values().stream().sorted(Comparator.comparing(GateAct::topic).thenComparingInt(GateAct::place)
                        .thenComparing(GateAct::code))
                .toList();
    }

    /** Those under one heading, in their order. */
    public static List<GateAct> under(Collection<GateAct> acts, Topic topic) {
        return acts.stream().filter(a -> a.topic() == topic).toList();
    }
}
