package org.daywatch.staffing.eligibility;

import java.util.List;
import org.daywatch.staffing.approvals.CapApproval.Limit;
import org.daywatch.staffing.eligibility.Term.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says against an officer at a post, with its figures.
 *
 * @param rules which rules or policies, each with the day its text began: what the decision rests on
 * @param limit what the department would have to allow; null where nobody can allow it or nobody needs to
 */
public record RuleFinding(String code, Weight weight, List<Term> terms, List<String> rules, @Nullable Limit limit) {

    /**
     * FAILED: not this post. NEEDS_APPROVAL: not without the department's word. WARNING: allowed, but worth knowing.
     */
    public enum Weight {
        FAILED, NEEDS_APPROVAL, WARNING
    }

    static RuleFinding failed(String code, List<String> rules, Term... terms) {
        return new RuleFinding(code, Weight.FAILED, List.of(terms), rules, null);
    }

    static RuleFinding warning(String code, List<String> rules, Term... terms) {
        return new RuleFinding(code, Weight.WARNING, List.of(terms), rules, null);
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
