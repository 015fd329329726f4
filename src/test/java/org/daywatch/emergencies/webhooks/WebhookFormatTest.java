package org.daywatch.emergencies.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What receivers read: example, schema and code say the same. */
class WebhookFormatTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final Campus SCHOOL = new Campus(UUID.fromString("01934a00-0000-7000-8000-000000000003"),
            new UUID(0, 1), "Ocotillo High", "AZ", SchoolLevel.HIGH, ZoneId.of("America/Phoenix"));

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aStepIsItsExampleAndKeepsToTheSchema() throws Exception {
        var step = new WebhookBody.Step(UUID.fromString("01934a00-0000-7000-8000-000000000001"), Webhook.Event.UPDATED,
                "CommandTaken", Instant.parse("2026-11-17T16:44:10Z"),
                UUID.fromString("01934a00-0000-7000-8000-000000000002"), 2, AlertStatus.EXERCISE, "LOCKDOWN", "",
                "ACTIVE", "Room 12", "Pat Greer", Instant.parse("2026-11-17T16:43:00Z"));
        var place = new CheckInPlace(SCHOOL.id(), "1 Ocotillo Way, Mesquite Flat, AZ 85001", "480 555 0100", 33.4484,
                -112.074, 150, List.of());
        String said = json.writeValueAsString(WebhookBody.object(step, SCHOOL, place, "Drill: this is only a drill"));
        assertThat(json.readTree(said))
                .isEqualTo(json.readTree(Files.readString(FORMATS.resolve("examples/webhook.json"))));
        keepsToItsSchema(said);
    }

    @Test
    void anIncidentWithoutAnAlertAtASchoolWithoutAPlaceKeepsToItToo() throws Exception {
        var step = new WebhookBody.Step(UUID.randomUUID(), Webhook.Event.ENDED, "IncidentClosed", Instant.EPOCH,
                UUID.randomUUID(), 1, AlertStatus.ACTUAL, "", "", "CLOSED", "", "", Instant.EPOCH);
        String said = json.writeValueAsString(WebhookBody.object(step, SCHOOL, null, "Real: this is not a drill"));
        assertThat(said).contains("\"action\":null", "\"commander\":null", "\"latitude\":null");
        keepsToItsSchema(said);
    }

    @Test
    void theSignatureIsTheOneOfTheStandard() {
        // RFC 4231, test case 2
        assertThat(WebhookSignature.hmac("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(WebhookSignature.of(List.of("a", "b"), 7, "{}"))
                .isEqualTo("v1=" + WebhookSignature.hmac("a", "7.{}") + ",v1=" + WebhookSignature.hmac("b", "7.{}"));
        assertThat(WebhookSignature.newKey()).startsWith("dwh_").hasSize(47).isNotEqualTo(WebhookSignature.newKey());
    }

    private static void keepsToItsSchema(String text) throws Exception {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve("webhook.schema.json")));
        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    }
}
