package org.daywatch.emergencies.aftermath;

import java.time.Duration;
import java.util.Locale;

/** How long something took, to the second: "+0:04:12", or "−0:00:03" for what came before. */
public final class AfterActionWords {

    private AfterActionWords() {}

    public static String span(Duration d) {
        var a = d.abs();
        return String.format(Locale.ROOT, "%s%d:%02d:%02d", d.isNegative() ? "-" : "+", a.toHours(), a.toMinutesPart(), a.toSecondsPart());
    }
}
