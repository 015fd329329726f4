package org.daywatch.platform.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads bytes as located values; long lists of the top level may be handed over element by element, so that a large
 * file fits.
 */
public final class JsonSource {

    private static final int DEEPEST = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNumberLength(100).maxNameLength(1_000).maxStringLength(10_000).build())
            .build();

    private final byte[] bytes;
    private final Flaws flaws;
    private final Set<String> streamed;
    private final BiConsumer<String, JsonValue> element;
    private final @Nullable String only;

    private JsonSource(byte[] bytes, Flaws flaws, Set<String> streamed, @Nullable String only,
            BiConsumer<String, JsonValue> element) {
        this.bytes = bytes;
        this.flaws = flaws;
        this.streamed = streamed;
        this.element = element;
        this.only = only;
    }

    /** @throws FileRefused where the bytes are not one JSON value in UTF-8 */
    public static JsonValue read(byte[] bytes, Flaws flaws) {
        return read(bytes, flaws, Set.of(), (field, value) -> {});
    }

    /** Like {@code read}, but of each element handed over only this field is read. */
    public static JsonValue skim(byte[] bytes, Flaws flaws, Set<String> streamed, String only,
            BiConsumer<String, JsonValue> element) {
        return new JsonSource(bytes, flaws, streamed, only, element).document();
    }

    /** @param element hears each element of the lists named in {@code streamed}; they are empty in what is returned */
    public static JsonValue read(byte[] bytes, Flaws flaws, Set<String> streamed,
            BiConsumer<String, JsonValue> element) {
        return new JsonSource(bytes, flaws, streamed, null, element).document();
    }

    private JsonValue document() {
        refuseWhatIsNotText();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) throw fatal(1, "", "The file is empty; a JSON object was expected.");
            var root = root(parser);
            if (parser.nextToken() != null)
                throw fatal(line(parser), lineText(line(parser)),
                        "The file goes on after its JSON value ended; take this out.");
            return root;
        } catch (UnexpectedEndOfInputException e) {
            throw fatal(lastLine(), "", "The file ends in the middle of a value; it was cut off. Take the whole file.");
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw fatal(at, lineText(at), advice(e));
        }
    }

    private JsonValue root(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) return value(parser, null, null, 0);
        var root = new JsonValue(null, null, 0, line(parser), JsonValue.Kind.OBJECT, "");
        fields(parser, root);
        return root;
    }

    private void fields(JsonParser parser, JsonValue object) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            boolean hand = object.isRoot() && streamed.contains(name) && parser.currentToken() == JsonToken.START_ARRAY;
            var value = hand ? handedOver(parser, object, name) : value(parser, object, name, 0);
            var before = object.fields().putIfAbsent(name, value);
            if (before != null)
                flaws.add(value,
                        "stands here a second time, first on line " + before.line() + "; keep one of the two.");
        }
    }

    private JsonValue handedOver(JsonParser parser, JsonValue object, String name) {
        var list = new JsonValue(object, name, 0, line(parser), JsonValue.Kind.LIST, "");
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            element.accept(name,
                    only == null || parser.currentToken() != JsonToken.START_OBJECT
                            ? value(parser, list, null, i)
                            : skimmed(parser, list, i, only));
        }
        return list;
    }

    private JsonValue skimmed(JsonParser parser, JsonValue list, int index, String wanted) {
        var object = new JsonValue(list, null, index, line(parser), JsonValue.Kind.OBJECT, "");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean take = wanted.equals(parser.currentName());
            parser.nextToken();
            if (take) object.fields().putIfAbsent(wanted, value(parser, object, wanted, 0));
            else parser.skipChildren();
        }
        return object;
    }

    private JsonValue value(JsonParser parser, @Nullable JsonValue parent, @Nullable String name, int index) {
        var token = parser.currentToken();
        var kind = switch (token) {
            case START_OBJECT -> JsonValue.Kind.OBJECT;
            case START_ARRAY -> JsonValue.Kind.LIST;
            case VALUE_STRING -> JsonValue.Kind.TEXT;
            case VALUE_NUMBER_INT -> JsonValue.Kind.WHOLE;
            case VALUE_NUMBER_FLOAT -> JsonValue.Kind.FRACTION;
            case VALUE_TRUE, VALUE_FALSE -> JsonValue.Kind.BOOLEAN;
            default -> JsonValue.Kind.NULL;
        };
        var value = new JsonValue(parent, name, index, line(parser), kind,
                token.isStructStart() ? "" : parser.getString());
        if (kind == JsonValue.Kind.OBJECT) fields(parser, value);
        for (int i = 0; kind == JsonValue.Kind.LIST && parser.nextToken() != JsonToken.END_ARRAY; i++)
            value.items().add(value(parser, value, null, i));
        return value;
    }

    private void refuseWhatIsNotText() {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            throw fatal(1, "", "The file begins with a byte order mark; save it as UTF-8 without one.");
        }
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out.clear(), true);
            if (result.isError())
                throw fatal(lineOfByte(in.position()), String.format("0x%02x", in.get(in.position())),
                        "This byte is not UTF-8; save the file as UTF-8.");
            if (result.isUnderflow()) break;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0)
                throw fatal(lineOfByte(i), "0x00",
                        "The file holds a zero byte: it is not text, or UTF-16; save it as UTF-8.");
        }
    }

    private static String advice(JacksonException e) {
        String said = e.getOriginalMessage();
        if (said.contains("nesting depth"))
            return "Nested more than " + DEEPEST + " deep; no field of this format needs that.";
        return "This is not JSON: " + said.lines().findFirst().orElse("")
                + ". Mend the line, or have the file written again.";
    }

    private FileRefused fatal(int line, String value, String advice) {
        return flaws.fatal(new Flaw(line, "$", value, advice));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private int lastLine() {
        int end = bytes.length;
        while (end > 0 && Character.isWhitespace(bytes[end - 1])) end--;
        return lineOfByte(end);
    }

    private int lineOfByte(int position) {
        int line = 1;
        for (int i = 0; i < position; i++) if (bytes[i] == '\n') line++;
        return line;
    }

    private String lineText(int line) {
        int at = 1;
        int from = 0;
        for (int i = 0; i < bytes.length && at < line; i++) {
            if (bytes[i] == '\n') {
                at++;
                from = i + 1;
            }
        }
        int to = from;
        while (to < bytes.length && to - from < 400 && bytes[to] != '\n') to++;
        return "\"" + JsonValue.printable(new String(bytes, from, to - from, StandardCharsets.UTF_8).strip()) + "\"";
    }
}
