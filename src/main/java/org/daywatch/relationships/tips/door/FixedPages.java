package org.daywatch.relationships.tips.door;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
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

/**
 * Every byte the door serves to whoever has sent nothing, with the signed list of it. Drawn once, and anew only where
 * another school can be named or read: no two visitors get other bytes.
 */
public final class FixedPages {

    public static final List<String> PATHS = List.of("/en", "/es", "/door.css", "/door.js");

    /** Kept by no browser and no proxy, shown in no other page, told to no other site. */
    public static final Map<String, String> GUARDS = Map.of("cache-control", "no-store", "content-security-policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            "referrer-policy", "no-referrer", "x-content-type-options", "nosniff", "x-frame-options", "DENY",
            "x-dns-prefetch-control", "off", "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin", "permissions-policy",
            "camera=(), microphone=(), geolocation=()");

    /** Of a page with an answer's picture, which stands in the page itself. */
    static final String WITH_PICTURES = GUARDS.get("content-security-policy") + "; img-src data:";

    private final DoorPages pages;
    private final DoorSchools schools;
    private final PageKey key;
    private Drawn drawn;

    private record Drawn(List<DoorSchool> from, Map<String, byte[]> files) {}

    FixedPages(DoorPages pages, DoorSchools schools, PageKey key) {
        this.pages = pages;
        this.schools = schools;
        this.key = key;
        this.drawn = draw(schools.all());
    }

    /** @return null where there is no such file */
    byte @org.jspecify.annotations.Nullable [] file(String path) {
        return now().files().get(path);
    }

    private synchronized Drawn now() {
        var all = schools.all();
        if (all != drawn.from()) drawn = all.equals(drawn.from()) ? new Drawn(all, drawn.files()) : draw(all);
        return drawn;
    }

    private Drawn draw(List<DoorSchool> all) {
        var files = files(pages, all);
        var list = new TipPage(Release.VERSION, pages.exit(), all.stream().map(DoorSchool::label).toList(),
                all.stream().allMatch(DoorSchool::isRead), TipPage.hashes(files), key.shown()).bytes();
        files.put(TipPage.LIST, list);
        files.put(TipPage.SIGNATURE, key.sign(list));
        return new Drawn(all, files);
    }

    static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "json" -> "application/json";
            case "sig" -> "text/plain;charset=UTF-8";
            default -> "text/html;charset=UTF-8";
        };
    }

    private static Map<String, byte[]> files(DoorPages pages, List<DoorSchool> all) {
        var files = new TreeMap<String, byte[]>();
        for (var language : Texts.LANGUAGES)
            files.put("/" + language, pages.front(200, pages.page(language, all, TipForm.unsent(all))).html());
        files.put("/door.css", pages.styles());
        files.put("/door.js", pages.script());
        return files;
    }

    /** What the jar that runs this would serve, for an installation that says this of itself. */
    public static Map<String, byte[]> ofThisJar(TipPage list) {
        var settings = new TipDoorSettings(-1, list.exit(), Duration.ofSeconds(1), 20); // refuses what is no such address
        var schools = list.schools().stream()
                .map(label -> new DoorSchool(new UUID(0, 0), new UUID(0, 0), label, ZoneOffset.UTC, list.allRead()))
                .toList();
        return files(new DoorPages(TemplateEngine.createPrecompiled(ContentType.Html), new Texts(), settings), schools);
    }
}
