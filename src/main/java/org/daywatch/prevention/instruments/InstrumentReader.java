package org.daywatch.prevention.instruments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.instruments.Instrument.Component;
import org.daywatch.prevention.instruments.Instrument.Cpted;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instrument.Kind;
import org.daywatch.prevention.instruments.Instrument.Layer;
import org.daywatch.prevention.instruments.Instrument.Option;
import org.daywatch.prevention.instruments.Instrument.Scenario;
import org.daywatch.prevention.instruments.Instrument.Step;
import org.daywatch.prevention.instruments.Instrument.Strategy;
import org.daywatch.prevention.instruments.Instrument.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an instrument's file strictly: every fault is named with its place, what stands there and what to write; with
 * one fault nothing is taken.
 */
public final class InstrumentReader {

    static final int MOST_ITEMS = 300;
    private static final int MOST_SCENARIOS = 30;
    private static final int LONGEST_WAIT = 36_000;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private InstrumentReader() {}

    /** @param instrument there when nothing is wrong */
    public record Answer(Optional<Instrument> instrument, List<InstrumentFault> faults) {}

    public static Answer read(byte[] file) {
        var faults = new ArrayList<InstrumentFault>();
        Instrument instrument = null;
        try {
            var root = JSON.readTree(new String(file, StandardCharsets.UTF_8));
            instrument = instrument(new InstrumentNode(root, "", faults));
        } catch (JacksonException broken) {
            faults.add(new InstrumentFault("$", "",
                    "This is no JSON: " + broken.getOriginalMessage() + ". Write one JSON object in UTF-8."));
        }
        return new Answer(faults.isEmpty() ? Optional.ofNullable(instrument) : Optional.empty(), faults);
    }

    private static Instrument instrument(InstrumentNode at) {
        at.only(Set.of("schema", "version", "code", "edition", "name", "about", "items", "scenarios"));
        if (!at.text("schema", 1, 40).equals("instrument")) at.child("schema").wrong("Write \"instrument\".");
        if (at.number("version", 1, 1_000) != 1)
            at.child("version").wrong("Write 1; this release reads no other version.");
        String code = at.text("code", 2, 30);
        if (!code.matches("[A-Z][A-Z0-9-]*"))
            at.child("code").wrong("Write capital letters, digits and hyphens, beginning with a letter.");
        int edition = at.number("edition", 1, 9_999);
        var name = words(at.child("name"), 100);
        var about = words(at.child("about"), 1_200);
        var items = at.list("items", 1, MOST_ITEMS).stream().map(InstrumentReader::item).toList();
        var scenarios = at.list("scenarios", 0, MOST_SCENARIOS).stream().map(InstrumentReader::scenario).toList();
        var known = once(at, "items", items.stream().map(Item::id).toList());
        once(at, "scenarios", scenarios.stream().map(Scenario::id).toList());
        referred(at, scenarios, known);
        return new Instrument(code, edition, name, about, items, scenarios);
    }

    private static Item item(InstrumentNode at) {
        at.only(Set.of("id", "layer", "strategy", "component", "cpted", "tier", "weight", "text", "check", "why",
                "source", "options"));
        return new Item(id(at), at.word("layer", Layer.class), at.word("strategy", Strategy.class),
                at.word("component", Component.class),
                at.has("cpted") ? at.word("cpted", Cpted.class) : null, at.number("tier", 1, Instrument.TIERS),
                at.number("weight", 1, 5), words(at.child("text"), 400),
                words(at.child("check"), 800), words(at.child("why"), 800),
                at.has("source") ? at.text("source", 3, 300) : "",
                at.list("options", 1, 8).stream().map(InstrumentReader::option).toList());
    }

    private static Option option(InstrumentNode at) {
        at.only(Set.of("text", "cost"));
        return new Option(words(at.child("text"), 400), at.word("cost", CostClass.class));
    }

    private static Scenario scenario(InstrumentNode at) {
        at.only(Set.of("id", "kind", "name", "about", "alarm", "warning", "steps"));
        var kind = at.word("kind", Kind.class);
        if (kind == Kind.INTRUSION && at.has("warning"))
            at.child("warning").wrong("Leave it out: only a HAZARD comes with a warning.");
        return new Scenario(id(at), kind, words(at.child("name"), 100), words(at.child("about"), 600),
                at.number("alarm", 0, LONGEST_WAIT),
                kind == Kind.HAZARD ? at.number("warning", 1, LONGEST_WAIT) : 0,
                at.list("steps", 1, 20).stream().map(InstrumentReader::step).toList());
    }

    private static Step step(InstrumentNode at) {
        at.only(Set.of("text", "layer", "noticed", "before", "hangsOn", "seconds", "otherwise"));
        int seconds = at.number("seconds", 0, LONGEST_WAIT);
        return new Step(words(at.child("text"), 300), at.word("layer", Layer.class), at.texts("noticed"),
                at.has("before") && at.truth("before"), at.texts("hangsOn"), seconds,
                at.has("otherwise") ? at.number("otherwise", 0, LONGEST_WAIT) : seconds);
    }

    private static String id(InstrumentNode at) {
        String id = at.text("id", 2, 30);
        if (!id.matches("[A-Z0-9][A-Z0-9-]*")) at.child("id").wrong("Write capital letters, digits and hyphens.");
        return id;
    }

    private static Words words(InstrumentNode at, int longest) {
        at.only(Set.of("en", "es"));
        return new Words(at.text("en", 2, longest), at.has("es") ? at.text("es", 2, longest) : null);
    }

    private static Set<String> once(InstrumentNode at, String list, List<String> ids) {
        var seen = new HashSet<String>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i)))
                at.add(list + "[" + i + "].id", ids.get(i), "This id stands twice; give each its own.");
        }
        return seen;
    }

    private static void referred(InstrumentNode at, List<Scenario> scenarios, Set<String> known) {
        for (int s = 0; s < scenarios.size(); s++) {
            var steps = scenarios.get(s).steps();
            for (int i = 0; i < steps.size(); i++) {
                String where = "scenarios[" + s + "].steps[" + i + "]";
                steps.get(i).noticed().stream().filter(id -> !known.contains(id))
                        .forEach(id -> at.add(where + ".noticed", id, "No item has this id."));
                steps.get(i).hangsOn().stream().filter(id -> !known.contains(id))
                        .forEach(id -> at.add(where + ".hangsOn", id, "No item has this id."));
            }
        }
    }
}
