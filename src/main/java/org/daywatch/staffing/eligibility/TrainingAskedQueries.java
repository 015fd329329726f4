package org.daywatch.staffing.eligibility;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.texts.Texts;
import org.daywatch.staffing.TrainingAsked;
import org.daywatch.staffing.eligibility.RuleFinding.Weight;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class TrainingAskedQueries implements TrainingAsked {

    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final ProgramRules rules;
    private final Texts texts;
    private final Clock clock;

    TrainingAskedQueries(DSLContext db, EligibilityQueries eligibility, ProgramRules rules, Texts texts, Clock clock) {
        this.db = db;
        this.eligibility = eligibility;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Optional<Judged> of(UUID officer, String language) {
        return nearestPost(officer).flatMap(id -> eligibility.posts(List.of(id)).stream().findFirst()).map(post -> {
            var findings = new ArrayList<RuleFinding>();
            var asked = new ArrayList<String>();
            new CredentialRules(eligibility.facts(officer), post, rules.book(), findings, asked).judge();
            Term.Sentences sentences = (key, args) -> texts.of(language, key, args);
            var lacks = findings.stream().map(f -> new Lack(f.weight() == Weight.FAILED, f.say(sentences, language),
                    f.mend(sentences, language), f.rules())).toList();
            return new Judged(post.school(), post.day(), asked, lacks);
        });
    }

    private Optional<UUID> nearestPost(UUID officer) {
        var now = clock.instant();
        var theirs = SHIFT.OFFICER_ID.eq(officer).and(SHIFT.POST_ID.isNotNull());
        var next = db.select(SHIFT.POST_ID).from(SHIFT).where(theirs).and(SHIFT.ENDS_AT.gt(now))
                .orderBy(SHIFT.STARTS_AT).limit(1).fetchOptional(SHIFT.POST_ID);
        return next.isPresent()
                ? next
                : db.select(SHIFT.POST_ID).from(SHIFT).where(theirs).orderBy(SHIFT.STARTS_AT.desc()).limit(1)
                        .fetchOptional(SHIFT.POST_ID);
    }
}
