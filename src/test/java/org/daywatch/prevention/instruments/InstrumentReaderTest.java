package org.daywatch.prevention.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.prevention.instruments.Instrument.Cpted;
import org.daywatch.prevention.instruments.Instrument.Layer;
import org.daywatch.prevention.instruments.Instrument.Strategy;
import org.daywatch.prevention.instruments.Instrument.Words;
import org.junit.jupiter.api.Test;

/** The file is read strictly, and the shipped one is complete in both languages. */
class InstrumentReaderTest {

    private static final Path EXAMPLE = Path.of("docs/formats/examples/instrument.json");

    @Test
    void theExampleIsReadAndFitsItsSchemaAsTheShippedOneDoes() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/instrument.schema.json")));
        for (var file : List.of(EXAMPLE, InstrumentsOnBoard.CAMPUS)) {
            assertThat(InstrumentReader.read(Files.readAllBytes(file)).faults()).as(file.toString()).isEmpty();
            assertThat(schema.validate(Files.readString(file), InputFormat.JSON)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void everyFaultIsNamedWithItsPlaceAndAllOfThemAtOnce() throws IOException {
        var faults = faults(Map.of("\"edition\": 1", "\"edition\": 0", "\"tier\": 1", "\"tier\": 5",
                "\"strategy\": \"DELAY\"", "\"strategy\": \"STOP\"", "\"check\"", "\"chek\""));
        assertThat(faults.stream().map(InstrumentFault::path)).contains("edition", "items[0].tier", "items[0].strategy",
                "items[0].check", "items[0].chek");
        assertThat(faults).filteredOn(f -> f.path().equals("items[0].strategy")).singleElement().satisfies(f -> {
            assertThat(f.value()).isEqualTo("STOP");
            assertThat(f.todo()).contains("DETECT, DELAY, RESPOND");
        });
    }

    @Test
    void anItemMayStandOnceAndAScenarioMayNameOnlyItemsThatAreThere() throws IOException {
        assertThat(faults(Map.of("\"id\": \"DOOR-2\"", "\"id\": \"DOOR-1\"")).stream().map(InstrumentFault::toString))
                .anyMatch(f -> f.startsWith("items[1].id") && f.contains("twice"))
                .anyMatch(f -> f.contains("hangsOn") && f.contains("DOOR-2"));
    }

    @Test
    void whatIsNoJsonAndWhatIsNoObjectIsSaid() {
        assertThat(read("{\"schema\": ").faults()).singleElement()
                .satisfies(f -> assertThat(f.todo()).contains("no JSON"));
        assertThat(read("[]").instrument()).isEmpty();
        assertThat(read("{\"schema\":\"instrument\",\"schema\":\"instrument\"}").faults()).as("a field written twice")
                .isNotEmpty();
        assertThat(read("null").faults()).isNotEmpty();
        assertThat(read("{}").faults()).hasSizeGreaterThan(5);
    }

    @Test
    void onlyAHazardComesWithAWarning() throws IOException {
        assertThat(faults(Map.of("\"alarm\": 30", "\"alarm\": 30, \"warning\": 60")))
                .anyMatch(f -> f.path().equals("scenarios[0].warning"));
        assertThat(faults(Map.of("\"kind\": \"INTRUSION\"", "\"kind\": \"HAZARD\"")))
                .anyMatch(f -> f.path().equals("scenarios[0].warning"));
    }

    @Test
    void theShippedInstrumentIsCompleteInBothLanguages() {
        var campus = InstrumentsOnBoard.campus();
        assertThat(campus.items()).hasSizeBetween(70, 95);
        assertThat(campus.layers()).containsExactly(Layer.values());
        for (var layer : Layer.values())
            assertThat(campus.of(layer).stream().map(Instrument.Item::strategy).collect(Collectors.toSet()))
                    .as(layer + " has every strategy").containsExactlyInAnyOrder(Strategy.values());
        assertThat(campus.items().stream().map(Instrument.Item::cpted).filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet())).containsExactlyInAnyOrder(Cpted.values());
        for (var item : campus.items()) {
            both(item.text(), item.check(), item.why());
            assertThat(item.options()).as(item.id()).isNotEmpty().allSatisfy(o -> both(o.text()));
        }
        assertThat(campus.scenarios()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(s -> {
            both(s.name(), s.about());
            s.steps().forEach(step -> both(step.text()));
            assertThat(s.steps()).as(s.id() + " can be noticed").anyMatch(step -> !step.noticed().isEmpty());
        });
        var texts = new HashSet<String>();
        assertThat(campus.items())
                .allSatisfy(i -> assertThat(texts.add(i.text().en())).as("said once: " + i.text().en()).isTrue());
        for (int tier = 1; tier <= Instrument.TIERS; tier++) {
            int at = tier;
            assertThat(campus.items()).as("tier " + tier).anyMatch(i -> i.tier() == at);
        }
    }

    private static void both(Words... words) {
        for (var w : words) {
            assertThat(w.es()).as("the Spanish of: " + w.en()).isNotBlank().isNotEqualTo(w.en());
        }
    }

    private static List<InstrumentFault> faults(Map<String, String> changes) throws IOException {
        String text = Files.readString(EXAMPLE);
        for (var change : changes.entrySet()) {
            assertThat(text).contains(change.getKey());
            text = text.replaceFirst(java.util.regex.Pattern.quote(change.getKey()),
                    java.util.regex.Matcher.quoteReplacement(change.getValue()));
        }
        return read(text).faults();
    }

    private static InstrumentReader.Answer read(String text) {
        return InstrumentReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
