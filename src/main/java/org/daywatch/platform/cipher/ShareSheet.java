package org.daywatch.platform.cipher;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.paper.PdfSheet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One holder's share as it is handed out: on paper, and as a file that says the same.
 *
 * @param installation of which it is, as people call it
 */
record ShareSheet(KeyShare share, String installation, LocalDate made) {

    static final String SCHEMA = "daywatch.data-key-share";

    String name() {
        return "share-" + share.number();
    }

    Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", SCHEMA);
        object.put("version", 1);
        object.put("installation", installation);
        object.put("made", made.toString());
        object.put("number", share.number());
        object.put("holders", share.holders());
        object.put("needed", share.needed());
        object.put("set", share.setName());
        object.put("lines", share.lines());
        return object;
    }

    byte[] pdf() {
        var sheet = new PdfSheet("Daywatch: share " + share.number() + " of " + share.holders() + " of the data keys",
                "KEEP SECRET", false, installation + ", splitting " + share.setName() + ", made " + made);
        sheet.boxes("Installation", installation, "Share", share.number() + " of " + share.holders(), "Needed together",
                Integer.toString(share.needed()), "Made", made.toString(), "Splitting", share.setName());
        sheet.text("Any " + share.needed() + " of these " + share.holders()
                + " sheets give back the keys of everything Daywatch keeps encrypted; fewer give nothing. "
                + "Keep this sheet where only you reach it, apart from the others. Hand it over only when whoever runs Daywatch restores it, and never by e-mail or photo.");
        sheet.text("\nType these lines into a file, as they stand here. Each ends with three letters that check it.");
        share.lines().forEach(line -> sheet.heading(2, line)); // large enough to be typed from, and legible when the paper is old
        sheet.text("\nThen, with " + (share.needed() - 1)
                + " others: bin/daywatch data-key join FILE FILE FILE --data DIR (docs/formats/data-key-share.md). "
                + "Capitals or not is the same; the letters I, L and O are read as 1, 1 and 0. After \"data-key renew\" this sheet opens only what is older.");
        return sheet.bytes();
    }

    /**
     * @param where name of the file
     * @param text the file that was handed out, or nothing but lines that were typed from paper
     * @throws InvalidInput naming what is wrong, down to the line
     */
    static KeyShare read(String where, String text, JsonMapper json) {
        if (!text.stripLeading().startsWith("{")) return KeyShare.read(where, text.lines().toList());
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JacksonException e) {
            throw new InvalidInput(where, "", "This is neither a share's file nor lines of one.");
        }
        if (!root.path("schema").asString("").equals(SCHEMA))
            throw new InvalidInput(where, root.path("schema").asString(""),
                    "This is no share of a data key: its schema is not " + SCHEMA + ".");
        var share = KeyShare.read(where,
                Stream.of(root.path("lines")).flatMap(JsonNode::valueStream).map(line -> line.asString("")).toList());
        boolean same = root.path("number").asInt(0) == share.number() && root.path("needed").asInt(0) == share.needed()
                && root.path("set").asString("").equals(share.setName());
        if (!same)
            throw new InvalidInput(where, "",
                    "What stands around the lines is not what they say: the file was changed.");
        return share;
    }
}
