package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What browsers load comes from this host: styles and templates name no other, and every icon asked for is shipped.
 *
 * <p>A-42 of docs/security.
 */
class VendoredTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern FOREIGN = Pattern
            .compile("(?:src|href|url|@import)\\s*[=(]?\\s*[\"']?(?:https?:)?//(?!www\\.w3\\.org)[^\"')\\s]+");
    private static final Pattern ICON = Pattern.compile(
            "icon\\(\\s*(?:name = )?\"([a-z_]+)\"|withIcon\\(\\s*\"([a-z_]+)\"\\)|NavEntry\\.of\\(\\s*[\\w.]+,\\s+\\d+,\\s+\"[^\"]+\",\\s+\"[^\"]+\",\\s+\"([a-z_]+)\"");

    @Test
    void noStyleTemplateOrScriptLeavesTheHost() throws IOException {
        var found = new ArrayList<String>();
        for (var root : new Path[] {STATIC, SOURCES}) {
            try (var files = Files.walk(root)) {
                for (var file : files.filter(f -> f.toString().matches(".*\\.(css|jte|html|svg|webmanifest)"))
                        .toList()) {
                    var match = FOREIGN.matcher(Files.readString(file));
                    while (match.find()) found.add(file + ": " + match.group());
                }
            }
        }
        Offenders.none("Everything a page loads comes from this host: put the file into frontend, or use a webjar.",
                found);
    }

    @Test
    void everyFileAStyleNamesIsShipped() throws IOException {
        var named = Pattern.compile("url\\(\"?([^\"')]+)\"?\\)");
        for (var sheet : new Path[] {STATIC.resolve("vendor/uswds.css"),
                SOURCES.resolve("org/daywatch/platform/web/base.css")}) {
            var match = named.matcher(Files.readString(sheet));
            while (match.find()) {
                var target = match.group(1);
                if (target.startsWith("data:") || target.startsWith("#")) continue;
                assertThat(target.startsWith("/") ? STATIC.resolve(target.substring(1)) : sheet.resolveSibling(target))
                        .exists();
            }
        }
    }

    @Test
    void everyIconAskedForIsShipped() throws IOException {
        var sprite = Files.readString(STATIC.resolve("vendor/icons.svg"));
        var missing = new ArrayList<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(jte|java)")).toList()) {
                var match = ICON.matcher(Files.readString(file));
                while (match.find()) {
                    var name = match.group(1) != null
                            ? match.group(1)
                            : match.group(2) != null ? match.group(2) : match.group(3);
                    if (!sprite.contains("id=\"" + name + "\"")) missing.add(name + " in " + file);
                }
            }
        }
        Offenders.none("Take an icon the sprite has, or add it to frontend and build the sprite.", missing);
    }
}
