package org.daywatch.platform.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file really is, told by its first bytes and not by its name. */
public enum FileKind {
    TEXT(""),
    EXCEL("is an Excel workbook. Open it and save the sheet as \"CSV UTF-8 (Comma delimited)\"."),
    OPEN_DOCUMENT("is an OpenDocument file. Open it and save the sheet as text (CSV), UTF-8."),
    WORD("is a Word document, not a table. Choose the CSV file."),
    ZIP("is a zip archive. Unpack it and choose the file inside; only a OneRoster package is taken as a zip."),
    GZIP("is a gzip archive. Unpack it and choose the file inside."),
    PDF("is a PDF, from which rows cannot be read reliably. Ask for the CSV file."),
    PICTURE("is a picture. Choose the CSV file."),
    WEB_PAGE("is a web page, not data: the download probably ended on a sign-in or error page. Download it again."),
    XML("is XML. Choose the CSV file."),
    JSON("is JSON. Choose the CSV file.");

    private final String advice;

    FileKind(String advice) {
        this.advice = advice;
    }

    String advice() {
        return advice;
    }

    public static FileKind of(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\3\4") || latin.startsWith("PK\5\6")) return archive(latin);
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0")) return EXCEL;
        if (latin.startsWith("\u001F\u008B")) return GZIP;
        if (latin.startsWith("%PDF")) return PDF;
        if (latin.startsWith("\u0089PNG") || latin.startsWith("\u00FF\u00D8\u00FF") || latin.startsWith("GIF8")) return PICTURE;
        String start = latin.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.matches("(?s)<(!doctype html|html|head|meta|title|style|body|table|center|div)\\b.*")) return WEB_PAGE;
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
