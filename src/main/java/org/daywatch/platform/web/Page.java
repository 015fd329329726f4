package org.daywatch.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every template knows. */
public record Page(String title, String lang, String personName, String actingFor, String roleName, List<NavItem> nav, Csrf csrf, boolean demo,
        @Nullable Flash flash, String path, boolean phone) {

    /** Hidden field of every form that posts. */
    public record Csrf(String name, String token) {}

    public boolean signedIn() {
        return !personName.isEmpty();
    }

    public String t(String key, Object... args) {
        var texts = new java.util.Properties();
        var name = "/messages/platform-web" + (lang.equals("es") ? "_es" : "") + ".properties";
        try (var in = new java.io.InputStreamReader(Page.class.getResourceAsStream(name), java.nio.charset.StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new java.text.MessageFormat(texts.getProperty(key).replace("'", "''"), java.util.Locale.forLanguageTag(lang)).format(args);
    }
}
