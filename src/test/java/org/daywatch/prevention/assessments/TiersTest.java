package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.results.Tiers;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instrument.Layer;
import org.daywatch.prevention.instruments.Instrument.Words;
import org.junit.jupiter.api.Test;

/** A tier is held only when everything that applies of it and of every tier below is in place. */
class TiersTest {

    /** Items at random tiers, layers and weights, with random answers; some without one. */
    record Case(Instrument instrument, Map<String, Answer> answers) {}

    @Property(tries = 500)
    void aTierIsHeldOnlyWhenEverythingThatAppliesUpToItIsInPlace(@ForAll("cases") Case c) {
        var tiers = Tiers.of(c.instrument(), c.answers());
        check(tiers.whole(), c.instrument().items(), c.answers());
        tiers.layers().forEach((layer, standing) -> check(standing, c.instrument().of(layer), c.answers()));
    }

    /** Said again in other words: of every tier the plain list of what is in the way. */
    private static void check(Tiers.Standing standing, List<Item> items, Map<String, Answer> answers) {
        for (int tier = 1; tier <= Instrument.TIERS; tier++) {
            int upTo = tier;
            var inTheWay = items.stream().filter(i -> i.tier() <= upTo)
                    .filter(i -> answers.get(i.id()) != Answer.IN_PLACE && answers.get(i.id()) != Answer.NOT_APPLICABLE)
                    .toList();
            if (standing.held() >= tier)
                assertThat(inTheWay).as("held " + standing.held() + " with " + inTheWay).isEmpty();
            boolean something = items.stream()
                    .anyMatch(i -> i.tier() == upTo && answers.get(i.id()) != Answer.NOT_APPLICABLE);
            if (inTheWay.isEmpty() && something)
                assertThat(standing.held()).as("tier " + tier + " is complete with all below")
                        .isGreaterThanOrEqualTo(tier);
        }
    }

    @Property(tries = 300)
    void aCampusNeverHoldsMoreThanItsWeakestLayerThatReachesThatFar(@ForAll("cases") Case c) {
        var tiers = Tiers.of(c.instrument(), c.answers());
        tiers.layers().values().stream().filter(s -> s.applies() && s.held() < s.highest())
                .forEach(s -> assertThat(tiers.whole().held()).isLessThan(next(s)));
    }

    /** The lowest tier of a layer that applies and is not held. */
    private static int next(Tiers.Standing s) {
        return s.scores().stream().filter(score -> score.tier() > s.held() && score.applicable() > 0)
                .mapToInt(Tiers.Score::tier).min().orElseThrow();
    }

    @Property(tries = 300)
    void mendingSomethingNeverLosesATierAndBreakingSomethingNeverGainsOne(@ForAll("cases") Case c) {
        var before = Tiers.of(c.instrument(), c.answers()).whole().held();
        for (var item : c.instrument().items()) {
            var mended = new HashMap<>(c.answers());
            mended.put(item.id(), Answer.IN_PLACE);
            var broken = new HashMap<>(c.answers());
            broken.put(item.id(), Answer.NOT);
            if (c.answers().get(item.id()) != Answer.NOT_APPLICABLE)
                assertThat(Tiers.of(c.instrument(), mended).whole().held()).isGreaterThanOrEqualTo(before);
            assertThat(Tiers.of(c.instrument(), broken).whole().held()).isLessThanOrEqualTo(before);
        }
    }

    /** Nobody is told 0 for what nobody has looked at. */
    @Property(tries = 300)
    void noTierIsSaidOnlyWhereNoAnswerThatIsStillMissingCouldChangeIt(@ForAll("cases") Case c) {
        var standing = Tiers.of(c.instrument(), c.answers()).whole();
        var best = new HashMap<>(c.answers());
        c.instrument().items().forEach(i -> best.putIfAbsent(i.id(), Answer.IN_PLACE));
        int atBest = Tiers.of(c.instrument(), best).whole().held();
        if (!standing.applies()) assertThat(standing.known()).isEmpty();
        else
            if (standing.held() == 0) assertThat(standing.known().isEmpty()).as("best " + atBest).isEqualTo(atBest > 0);
            else assertThat(standing.known()).hasValue(standing.held());
    }

    @Property(tries = 300)
    void theShareIsTheWeightInPlaceAndWhatNobodyAnsweredIsNotInIt(@ForAll("cases") Case c) {
        for (var score : Tiers.of(c.instrument(), c.answers()).whole().scores()) {
            int applicable = 0;
            int inPlace = 0;
            for (var item : c.instrument().items()) {
                if (item.tier() != score.tier() || c.answers().get(item.id()) == Answer.NOT_APPLICABLE) continue;
                applicable += item.weight();
                if (c.answers().get(item.id()) == Answer.IN_PLACE) inPlace += item.weight();
            }
            if (applicable == 0) assertThat(score.share()).isEmpty();
            else assertThat(score.share()).hasValue((int) Math.floor(100.0 * inPlace / applicable));
        }
    }

    @Test
    void whereNothingAppliesNoTierIsHeldAndNoneIsMissing() {
        var standing = Tiers.of(instrument(List.of(item(1, Layer.GROUNDS, 1, 3))), Map.of("I1", Answer.NOT_APPLICABLE))
                .whole();
        assertThat(standing.held()).isZero();
        assertThat(standing.applies()).isFalse();
    }

    @Test
    void aTierWithNothingInItIsNeitherHeldNorInTheWay() {
        var instrument = instrument(List.of(item(1, Layer.GROUNDS, 1, 3), item(2, Layer.GROUNDS, 3, 3)));
        assertThat(Tiers.of(instrument, Map.of("I1", Answer.IN_PLACE)).whole().held()).isEqualTo(1);
        assertThat(Tiers.of(instrument, Map.of("I1", Answer.IN_PLACE, "I2", Answer.IN_PLACE)).whole().held())
                .isEqualTo(3);
    }

    @Provide
    Arbitrary<Case> cases() {
        var answer = Arbitraries.of(Answer.IN_PLACE, Answer.IN_PLACE, Answer.IN_PLACE, Answer.IN_PLACE, Answer.PARTLY,
                Answer.NOT, Answer.NOT_APPLICABLE, null);
        var one = net.jqwik.api.Combinators.combine(Arbitraries.of(Layer.values()),
                Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 5), answer).as(Draw::new);
        return one.list().ofMinSize(1).ofMaxSize(14).map(draws -> {
            var items = new ArrayList<Item>();
            var answers = new HashMap<String, Answer>();
            for (var d : draws) {
                var item = item(items.size() + 1, d.layer(), d.tier(), d.weight());
                items.add(item);
                if (d.answer() != null) answers.put(item.id(), d.answer());
            }
            return new Case(instrument(items), answers);
        });
    }

    record Draw(Layer layer, int tier, int weight, @org.jspecify.annotations.Nullable Answer answer) {}

    static Item item(int number, Layer layer, int tier, int weight) {
        var words = new Words("Doors", null);
        return new Item("I" + number, layer, Instrument.Strategy.DELAY, Instrument.Component.DESIGN, null, tier, weight,
                words, words, words, "", List.of());
    }

    static Instrument instrument(List<Item> items) {
        return new Instrument("TEST", 1, new Words("Test", null), new Words("Test", null), items, List.of());
    }
}
