package org.daywatch.bench.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.daywatch.bench.roster.planted.Family;

/**
 * What was asked for after the name of a part: words that narrow it, {@code --seconds 5,60}, {@code --seeds 1,2},
 * {@code --bound-seconds 900}, {@code --busy}.
 */
final class Options {

    private final Set<String> words = new TreeSet<>();
    private final List<Long> seeds = new ArrayList<>();
    private double[] seconds = {};
    private double boundSeconds = 900;
    private boolean busy;

    Options(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--seconds" -> seconds = Arrays.stream(value(arguments, ++i).split(","))
                        .mapToDouble(Double::parseDouble).toArray();
                case "--busy" -> busy = true;
                case "--bound-seconds" -> boundSeconds = Double.parseDouble(value(arguments, ++i));
                case "--seeds" ->
                    Arrays.stream(value(arguments, ++i).split(",")).map(Long::valueOf).forEach(seeds::add);
                case String word when known(word) -> words.add(word);
                case String word -> throw new IllegalArgumentException("There is no option " + word);
            }
        }
        if (seeds.isEmpty()) seeds.add(1L);
    }

    private static String value(List<String> arguments, int at) {
        if (at >= arguments.size())
            throw new IllegalArgumentException("A value is missing after " + arguments.get(at - 1));
        return arguments.get(at);
    }

    private static boolean known(String word) {
        return sizes().contains(word) || families().contains(word);
    }

    static List<String> sizes() {
        return Arrays.stream(Family.Size.values()).map(Enum::name).toList();
    }

    static List<String> families() {
        return Family.ALL.stream().map(Family::name).toList();
    }

    /** A size is wanted unless other sizes were named, a family unless other families were. */
    boolean wants(String word) {
        var kind = sizes().contains(word) ? sizes() : families();
        return words.contains(word) || words.stream().noneMatch(kind::contains);
    }

    List<Long> seeds() {
        return seeds;
    }

    long seed() {
        return seeds.getFirst();
    }

    /** Other work has the processors: seconds of the state count as CPU seconds of both threads. */
    boolean busy() {
        return busy;
    }

    /** For the bound of one county. */
    double boundSeconds() {
        return boundSeconds;
    }

    double[] seconds(double... standard) {
        return seconds.length > 0 ? seconds : standard;
    }
}
