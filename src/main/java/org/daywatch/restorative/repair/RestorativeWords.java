package org.daywatch.restorative.repair;

import static org.daywatch_db.restorative.Tables.LABEL;
import static org.daywatch_db.restorative.Tables.PUNISHING_PHRASE;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.restorative.agreements.PunishingPhrase;
import org.daywatch.restorative.agreements.PunishingPhrase.Found;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Labels and phrases as dated rows, the same for every tenant. */
@Repository
@Transactional(readOnly = true)
public class RestorativeWords {

    private final DSLContext db;

    RestorativeWords(DSLContext db) {
        this.db = db;
    }

    /** In force on a day, in their order. */
    public List<String> labels(Label.Kind kind, LocalDate day) {
        return db.selectFrom(LABEL).where(LABEL.KIND.eq(kind.name())).orderBy(LABEL.PLACE, LABEL.CODE)
                .fetch(r -> new Label(kind, r.getCode(), r.getPlace(), r.getValidFrom(), r.getValidTo())).stream()
                .filter(l -> l.isInForce(day)).map(Label::code).distinct().toList();
    }

    /** What of a text would be a punishment. */
    public List<Found> punishing(String text, LocalDate day) {
        return PunishingPhrase.in(text, db.selectFrom(PUNISHING_PHRASE)
                .orderBy(PUNISHING_PHRASE.RULE, PUNISHING_PHRASE.LANGUAGE, PUNISHING_PHRASE.PHRASE)
                .fetch(r -> new PunishingPhrase(r.getRule(), r.getLanguage(), r.getPhrase(), r.getValidFrom(),
                        r.getValidTo(), r.getSource(), r.getToConfirm())),
                day);
    }
}
