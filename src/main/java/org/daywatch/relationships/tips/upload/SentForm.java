package org.daywatch.relationships.tips.upload;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as a browser sends it, out of its bytes alone: as one line, or in parts where a picture comes along. Neither
 * the name of a file is read nor what it says to be.
 *
 * @param picture of no length: none came, or none that is whole
 * @param chosen a file was chosen, whatever came of it
 * @param came how much of it
 */
public record SentForm(Map<String, String> fields, byte[] picture, boolean chosen, Came came) {

    /** How much of a body came; the last place of a form is that of its picture, so words are never cut for it. */
    public enum Came {
        WHOLE, TOO_LARGE,
        /** Others send large ones: of this one the words were kept. */
        WITHOUT_A_PLACE
    }

    public static final String PICTURE = "picture";
    private static final String IN_PARTS = "multipart/form-data";
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_HEAD = 2048;
    private static final byte[] NONE = {};
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([a-z_]{1,30})\"");
    private static final Pattern FILE = Pattern.compile("[;\\s]filename=\"([^\"]*)");

    static boolean inParts(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(IN_PARTS);
    }

    public static SentForm read(@Nullable String contentType, byte[] body) {
        return read(contentType, body, Came.WHOLE);
    }

    public static SentForm read(@Nullable String contentType, byte[] body, Came came) {
        if (contentType == null || !inParts(contentType)) return line(body, came);
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) return new SentForm(Map.of(), NONE, false, came);
        String between = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return parts(body, ("\r\n--" + between).getBytes(StandardCharsets.UTF_8), came);
    }

    private static SentForm line(byte[] body, Came came) {
        var fields = new HashMap<String, String>();
        // Without half a sign at its end, which no form could be read from.
        String text = new String(body, StandardCharsets.UTF_8).replaceFirst("%[0-9a-fA-F]?$", "");
        try {
            new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters()
                    .forEach((name, values) -> fields.put(name, values.getFirst()));
        } catch (IllegalArgumentException notAForm) {
            fields.clear();
        }
        String named = fields.remove(PICTURE); // as a button sends it that leaves the file behind
        return new SentForm(fields, NONE, named != null && !named.isBlank(), came);
    }

    private static SentForm parts(byte[] body, byte[] between, Came came) {
        var fields = new HashMap<String, String>();
        byte[] picture = NONE;
        boolean chosen = false;
        // The first stands at the very beginning, without the line before it.
        int at = startsWith(body, 0, between, 2) ? between.length - 2 : -1;
        for (int part = 0; at >= 0 && part < MOST_FIELDS; part++) {
            int head = find(body, END_OF_HEAD, at, Math.min(body.length, at + LONGEST_HEAD));
            if (head < 0) break;
            String said = new String(body, at, head - at, StandardCharsets.UTF_8);
            int from = head + END_OF_HEAD.length;
            int until = find(body, between, from - 2, body.length); // an empty part has one line end alone
            byte[] content = Arrays.copyOfRange(body, from, until < 0 ? body.length : Math.max(from, until));
            var name = NAME.matcher(said);
            var file = FILE.matcher(said);
            boolean isFile = file.find();
            if (name.find() && isFile && name.group(1).equals(PICTURE)) {
                chosen |= !file.group(1).isEmpty();
                if (until >= 0) picture = content;
            } else
                if (!isFile && name.hasMatch())
                    fields.putIfAbsent(name.group(1), new String(content, StandardCharsets.UTF_8));
            at = until < 0 ? -1 : until + between.length;
        }
        return new SentForm(fields, picture, chosen, came);
    }

    private static boolean startsWith(byte[] body, int at, byte[] what, int without) {
        return body.length >= what.length - without
                && Arrays.equals(body, at, at + what.length - without, what, without, what.length);
    }

    private static int find(byte[] in, byte[] what, int from, int until) {
        for (int at = from; at + what.length <= until; at++)
            if (in[at] == what[0] && Arrays.equals(in, at, at + what.length, what, 0, what.length)) return at;
        return -1;
    }
}
