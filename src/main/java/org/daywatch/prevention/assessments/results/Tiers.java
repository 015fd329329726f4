package org.daywatch.prevention.assessments.results;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instrument.Layer;

/**
 * How far a campus is. A tier is held only when every item of it and of all tiers below that applies is in place; what
 * nobody answered is not in place. Nothing is averaged: many small things never make up for a missing basic one.
 *
 * @param layers by layer that is looked at
 * @param whole the campus as a whole
 */
public record Tiers(Map<Layer, Standing> layers, Standing whole) {

    /**
     * What of one tier stands, by weight. @param share in percent, rounded down, of what applies; empty where nothing
     * does
     */
    public record Score(int tier, int inPlace, int applicable, int items, int gaps, int unknown) {

        public OptionalInt share() {
            return applicable == 0 ? OptionalInt.empty() : OptionalInt.of(inPlace * 100 / applicable);
        }

        public boolean full() {
            return inPlace == applicable;
        }
    }

    /**
     * @param held the highest tier held, 0 for none
     * @param highest the highest tier that has something that applies, 0 where nothing does
     * @param scores of each tier, from 1
     */
    public record Standing(int held, int highest, List<Score> scores) {

        public boolean applies() {
            return highest > 0;
        }

        /**
         * Above the tier that is held something is not answered, and nothing is known to be missing: it may be higher.
         */
        public boolean open() {
            return scores.stream().filter(s -> s.applicable() > 0 && !s.full()).findFirst().map(s -> s.gaps() == 0)
                    .orElse(false);
        }

        /**
         * The tier held, as far as it is known; 0 only where something of the first is known to be missing, and empty
         * where too little was answered to say so.
         */
        public OptionalInt known() {
            return !applies() || held == 0 && open() ? OptionalInt.empty() : OptionalInt.of(held);
        }

        public int gaps() {
            return scores.stream().mapToInt(Score::gaps).sum();
        }
    }

    public static Tiers of(Instrument instrument, Map<String, Answer> answers) {
        var layers = new EnumMap<Layer, Standing>(Layer.class);
        for (var layer : instrument.layers()) layers.put(layer, standing(instrument.of(layer), answers));
        return new Tiers(layers, standing(instrument.items(), answers));
    }

    private static Standing standing(Collection<Item> items, Map<String, Answer> answers) {
        var scores = java.util.stream.IntStream.rangeClosed(1, Instrument.TIERS)
                .mapToObj(tier -> score(tier, items, answers)).toList();
        int held = 0;
        int highest = 0;
        boolean whole = true;
        for (var score : scores) {
            if (score.applicable() == 0) continue; // a tier with nothing in it is neither held nor in the way
            highest = score.tier();
            whole = whole && score.full();
            if (whole) held = score.tier();
        }
        return new Standing(held, highest, scores);
    }

    private static Score score(int tier, Collection<Item> items, Map<String, Answer> answers) {
        int inPlace = 0;
        int applicable = 0;
        int count = 0;
        int gaps = 0;
        int unknown = 0;
        for (var item : items) {
            var answer = answers.get(item.id());
            if (item.tier() != tier || answer == Answer.NOT_APPLICABLE) continue;
            count++;
            applicable += item.weight();
            if (answer == null) unknown++;
            else if (answer.gap()) gaps++;
            else inPlace += item.weight();
        }
        return new Score(tier, inPlace, applicable, count, gaps, unknown);
    }
}
