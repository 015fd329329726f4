package org.daywatch.relationships.tips.door;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.platform.Release;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.tips.page.PageKey;
import org.daywatch.relationships.tips.page.TipPage;
import org.daywatch.relationships.tips.sealing.DoorSealing;

/**
 * Every byte the door serves to whoever has sent nothing, with the signed list of it. Drawn once, and anew only where
 * another school can be named or read: no two visitors get other bytes.
 */
public final class FixedPages {

    /** With it a script seals what is sent; another one each day. */
    static final String KEY = "/door.key";
    public static final List<String> PATHS = List.of("/en", "/es", "/door.css", "/door.js", "/seal.js", "/hpke.js",
            KEY);

    /** Kept by no browser and no proxy, shown in no other page, told to no other site. */
    public static final Map<String, String> GUARDS = Map.of("cache-control", "no-store", "content-security-policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types door",
            "referrer-policy", "no-referrer", "x-content-type-options", "nosniff", "x-frame-options", "DENY",
            "x-dns-prefetch-control", "off", "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin", "permissions-policy",
            "camera=(), microphone=(), geolocation=()");

    private static final int ANSWERS = 40 * 1024;

    private final DoorPages pages;
    private final DoorSchools schools;
    private final PageKey key;
    private final DoorSealing sealing;
    private Drawn drawn;

    /** @param sealing the door's key of the day */
    private record Drawn(List<DoorSchool> from, String sealing, Map<String, byte[]> files) {

        boolean isOf(List<DoorSchool> all, String shown) {
            return sealing.equals(shown) && (all == from || all.equals(from));
        }
    }

    FixedPages(DoorPages pages, DoorSchools schools, PageKey key, DoorSealing sealing) {
        this.pages = pages;
        this.schools = schools;
        this.key = key;
        this.sealing = sealing;
        this.drawn = draw(schools.all(), sealing.shown());
    }

    /** @return null where there is no such file */
    byte @org.jspecify.annotations.Nullable [] file(String path) {
        return now().files().get(path);
    }

    private synchronized Drawn now() {
        var all = schools.all();
        var shown = sealing.shown();
        drawn = drawn.isOf(all, shown) ? new Drawn(all, shown, drawn.files()) : draw(all, shown);
        return drawn;
    }

    /** Into so much go all answers that are usual here: the front page with everything somebody typed. */
    int room() {
        return ANSWERS + Texts.LANGUAGES.stream().mapToInt(one -> now().files().get("/" + one).length).max().orElse(0);
    }

    private Drawn draw(List<DoorSchool> all, String shown) {
        var files = files(pages, all, shown);
        var list = new TipPage(Release.VERSION, pages.exit(), all.stream().map(DoorSchool::label).toList(),
                all.stream().allMatch(DoorSchool::isRead), TipPage.hashes(files), shown, key.shown()).bytes();
        files.put(TipPage.LIST, list);
        files.put(TipPage.SIGNATURE, key.sign(list));
        return new Drawn(all, shown, files);
    }

    static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "json" -> "application/json";
            case "sig", "key" -> "text/plain;charset=UTF-8";
            default -> "text/html;charset=UTF-8";
        };
    }

    private static Map<String, byte[]> files(DoorPages pages, List<DoorSchool> all, String sealing) {
        var files = new TreeMap<String, byte[]>();
        for (var language : Texts.LANGUAGES)
            files.put("/" + language, pages.front(200, pages.page(language, all, TipForm.unsent(all))).html());
        DoorPages.FILES.forEach((path, bytes) -> files.put(path, bytes));
        files.put(KEY, (sealing + "\n").getBytes(StandardCharsets.US_ASCII));
        return files;
    }

    /** What the jar that runs this would serve, for an installation that says this of itself. */
    public static Map<String, byte[]> ofThisJar(TipPage list) {
        var settings = new TipDoorSettings(-1, list.exit(), Duration.ofSeconds(1), 20); // refuses what is no such address
        var schools = list.schools().stream()
                .map(label -> new DoorSchool(new UUID(0, 0), new UUID(0, 0), label, ZoneOffset.UTC, list.allRead()))
                .toList();
        return files(new DoorPages(TemplateEngine.createPrecompiled(ContentType.Html), new Texts(), settings), schools,
                list.sealing());
    }
}
