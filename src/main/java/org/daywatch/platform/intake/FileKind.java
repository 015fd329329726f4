package org.daywatch.platform.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file really is, told by its first bytes and not by its name. */
public enum FileKind {
    TEXT, EXCEL, OPEN_DOCUMENT, WORD, ZIP, GZIP, PDF, PICTURE, WEB_PAGE, XML, JSON;

    /** What to do with it instead. */
    Said advice(String file) {
        return Said.of("intake.file.kind." + name(), file);
    }

    public static FileKind of(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\3\4") || latin.startsWith("PK\5\6")) return archive(latin);
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0")) return EXCEL;
        if (latin.startsWith("\u001F\u008B")) return GZIP;
        if (latin.startsWith("%PDF")) return PDF;
        if (latin.startsWith("\u0089PNG") || latin.startsWith("\u00FF\u00D8\u00FF") || latin.startsWith("GIF8"))
            return PICTURE;
        String start = latin.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.matches("(?s)<(!doctype html|html|head|meta|title|style|body|table|center|div)\\b.*"))
            return WEB_PAGE;
        if (start.startsWith("<?xml")) return start.contains("<html") ? WEB_PAGE : XML;
        if (start.startsWith("{") || start.startsWith("[{")) return JSON;
        return TEXT;
    }

    private static FileKind archive(String latin) {
        if (latin.contains("xl/") || latin.contains("[Content_Types].xml") && !latin.contains("word/")) return EXCEL;
        if (latin.contains("word/")) return WORD;
        if (latin.contains("mimetypeapplication/vnd.oasis")) return OPEN_DOCUMENT;
        return ZIP;
    }
}
