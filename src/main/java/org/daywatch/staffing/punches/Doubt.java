package org.daywatch.staffing.punches;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something about a punch that does not fit, with the number that was found and the number that is allowed. Nobody is
 * turned away for it: every one of them has an innocent cause too, and people look.
 */
public record Doubt(Kind kind, int found, int allowed) {

    public enum Kind {
        /** The phone was unsure of its place; meters. */
        VAGUE,
        /** The position was read long before the punch; seconds. */
        STALE,
        /** Surer of itself than a phone can be, as made-up positions are; meters. */
        TOO_EXACT,
        /** To the last digit the place of an earlier punch, which a real receiver does not repeat; times before. */
        REPEATED,
        /** The desk's code was right and the phone stood elsewhere; meters from the school. */
        ELSEWHERE,
        /** Faster from the last punch to this one than anybody travels; kilometers an hour. */
        TOO_FAST
    }

    /** As it is stored beside the punch: {@code STALE 900 120;VAGUE 400 100}. */
    public static String written(List<Doubt> doubts) {
        return doubts.stream().map(d -> d.kind + " " + d.found + " " + d.allowed).collect(Collectors.joining(";"));
    }

    public static List<Doubt> read(String written) {
        if (written.isEmpty()) return List.of();
        return Arrays.stream(written.split(";")).map(d -> d.split(" "))
                .map(w -> new Doubt(Kind.valueOf(w[0]), Integer.parseInt(w[1]), Integer.parseInt(w[2]))).toList();
    }
}
