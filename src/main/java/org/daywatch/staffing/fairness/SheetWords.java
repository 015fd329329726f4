package org.daywatch.staffing.fairness;

import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.platform.money.Dollars;
import org.jspecify.annotations.Nullable;

/** A sheet's figures for people: zero is a number, unknown and suppressed are words. */
public final class SheetWords {

    private SheetWords() {}

    public static String hours(long minutes) {
        return SheetJson.hours(minutes);
    }

    public static String figure(Page page, @Nullable Long figure) {
        return figure == null ? page.t("fairness.unknown") : figure.toString();
    }

    public static String dollars(Page page, @Nullable Long cents) {
        return cents == null ? page.t("fairness.unknown") : Dollars.said(cents);
    }

    /** What a measure counts. */
    public enum Unit { COUNT, MINUTES, CENTS }

    /** Gini as the figure, most and least below it. */
    public static Tile tile(Page page, String labelKey, FairnessSheet.@Nullable Measure measure, Unit unit) {
        String label = page.t("fairness.gini", page.t(labelKey));
        if (measure == null) return Tile.of(label, page.t("fairness.unknown"));
        String gini = measure.gini() == null
                ? page.t("fairness.nothing.shared")
                : String.format(java.util.Locale.ROOT, "%.3f", measure.gini());
        return Tile.of(label, gini).note(page.t("fairness.gap", said(measure.gap(), unit), said(measure.most(), unit),
                said(measure.least(), unit)));
    }

    private static String said(long figure, Unit unit) {
        return switch (unit) {
            case COUNT -> Long.toString(figure);
            case MINUTES -> hours(figure) + " h";
            case CENTS -> Dollars.said(figure);
        };
    }
}
