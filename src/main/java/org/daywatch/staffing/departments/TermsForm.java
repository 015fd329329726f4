package org.daywatch.staffing.departments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.terms.AgreedTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of terms as they are typed, by the department for itself and by the agency that proposes them. */
@Component
public class TermsForm {

    private final CapPolicyStore policies;

    TermsForm(CapPolicyStore policies) {
        this.policies = policies;
    }

    /** @throws InvalidInput naming the first field that is wrong */
    public AgreedTerms read(AgreedTerms before, Map<String, String> typed) {
        Set<WorkKind> forbidden = Stream.of(WorkKind.values()).filter(k -> "true".equals(typed.get("work" + k.name())))
                .collect(Collectors.toUnmodifiableSet());
        if (forbidden.contains(WorkKind.SCHOOL_SAFETY))
            throw new InvalidInput("workSCHOOL_SAFETY", "true", "terms.error.school");
        var from = optional(typed, "supervisorFrom", 2, 50);
        var per = optional(typed, "supervisorPer", 1, 50);
        if ((from == null) != (per == null))
            throw new InvalidInput(from == null ? "supervisorFrom" : "supervisorPer", "", "terms.error.ratio");
        return before.with(set(before.policySet(), typed), forbidden, from, per, number(typed, "leadHours", 2160),
                number(typed, "cancelHours", 336), number(typed, "minimumHours", 12));
    }

    /** @param present kept even when it is no longer published */
    public String set(String present, Map<String, String> typed) {
        var set = typed.getOrDefault("policySet", "");
        if (!set.equals(present) && !set.equals(CapPolicyStore.NOT_KNOWN) && !policies.sets().contains(set))
            throw new InvalidInput("policySet", set, "terms.error.set");
        return set;
    }

    public static Map<String, String> typed(AgreedTerms t) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("policySet", t.policySet());
        t.prohibited().forEach(k -> typed.put("work" + k.name(), "true"));
        typed.put("supervisorFrom", t.supervisorFrom() == null ? "" : t.supervisorFrom().toString());
        typed.put("supervisorPer", t.supervisorPer() == null ? "" : t.supervisorPer().toString());
        typed.put("leadHours", "" + t.leadHours());
        typed.put("cancelHours", "" + t.cancelHours());
        typed.put("minimumHours", "" + t.minimumHours());
        return typed;
    }

    /**
     * Each published set under the name of the department that wrote it; the present one stays even when it is no
     * longer published.
     */
    public List<Field.Option> sets(Page page, String present) {
        var names = new TreeMap<String, String>();
        if (!present.isEmpty()) names.put(present, present);
        policies.list().forEach(p -> names.put(p.set(), page.stored("policyset", p.department())));
        names.keySet().removeIf(
                set -> !set.equals(present) && !policies.sets().contains(set) || set.equals(CapPolicyStore.NOT_KNOWN));
        var published = names.entrySet().stream().map(e -> new Field.Option(e.getKey(), e.getValue()))
                .sorted(java.util.Comparator.comparing(Field.Option::label));
        return Stream
                .concat(Stream.of(new Field.Option(CapPolicyStore.NOT_KNOWN, page.t("terms.set.notKnown"))), published)
                .toList();
    }

    private static @Nullable Integer optional(Map<String, String> typed, String field, int least, int most) {
        var text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) return null;
        int number = number(typed, field, most);
        if (number < least) throw new InvalidInput(field, text, "terms.error.number");
        return number;
    }

    private static int number(Map<String, String> typed, String field, int most) {
        var text = typed.getOrDefault(field, "").strip();
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most)
            throw new InvalidInput(field, text, "terms.error.number");
        return Integer.parseInt(text);
    }
}
