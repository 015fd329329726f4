package org.daywatch.prevention.findings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.prevention.PreventionRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote into one of the forms of a finding stays there when it is refused, with the reason at its field.
 */
public final class FindingTyped {

    private static final String ACT = "act";
    private static final Map<PreventionRefusal, String> FIELDS = Map.of(PreventionRefusal.FINDING_WORDS_MISSING,
            "words", PreventionRefusal.FINDING_DUE_LATE, "due",
            PreventionRefusal.FINDING_REVIEW_DAY, "review");

    private FindingTyped() {}

    /** @param act which form it was */
    public static Page refused(Page page, String act, Map<String, String> form, Problem wrong) {
        var values = new HashMap<>(form);
        values.put(ACT, act);
        var errors = new HashMap<String, String>();
        errors.put(ACT, Act.sentence(page, wrong));
        if (wrong instanceof InvalidInput input)
            input.errors().forEach(e -> errors.put(e.field(), page.said(e)));
        else
            if (wrong instanceof Refused refused && FIELDS.containsKey(refused.code()))
                errors.put(FIELDS.get(refused.code()), page.sentence(wrong));
        return page.with(errors, values);
    }

    /** Why nothing was done; empty where nothing was refused. */
    public static String why(Page page) {
        return page.error(ACT);
    }

    /** This form, or one of these, was refused: it stands open. */
    public static boolean was(Page page, String... acts) {
        return Set.of(acts).contains(page.value(ACT, ""));
    }

    /** The field as it was filled in, where one of these was refused. @param otherwise what it begins with */
    public static Field field(Page page, Field field, @Nullable Object otherwise, String... acts) {
        if (!was(page, acts)) return field.value(otherwise);
        return field.value(page.value(field.name(), "")).error(page.error(field.name()));
    }
}
