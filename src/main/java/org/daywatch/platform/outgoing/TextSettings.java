package org.daywatch.platform.outgoing;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A gateway for text messages over HTTP. @param headers how this house proves itself there @param number where the
 * gateway's own number stands in its JSON answer
 */
public record TextSettings(String url, String type, Map<String, String> headers, String body, String number) {

    static final List<String> TYPES = List.of("application/json", "application/x-www-form-urlencoded", "text/plain");

    /** @param typed headers empty: those that were saved, as long as they go to the same place */
    static TextSettings read(Map<String, String> typed, @Nullable TextSettings before) {
        var wrong = new ArrayList<FieldError>();
        String url = typed.getOrDefault("url", "").strip();
        String body = typed.getOrDefault("body", "").strip();
        String type = TYPES.contains(typed.getOrDefault("type", "")) ? typed.get("type") : TYPES.getFirst();
        String number = typed.getOrDefault("number", "").strip();
        if (!url.matches("https?://[^\\s/]+(/\\S*)?") || url.length() > 500)
            wrong.add(new FieldError("url", url, "outgoing.error.url"));
        if (!body.contains("{to}") || !body.contains("{text}") || body.length() > 4_000)
            wrong.add(new FieldError("body", body, "outgoing.error.body"));
        if (!number.matches("[A-Za-z0-9_.-]{0,100}"))
            wrong.add(new FieldError("number", number, "outgoing.error.number"));
        var headers = new LinkedHashMap<String, String>();
        for (String line : typed.getOrDefault("headers", "").lines().map(String::strip).filter(l -> !l.isEmpty())
                .toList()) {
            if (line.matches("[A-Za-z0-9-]{1,80}:\\s*\\S.*"))
                headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
            else
                wrong.add(new FieldError("headers", line, "outgoing.error.headers"));
        }
        if (!wrong.isEmpty()) throw new InvalidInput(List.copyOf(wrong));
        if (headers.isEmpty() && before != null && place(before.url()).equals(place(url)))
            headers.putAll(before.headers());
        return new TextSettings(url, type, headers, body, number);
    }

    private static String place(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
