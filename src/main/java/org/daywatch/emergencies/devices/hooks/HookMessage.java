package org.daywatch.emergencies.devices.hooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.platform.errors.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a wearable or a desk button says, in its vendor's JSON.
 *
 * @param button as the vendor calls it
 * @param press the id by which it counts once: of its event and the day, or, where it names none, of the whole message
 * @param at by the vendor's clock, empty where it says none
 * @param test whether the message itself says that it is one
 */
record HookMessage(String button, UUID press, String at, String note, boolean test) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 120;
    private static final int LONGEST_NOTE = 300;

    /** @param sent the time in its header @throws InvalidInput naming the field of the message */
    static HookMessage read(byte[] body, PressHook hook, Instant sent) {
        var root = parse(body);
        String button = text(root, hook.buttonField());
        if (button.isEmpty() || button.length() > LONGEST)
            throw new InvalidInput(hook.buttonField(), button, "hooks.wrong.field");
        String event = text(root, hook.eventField());
        String once = event.isEmpty()
                ? sent.getEpochSecond() + " " + new String(body, StandardCharsets.UTF_8)
                : sent.toString().substring(0, 10) + " " + event;
        var press = UUID.nameUUIDFromBytes(("hook " + hook.id() + " " + once).getBytes(StandardCharsets.UTF_8));
        String note = text(root, "note");
        return new HookMessage(button, press, instant(text(root, "at")),
                note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note,
                at(root, "test").asBoolean(false));
    }

    private static JsonNode parse(byte[] body) {
        try {
            var root = JSON.readTree(body);
            if (root != null && root.isObject()) return root;
        } catch (JacksonException e) {
            throw new InvalidInput("body", "", "lane.wrong.body");
        }
        throw new InvalidInput("body", "", "lane.wrong.body");
    }

    /** "data.device.id" is a field in a field in a field; a number counts as its digits. */
    private static JsonNode at(JsonNode root, String path) {
        var node = root;
        for (String name : path.split("\\.")) node = node.path(name);
        return node;
    }

    private static String text(JsonNode root, String path) {
        var node = at(root, path);
        return node.isString() || node.isNumber() ? node.asString().strip() : "";
    }

    /** A time nobody can read is left out: it informs, and must not cost a press. */
    private static String instant(String text) {
        try {
            return text.isEmpty() ? "" : Instant.parse(text).toString();
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    /** The body of a press as the lane takes it. */
    Map<String, String> press(PressHook.Button means, boolean testing) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", press.toString());
        fields.put("school", means.school().toString());
        fields.put("status", (test || testing ? AlertStatus.TEST : means.status()).name());
        fields.put("action", means.action().name());
        fields.put("detail", means.detail());
        if (means.room() != null) fields.put("room", means.room().toString());
        fields.put("place", means.place());
        fields.put("note", note);
        fields.put("source", "WEBHOOK");
        if (!at.isEmpty()) fields.put("deviceAt", at);
        return fields;
    }

    static String json(Map<String, String> press) {
        return JSON.writeValueAsString(press);
    }

    /** As this hook's vendor would write it. */
    static String example(PressHook hook, String button, String event) {
        var root = JSON.createObjectNode();
        put(root, hook.eventField(), event);
        put(root, hook.buttonField(), button);
        return root.toString();
    }

    private static void put(ObjectNode root, String path, String value) {
        var names = path.split("\\.");
        var node = root;
        for (int i = 0; i < names.length - 1; i++)
            node = node.path(names[i]) instanceof ObjectNode known ? known : node.putObject(names[i]);
        node.put(names[names.length - 1], value);
    }
}
