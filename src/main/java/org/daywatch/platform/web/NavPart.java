package org.daywatch.platform.web;

import org.daywatch.platform.texts.Texts;

/**
 * The parts of the navigation, in their order; the first has no heading. The headings are {@code web.nav.part.NAME}.
 */
public enum NavPart {
    TODAY, COVERAGE, TEACHING, SAFETY, PROGRAM, SETUP;

    String heading(Texts texts, String lang) {
        return this == TODAY ? "" : texts.of(lang, "web.nav.part." + name());
    }
}
