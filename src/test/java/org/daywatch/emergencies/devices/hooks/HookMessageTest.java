package org.daywatch.emergencies.devices.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;

/** What a button says, and what it becomes: docs/formats/press-hook.md. */
class HookMessageTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final Instant SENT = Instant.parse("2026-11-17T16:40:05Z");

    private final PressHook hook = hook("button", "event");
    private final PressHook.Button gate = new PressHook.Button("B-17", Ids.next(), Ids.next(), "Front gate",
            ProtocolAction.LOCKDOWN, "", AlertStatus.ACTUAL, "Morgan Sedgewick", SENT);

    @Test
    void theExampleFitsItsSchemaAndIsReadAsItSays() throws IOException {
        String example = Files.readString(FORMATS.resolve("examples/press-hook.json"));
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve("press-hook.schema.json")));
        assertThat(schema.validate(example, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(example.replace("\"button\"", "\"buttons\""), InputFormat.JSON)).isNotEmpty();
        var message = read(example, hook);
        assertThat(message.button()).isEqualTo("B-17");
        assertThat(message.at()).isEqualTo("2026-11-17T16:40:03Z");
        assertThat(message.press(gate, false)).containsEntry("school", gate.school().toString())
                .containsEntry("room", gate.room().toString()).containsEntry("place", "Front gate")
                .containsEntry("action", "LOCKDOWN").containsEntry("status", "ACTUAL")
                .containsEntry("source", "WEBHOOK").containsEntry("note", "held for 3 s")
                .containsEntry("deviceAt", "2026-11-17T16:40:03Z");
    }

    @Test
    void theSignatureOfTheFormatPageIsThatOfItsExample() throws IOException {
        String page = Files.readString(FORMATS.resolve("press-hook.md"));
        byte[] body = Files.readString(FORMATS.resolve("examples/press-hook.json")).strip()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(page)
                .contains(HexFormat.of().formatHex(HookSecrets.signature("an-example-secret", "1795020005", body)));
    }

    @Test
    void theSameEventCountsOnceADayAndAMessageWithoutOneCountsAsItStands() {
        var first = read("{\"button\":\"B-17\",\"event\":\"e1\"}", hook);
        assertThat(read("{\"button\":\"B-17\",\"event\":\"e1\",\"note\":\"again\"}", hook).press())
                .isEqualTo(first.press());
        assertThat(read("{\"button\":\"B-17\",\"event\":\"e2\"}", hook).press()).isNotEqualTo(first.press());
        assertThat(HookMessage.read("{\"button\":\"B-17\",\"event\":\"e1\"}".getBytes(StandardCharsets.UTF_8), hook,
                SENT.plusSeconds(86_400)).press())
                .as("a counter that began anew must not swallow a press").isNotEqualTo(first.press());
        assertThat(read("{\"button\":\"B-17\",\"event\":\"e1\"}", hook("button", "event")).press()).as("another hook")
                .isNotEqualTo(first.press());
        assertThat(read("{\"button\":\"B-17\"}", hook).press()).isEqualTo(read("{\"button\":\"B-17\"}", hook).press());
    }

    @Test
    void aVendorsOwnFieldsAreFoundByTheirPaths() {
        var own = hook("data.device.id", "data.seq");
        var message = read("{\"type\":\"press\",\"data\":{\"device\":{\"id\":\"4711\",\"battery\":80},\"seq\":12}}",
                own);
        assertThat(message.button()).isEqualTo("4711");
        assertThat(read(HookMessage.example(own, "4711", "12"), own).press()).isEqualTo(message.press());
    }

    @Test
    void aTestIsATestWhoeverSaysSo() {
        assertThat(read("{\"button\":\"B-17\",\"test\":true}", hook).press(gate, false)).containsEntry("status",
                "TEST");
        assertThat(read("{\"button\":\"B-17\"}", hook).press(gate, true)).containsEntry("status", "TEST");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        for (String wrong : new String[] {"", "[]", "{", "\"B-17\""}) {
            assertThatThrownBy(() -> read(wrong, hook)).as(wrong).isInstanceOfSatisfying(InvalidInput.class,
                    e -> assertThat(e.errors().getFirst().field()).isEqualTo("body"));
        }
        for (String wrong : new String[] {"{}", "{\"button\":\"\"}", "{\"button\":{}}",
                "{\"button\":\"" + "x".repeat(121) + "\"}"}) {
            assertThatThrownBy(() -> read(wrong, hook)).as(wrong).isInstanceOfSatisfying(InvalidInput.class,
                    e -> assertThat(e.errors().getFirst().field()).isEqualTo("button"));
        }
        assertThat(read("{\"button\":\"B-17\",\"at\":\"yesterday\"}", hook).at())
                .as("a time nobody can read costs no press").isEmpty();
    }

    private static HookMessage read(String body, PressHook hook) {
        return HookMessage.read(body.getBytes(StandardCharsets.UTF_8), hook, SENT);
    }

    private static PressHook hook(String buttonField, String eventField) {
        return new PressHook(Ids.next(), UUID.randomUUID(), Ids.next(), null, "Radio buttons", buttonField, eventField,
                1, null, null, "Morgan Sedgewick", SENT, null);
    }
}
