package org.daywatch.relationships.threats.prompts;

import static org.daywatch_db.relationships.Tables.GATHERING_PROMPT;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Prompts as stored. */
@Repository
@Transactional(readOnly = true)
public class Prompts {

    private final DSLContext db;

    Prompts(DSLContext db) {
        this.db = db;
    }

    /** Those that hold on a day, as they are asked. */
    public List<Prompt> on(LocalDate day) {
        return Prompt.of(
                db.selectFrom(GATHERING_PROMPT).fetch(r -> new Prompt(r.getCode(), Prompt.Section.valueOf(
                        r.getSection()), r.getPlace(), r.getIsNeeded(), r.getValidFrom(), r.getValidTo())),
                day);
    }
}
