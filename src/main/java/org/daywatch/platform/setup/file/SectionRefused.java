package org.daywatch.platform.setup.file;

import org.daywatch.platform.json.Flaw;

/** A section that the rules do not allow now; nothing of it is kept. */
final class SectionRefused extends RuntimeException {

    private final transient Flaw flaw;

    SectionRefused(Flaw flaw) {
        super(flaw.toString());
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
