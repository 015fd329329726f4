package org.daywatch.emergencies.eido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our alerts as EIDO, against the schema of the parts we write. */
class AlertEidoTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final List<String> STATES = List.of("ACTIVE", "RELEASING", "EVACUATED", "REUNIFYING", "ENDED",
            "CANCELLED");
    private static final UUID ID = UUID.fromString("0198b7a2-5c1e-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-17T16:40:00Z");

    @Test
    void everyActionOfEveryStatusAndStateFitsTheSchemaAndEveryReferenceIsThere() throws Exception {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve("eido.schema.json")));
        for (var status : AlertStatus.values()) {
            for (var action : ProtocolAction.values()) {
                for (var state : STATES) {
                    String json = AlertEido.of(incident(status, action, state));
                    assertThat(schema.validate(json, InputFormat.JSON)).as(status + " " + action + " " + state)
                            .isEmpty();
                    var tree = JsonMapper.builder().build().readTree(json);
                    var ids = new HashSet<String>();
                    var references = new HashSet<String>();
                    collect(tree, ids, references);
                    assertThat(ids).containsAll(references);
                }
            }
        }
    }

    /** NENA's schema carries no license that lets us keep a copy: it is asked where somebody has it. */
    @Test
    void theStandardsOwnSchemaTakesThemTooWhereItIsAtHand() throws Exception {
        var openapi = Path.of(System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data"))
                .resolve("schemas/eido/Schema/openapi.yaml").toAbsolutePath().normalize();
        assumeThat(openapi).as("set DAYWATCH_DATA to the folder of data files").exists();
        var dialect = OpenApi30.getInstance();
        var schema = JsonSchemaFactory
                .getInstance(VersionFlag.V202012,
                        builder -> builder.metaSchema(dialect).defaultMetaSchemaIri(dialect.getIri()))
                .getSchema(SchemaLocation.of(openapi.toUri() + "#/components/schemas/EmergencyIncidentDataObjectType"),
                        SchemaValidatorsConfig.builder().preloadJsonSchema(false).build()); // the schema refers to itself a thousand times over
        for (var status : AlertStatus.values()) {
            for (var action : ProtocolAction.values()) {
                for (var state : STATES) {
                    assertThat(schema.validate(AlertEido.of(incident(status, action, state)), InputFormat.JSON))
                            .as(status + " " + action + " " + state).isEmpty();
                }
            }
        }
        String broken = AlertEido.of(incident(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "ACTIVE"))
                .replace("lastUpdateTimeStamp", "lastUpdate");
        assertThat(schema.validate(broken, InputFormat.JSON)).as("it is not asked in vain").isNotEmpty();
    }

    @Test
    void aDrillIsInformationAndSaysSoFirst() throws Exception {
        var tree = JsonMapper.builder().build()
                .readTree(AlertEido.of(incident(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN, "ACTIVE")));
        assertThat(tree.at("/incidentComponent/incidentTypeCommonRegistryText").asString()).isEqualTo("INFO");
        assertThat(tree.at("/incidentComponent/incidentTypeInternalText").asString()).startsWith("Drill");
        assertThat(tree.at("/notesComponent/0/notesActionComments").asString()).startsWith("Drill");
        var real = JsonMapper.builder().build()
                .readTree(AlertEido.of(incident(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "CANCELLED")));
        assertThat(real.at("/incidentComponent/incidentTypeCommonRegistryText").asString()).isEqualTo("ALRPANS");
        assertThat(real.at("/incidentComponent/incidentStatusCommonRegistryText/0").asString()).isEqualTo("Cancelled");
    }

    @Test
    void notesAreHtmlInWhichNothingSomebodyTypedIsMarkup() {
        assertThat(AlertEido.of(incident(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "ACTIVE")))
                .contains("&lt;shots&gt; heard &amp; seen").doesNotContain("<shots>");
    }

    @Test
    void theExampleIsWhatIsWritten() throws Exception {
        assertThat(AlertEido.of(incident(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN, "ACTIVE")).strip())
                .isEqualTo(Files.readString(FORMATS.resolve("examples/eido.json")).strip());
    }

    @Test
    void theLocationIsWellFormedXml() throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(AlertEido.point(ID, 33.455, -112.065))));
        assertThat(document.getElementsByTagNameNS("http://www.opengis.net/gml", "pos").item(0).getTextContent())
                .isEqualTo("33.455 -112.065");
    }

    private static AlertEido.Incident incident(AlertStatus status, ProtocolAction action, String state) {
        String mode = switch (status) {
            case ACTUAL -> "Real: this is not a drill";
            case EXERCISE -> "Drill: this is only a drill";
            case TEST -> "Test: silent, no action needed";
        };
        return new AlertEido.Incident(ID, UUID.fromString("0198b7a2-5c1e-7000-8000-000000000002"),
                "Example Police Program", "https://daywatch.example.org", AT, status, action,
                action == ProtocolAction.SHELTER ? "HAZMAT/SEAL_ROOM" : "", state, "Lockdown", mode,
                "Saguaro Middle School, 100 W Example Street, Room A 12",
                AlertEido.point(ID, 33.455, -112.065),
                List.of(new AlertEido.Note(AT.plusSeconds(20), "<shots> heard & seen")));
    }

    private static void collect(JsonNode node, HashSet<String> ids, HashSet<String> references) {
        if (node.has("$id")) ids.add(node.get("$id").asString());
        if (node.has("$ref")) references.add(node.get("$ref").asString());
        node.forEach(child -> collect(child, ids, references));
    }
}
