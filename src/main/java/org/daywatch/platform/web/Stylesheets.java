package org.daywatch.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All styles in one file: the vendored design system, platform/web/base.css, then each feature's own file, found on the
 * class path. A feature only drops its .css beside its Java; nobody keeps a list. What is named .bright.css is for the
 * sun: it stands in the last layer, for a device that asks for more contrast and for whoever has switched it on.
 */
public final class Stylesheets {

    static final byte[] CONTENT = gather();
    /** Part of the address, so that browsers may keep the file forever. */
    public static final String VERSION = fingerprint(CONTENT);

    private Stylesheets() {
    }

    private static byte[] gather() {
        try {
            var finder = new PathMatchingResourcePatternResolver(Stylesheets.class.getClassLoader());
            var layers = "@layer reset, uswds, base, components, rooms, utilities, bright;\n";
            var all = new StringBuilder(layers).append(text(finder.getResource("classpath:static/vendor/uswds.css"))
                    .replace("url(\"img/", "url(\"/vendor/img/"));
            all.append('\n').append(text(finder.getResource("classpath:static/rooms/platform/web/base.css")));
            Arrays.stream(finder.getResources("classpath*:static/rooms/**/*.css"))
                    .filter(file -> !"base.css".equals(file.getFilename()))
                    .sorted(Comparator.comparing(Stylesheets::address))
                    .forEach(file -> all.append('\n')
                            .append(address(file).endsWith(".bright.css") ? bright(text(file)) : text(file)));
            return all.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The style sheets in the jar cannot be read", unreadable);
        }
    }

    /** A device that asks for dark and for more contrast at once is not blinded: it keeps white on black. */
    private static String bright(String rules) {
        String wished = "@media screen and (prefers-contrast: more) and (prefers-color-scheme: light) { :root:not([data-light]) {\n"
                + rules + "}}\n";
        return "@layer bright {\n" + wished + "@media screen { :root[data-light=\"bright\"] {\n" + rules + "}}}";
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The style sheet " + file + " cannot be read", unreadable);
        }
    }

    private static String fingerprint(byte[] content) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
