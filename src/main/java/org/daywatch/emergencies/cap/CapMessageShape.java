package org.daywatch.emergencies.cap;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.daywatch.emergencies.cap.CapMessage.*;

/**
 * Which elements stand where, in which order, how often, holding what: the structure of CAP 1.2 as the standard
 * publishes it, one line an element.
 */
enum CapMessageShape {

    ALERT(one("identifier", Text.ANY), one("sender", Text.ANY), one("sent", Text.TIME),
            one("status", words(Status.class)), one("msgType", words(MsgType.class)),
            maybe("source", Text.ANY), one("scope", words(Scope.class)), maybe("restriction", Text.ANY),
            maybe("addresses", Text.ANY), many("code", Text.ANY),
            maybe("note", Text.ANY), maybe("references", Text.ANY), maybe("incidents", Text.ANY), many("info", "INFO")),

    INFO(maybe("language", Text.LANGUAGE), some("category", words(Category.class)), one("event", Text.ANY),
            many("responseType", words(ResponseType.class)),
            one("urgency", words(Urgency.class)), one("severity", words(Severity.class)),
            one("certainty", words(Certainty.class)), maybe("audience", Text.ANY),
            many("eventCode", "NAMED"), maybe("effective", Text.TIME), maybe("onset", Text.TIME),
            maybe("expires", Text.TIME), maybe("senderName", Text.ANY),
            maybe("headline", Text.ANY), maybe("description", Text.ANY), maybe("instruction", Text.ANY),
            maybe("web", Text.URI), maybe("contact", Text.ANY),
            many("parameter", "NAMED"), many("resource", "RESOURCE"), many("area", "AREA")),

    RESOURCE(one("resourceDesc", Text.ANY), one("mimeType", Text.ANY), maybe("size", Text.INTEGER),
            maybe("uri", Text.URI), maybe("derefUri", Text.ANY), maybe("digest", Text.ANY)),

    AREA(one("areaDesc", Text.ANY), many("polygon", Text.ANY), many("circle", Text.ANY), many("geocode", "NAMED"),
            maybe("altitude", Text.DECIMAL), maybe("ceiling", Text.DECIMAL)),

    NAMED(one("valueName", Text.ANY), one("value", Text.ANY));

    final List<Part> parts;

    CapMessageShape(Part... parts) {
        this.parts = List.of(parts);
    }

    /** @param most how often; @param text what it holds, or null where @param inner names what stands inside */
    record Part(String name, int least, int most, @org.jspecify.annotations.Nullable Text text,
            @org.jspecify.annotations.Nullable String inner) {

        CapMessageShape shape() {
            return CapMessageShape.valueOf(inner);
        }
    }

    /** @param must what to write, as a clause after "Write" */
    record Text(Pattern pattern, String must) {

        static final Text ANY = new Text(Pattern.compile(".*", Pattern.DOTALL), "text");
        static final Text TIME = new Text(Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[-+]\\d{2}:\\d{2}"),
                "date and time with seconds and a numeric offset, like 2026-11-17T09:40:00-07:00; UTC is -00:00, never Z");
        static final Text LANGUAGE = new Text(Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"),
                "a language tag like en-US or es-US");
        static final Text INTEGER = new Text(Pattern.compile("[+-]?\\d{1,18}"), "a whole number of bytes");
        static final Text DECIMAL = new Text(Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)"),
                "a decimal number of feet above sea level");
        static final Text URI = new Text(Pattern.compile("\\S*"), "a URI without spaces");
    }

    private static Part one(String name, Text text) {
        return new Part(name, 1, 1, text, null);
    }

    private static Part maybe(String name, Text text) {
        return new Part(name, 0, 1, text, null);
    }

    private static Part many(String name, Text text) {
        return new Part(name, 0, Integer.MAX_VALUE, text, null);
    }

    private static Part some(String name, Text text) {
        return new Part(name, 1, Integer.MAX_VALUE, text, null);
    }

    private static Part many(String name, String shape) {
        return new Part(name, 0, Integer.MAX_VALUE, null, shape);
    }

    private static <E extends Enum<E>> Text words(Class<E> words) {
        var names = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
        return new Text(Pattern.compile(String.join("|", names)), "one of " + String.join(", ", names));
    }
}
