package org.daywatch.staffing.eligibility;

import java.util.List;
import org.daywatch.staffing.eligibility.Term.Sentences;

/**
 * What one rule says against an officer at a post, with its figures.
 *
 * @param rules which rules or policies, each with the day its text began: what the decision rests on
 */
public record Finding(String code, Weight weight, List<Term> terms, List<String> rules) {

    /** FAILED: not this post. NEEDS_APPROVAL: not without the department's word. WARNING: allowed, but worth knowing. */
    public enum Weight { FAILED, NEEDS_APPROVAL, WARNING }

    static Finding failed(String code, List<String> rules, Term... terms) {
        return new Finding(code, Weight.FAILED, List.of(terms), rules);
    }

    static Finding warning(String code, List<String> rules, Term... terms) {
        return new Finding(code, Weight.WARNING, List.of(terms), rules);
    }

    /** The rule with its numbers, in the reader's language. */
    public String say(Sentences sentences, String language) {
        return sentences.of("eligibility.says." + code, said(sentences, language));
    }

    /** What would mend it. */
    public String mend(Sentences sentences, String language) {
        return sentences.of("eligibility.mend." + code, said(sentences, language));
    }

    private Object[] said(Sentences sentences, String language) {
        return terms.stream().map(t -> (Object) t.say(sentences, language)).toArray();
    }
}
