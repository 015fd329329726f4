package org.daywatch.prevention.instruments;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at on a campus, and in which scenarios it counts. An edition never changes; what is to be different is
 * the next edition.
 */
public record Instrument(String code, int edition, Words name, Words about, List<Item> items,
        List<Scenario> scenarios) {

    /** From the district's own offices and the street to the room in which a student sits. */
    public enum Layer {
        DISTRICT, GROUNDS_PERIMETER, GROUNDS, BUILDING_PERIMETER, INTERIOR
    }

    public enum Strategy { DETECT, DELAY, RESPOND }

    public enum Component { TECHNOLOGY, DESIGN, PEOPLE, POLICY, TRAINING }

    /** Crime prevention through the design of places: seen, led, owned, kept up, shared. */
    public enum Cpted {
        SURVEILLANCE, ACCESS, OWNERSHIP, UPKEEP, COMMUNITY
    }

    public static final int TIERS = 4;

    /** The same sentence in English and, where somebody wrote it, in Spanish. */
    public record Words(String en, @Nullable String es) {
        public String in(String language) {
            return language.equals("es") && es != null ? es : en;
        }
    }

    /** Something one might do about a gap; nobody is told to. */
    public record Option(Words text, CostClass cost) {}

    /** @param source where the reason comes from; empty where it is the authors' own judgment */
    public record Item(String id, Layer layer, Strategy strategy, Component component, @Nullable Cpted cpted, int tier,
            int weight, Words text, Words check, Words why, String source,
            List<Option> options) {}

    public enum Kind {
        /**
         * Somebody comes in: what holds them up after they were noticed is compared with the time until help is there.
         */
        INTRUSION,
        /** Something comes: what people need to be safe is compared with the time the warning gives. */
        HAZARD
    }

    /**
     * @param alarm seconds from noticing until help is called; @param warning seconds a hazard leaves after its
     * warning; 0 for an intrusion
     */
    public record Scenario(String id, Kind kind, Words name, Words about, int alarm, int warning, List<Step> steps) {}

    /**
     * @param noticed items of which one in place is enough for somebody to notice here
     * @param before noticed before what holds them up here begins to count
     * @param hangsOn items that must all be in place for {@code seconds}; else it takes {@code otherwise}
     */
    public record Step(Words text, Layer layer, List<String> noticed, boolean before, List<String> hangsOn, int seconds,
            int otherwise) {}

    public Instrument {
        items = List.copyOf(items);
        scenarios = List.copyOf(scenarios);
    }

    public Map<String, Item> byId() {
        return items.stream().collect(Collectors.toMap(Item::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    public List<Item> of(Layer layer) {
        return items.stream().filter(i -> i.layer() == layer).toList();
    }

    /** Layers that are looked at, from outside to inside. */
    public List<Layer> layers() {
        return List.of(Layer.values()).stream().filter(l -> !of(l).isEmpty()).toList();
    }

    public Scenario scenario(String id) {
        return scenarios.stream().filter(s -> s.id().equals(id)).findFirst()
                .orElseThrow(() -> new org.daywatch.platform.errors.NotFound("scenario " + id));
    }

    /** Items a scenario hangs on, each once. */
    public List<Item> on(Scenario scenario) {
        Collection<String> wanted = scenario.steps().stream()
                .flatMap(s -> java.util.stream.Stream.concat(s.noticed().stream(), s.hangsOn().stream())).toList();
        return items.stream().filter(i -> wanted.contains(i.id())).toList();
    }

    /** How it is named beside an assessment made with it. */
    public String label() {
        return code + " " + edition;
    }
}
