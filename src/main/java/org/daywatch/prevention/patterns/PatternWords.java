package org.daywatch.prevention.patterns;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.patterns.Pattern.Count;

/** How patterns are said on pages. */
public final class PatternWords {

    private PatternWords() {}

    /** 0 is a number; hidden is a sign of its own, said in words to who does not see it. */
    public static String count(Page page, Count count) {
        return count.hidden() ? page.t("patterns.hidden") : String.valueOf(count.number());
    }

    public static String style(Count count, int small) {
        if (count.hidden()) return "patterns-hidden";
        return count.number() == 0 ? "patterns-zero" : count.number() < 2 * small ? "patterns-some" : "patterns-many";
    }

    public static String block(Page page, int block) {
        return page.t("patterns.block." + Pattern.BLOCKS.get(block)); // in as few letters as a phone has room for
    }

    public static String row(Page page, int row) {
        return row == Pattern.ROWS - 1
                ? page.t("patterns.weekend")
                : DayOfWeek.of(row + 1).getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(page.lang()));
    }

    public static List<Option> kinds(Page page) {
        return Arrays.stream(Kind.values()).filter(k -> k != Kind.PROTECTION)
                .map(k -> new Option(k.name(), page.t("patterns.kind." + k))).toList();
    }
}
