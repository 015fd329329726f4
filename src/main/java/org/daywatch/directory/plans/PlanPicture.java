package org.daywatch.directory.plans;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.daywatch.platform.errors.InvalidInput;

/** Says by its first bytes what a picture is, and refuses an SVG that does more than draw. */
final class PlanPicture {

    static final int LARGEST = 5 << 20;
    private static final Pattern MORE_THAN_DRAWING = Pattern.compile(
            "<script|<foreignObject|<!DOCTYPE|<!ENTITY|<iframe|<animate|<set[\\s>]|\\son[a-z]+\\s*=|javascript:"
                    + "|(?:href|src)\\s*=\\s*[\"'](?!#|data:image/)|url\\(\\s*[\"']?(?!#)|@import",
            Pattern.CASE_INSENSITIVE);

    private PlanPicture() {}

    /** @return its media type */
    static String typeOf(byte[] bytes) {
        if (bytes.length == 0) throw wrong("siteplans.error.file");
        if (bytes.length > LARGEST) throw wrong("siteplans.error.large");
        if (starts(bytes, 0x89, 'P', 'N', 'G')) return "image/png";
        if (starts(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.contains("<svg")) throw wrong("siteplans.error.kind");
        if (MORE_THAN_DRAWING.matcher(text).find()) throw wrong("siteplans.error.svg");
        return "image/svg+xml";
    }

    private static InvalidInput wrong(String message) {
        return new InvalidInput("file", "", message);
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xff) != with[i]) return false;
        return true;
    }
}
