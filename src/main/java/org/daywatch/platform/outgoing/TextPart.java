package org.daywatch.platform.outgoing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The gateway for text messages; the headers it knows us by come from a file or a variable, one to a line, and are kept
 * encrypted.
 */
@Component
class TextPart implements SetupPart {

    private static final Map<String, String> NAMES = Map.of("headers", "headers_file");
    private static final int LONGEST_BODY = 4_000;

    private final Outgoing outgoing;

    TextPart(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    @Override
    public String key() {
        return "text_messages";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var fields = file.fields(section, "url", "type", "body", "number", "headers_file", "headers_env");
        var typed = new HashMap<String, String>();
        typed.put("url", file.required(fields, "url"));
        typed.put("type", fields.choice("type", TextSettings.TYPES.getFirst(), TextSettings.TYPES));
        typed.put("body", fields.required("body").map(v -> Scalars.text(v, file.flaws(), LONGEST_BODY)).orElse(""));
        typed.put("number", Objects.requireNonNullElse(file.text(fields, "number"), ""));
        typed.put("headers", Objects.requireNonNullElse(file.secret(fields, "headers"), ""));
        if (fields.has("url") && fields.has("body")) file.checked(section, NAMES, () -> read(typed, null));
        return run -> run.at(section, () -> apply(section, typed, run));
    }

    /** What is wrong with a header is said without showing it. */
    private static TextSettings read(Map<String, String> typed, @Nullable TextSettings before) {
        try {
            return TextSettings.read(typed, before);
        } catch (InvalidInput wrong) {
            throw new InvalidInput(wrong.errors().stream()
                    .map(e -> e.field().equals("headers") ? new FieldError("headers", "", e.message()) : e).toList());
        }
    }

    private void apply(JsonValue where, Map<String, String> typed, SetupRun run) {
        OutgoingParts.mustKeep(outgoing, Tenancy.tenant(), where, run);
        var before = outgoing.savedText().orElse(null);
        var after = read(typed, before);
        if (before == null) {
            outgoing.save(after);
            run.created(where, after.url());
            return;
        }
        var differences = new Differences().of("url", before.url(), after.url()).of("type", before.type(), after.type())
                .of("body", before.body(), after.body())
                .of("number", before.number(), after.number())
                .of("headers", "kept", before.headers().equals(after.headers()) ? "kept" : "others");
        run.changed(where, after.url(), differences, () -> outgoing.save(after));
    }
}
