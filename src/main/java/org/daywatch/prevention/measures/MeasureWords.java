package org.daywatch.prevention.measures;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.jspecify.annotations.Nullable;

/** How measures are said on pages, and how dollars are typed. */
public final class MeasureWords {

    private static final int MOST = 1_000_000_000;

    private MeasureWords() {}

    public static Chip state(Page page, Measure m) {
        String word = page.t("measures.state." + m.state().code());
        return switch (m.state()) {
            case Measure.State.Proposed _ -> Chip.info(word);
            case Measure.State.Approved _ -> Chip.warn(word);
            case Measure.State.Done _ -> Chip.good(word);
            case Measure.State.Rejected _ -> Chip.quiet(word);
        };
    }

    public static String dollars(Page page, long dollars) {
        return "$" + NumberFormat.getIntegerInstance(Locale.US).format(dollars);
    }

    /** What costs nothing, what was estimated, and what nobody knows. */
    public static String cost(Page page, Measure m) {
        if (m.cost() == CostClass.NONE) return page.t("measures.cost.NONE");
        return page.t("measures.cost." + m.cost()) + ", "
                + (m.dollars() == null ? page.t("measures.noEstimate") : dollars(page, m.dollars()));
    }

    public static List<Option> states(Page page) {
        return Option.all(page.t("measures.all"),
                Option.of(page, "measures.state.", List.of("PROPOSED", "APPROVED", "DONE", "REJECTED")));
    }

    public static List<Option> classes(Page page) {
        return Option.of(page, "measures.cost.", CostClass.values());
    }

    /**
     * Whole dollars as people type them: 1,200 or $1200. Empty: not known. @throws InvalidInput naming {@code field}
     */
    public static @Nullable Integer typed(String field, String text) {
        String digits = text.strip().replaceAll("[$,\\s]", "");
        if (digits.isEmpty()) return null;
        if (!digits.matches("[0-9]{1,10}") || Long.parseLong(digits) > MOST)
            throw new InvalidInput(field, text, "measures.wrong.dollars");
        return Integer.parseInt(digits);
    }
}
